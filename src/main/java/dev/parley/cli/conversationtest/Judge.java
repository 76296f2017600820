package dev.parley.cli.conversationtest;

import dev.parley.cli.conversationtest.Expect.Check;
import dev.parley.cli.conversationtest.Expect.Key;
import dev.parley.intent.IntentCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares what a turn led to with what it must lead to. */
final class Judge {
  private static final Pattern PARTS = Pattern.compile("\\s+|\\*|[^\\s*]+");

  private final SlotComparison slots;

  Judge(IntentCatalog catalog) {
    this.slots = new SlotComparison(catalog);
  }

  /**
   * What does not hold, by key.
   *
   * @param expected what was written
   * @param actual what there was instead
   */
  record Verdict(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
    boolean passed() {
      return expected.isEmpty();
    }
  }

  Verdict judge(Expect expect, Observed observed) {
    var expected = new LinkedHashMap<String, @Nullable Object>();
    var actual = new LinkedHashMap<String, @Nullable Object>();
    expect
        .checks()
        .forEach(
            (key, check) -> {
              if (!holds(key, check, observed)) {
                expected.put(key.label(), wish(check));
                actual.put(key.label(), fact(key, observed));
              }
            });
    return new Verdict(expected, actual);
  }

  private boolean holds(Key key, Check check, Observed observed) {
    if (check instanceof Check.Name name) {
      var actual = key == Key.INTENT ? observed.intent() : observed.asking();
      return name.name() == null ? actual == null : name.name().equalsIgnoreCase(actual);
    }
    if (check instanceof Check.Slots wanted) {
      return wanted.slots() == null
          ? observed.slots().values().stream().allMatch(values -> values.isEmpty())
          : slots.same(observed.intent(), wanted.slots(), observed.slots());
    }
    if (check instanceof Check.Started started) {
      return started(started.wanted(), observed);
    }
    if (check instanceof Check.Matches matches) {
      return matches(matches.pattern(), observed);
    }
    if (check instanceof Check.Replies replies) {
      return same(replies.texts(), observed.replies());
    }
    return Boolean.valueOf(((Check.Flag) check).value()).equals(fact(key, observed));
  }

  private boolean started(Expect.@Nullable Wanted wanted, Observed observed) {
    if (wanted == null) {
      return observed.started().isEmpty();
    }
    return observed.started().stream()
        .anyMatch(
            action ->
                (wanted.intent() == null || wanted.intent().equalsIgnoreCase(action.intent()))
                    && slots.same(action.intent(), wanted.slots(), action.slots()));
  }

  private static boolean matches(@Nullable Pattern pattern, Observed observed) {
    return pattern == null
        ? observed.replies().isEmpty()
        : observed.replies().stream().anyMatch(reply -> pattern.matcher(reply).find());
  }

  private static boolean same(List<String> wanted, List<String> actual) {
    return wanted.size() == actual.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> form(wanted.get(i)).matcher(actual.get(i).strip()).matches());
  }

  /** Runs of white space are as good as each other; a star is anything on its line. */
  private static Pattern form(String wanted) {
    return Pattern.compile(
        PARTS
            .matcher(wanted.strip())
            .results()
            .map(MatchResult::group)
            .map(
                part -> part.isBlank() ? "\\s+" : part.equals("*") ? "[^\n]*" : Pattern.quote(part))
            .collect(Collectors.joining()));
  }

  private static @Nullable Object wish(Check check) {
    if (check instanceof Check.Name name) {
      return name.name();
    }
    if (check instanceof Check.Slots wanted) {
      return wanted.slots();
    }
    if (check instanceof Check.Started started) {
      return started.wanted() == null ? null : wish(started.wanted());
    }
    if (check instanceof Check.Matches matches) {
      return matches.pattern() == null ? null : matches.pattern().pattern();
    }
    if (check instanceof Check.Replies replies) {
      return replies.texts();
    }
    return ((Check.Flag) check).value();
  }

  private static Map<String, Object> wish(Expect.Wanted wanted) {
    var action = new LinkedHashMap<String, Object>();
    if (wanted.intent() != null) {
      action.put("intent", wanted.intent());
    }
    if (!wanted.slots().isEmpty()) {
      action.put("slots", wanted.slots());
    }
    return action;
  }

  private static @Nullable Object fact(Key key, Observed observed) {
    return switch (key) {
      case INTENT -> observed.intent();
      case SLOTS -> observed.slots();
      case ASKING -> observed.asking();
      case CONFIRMING -> observed.confirming();
      case EXECUTED -> observed.started().isEmpty() ? null : observed.started();
      case SCHEDULED -> observed.scheduled();
      case IDLE -> observed.idle();
      case UNDERSTOOD -> observed.understood();
      case REPLY, REPLIES -> observed.replies();
    };
  }
}
