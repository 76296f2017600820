package dev.parley.cli.conversationtest;

import dev.parley.cli.conversationtest.Expect.Check;
import dev.parley.cli.conversationtest.Expect.Key;
import dev.parley.intent.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the keys of {@code expect}. */
final class ExpectReader {
  private static final List<String> EXECUTED_KEYS = List.of("intent", "slots");

  private final String file;

  ExpectReader(String file) {
    this.file = file;
  }

  Expect read(@Nullable Data data) throws InvalidTestException {
    var checks = new EnumMap<Key, Check>(Key.class);
    if (data != null && !data.isNull()) {
      for (var entry : entries(data, "expect").entrySet()) {
        checks.put(key(entry.getKey(), entry.getValue()), check(entry.getKey(), entry.getValue()));
      }
    }
    return new Expect(checks);
  }

  private Key key(String label, Data value) throws InvalidTestException {
    return Key.byLabel(label).orElseThrow(() -> unknown(label, Key.labels(), value.line()));
  }

  private Check check(String label, Data value) throws InvalidTestException {
    return switch (key(label, value)) {
      case INTENT, ASKING -> new Check.Name(value.isNull() ? null : text(value, label));
      case SLOTS -> new Check.Slots(value.isNull() ? null : slots(value));
      case EXECUTED -> new Check.Started(value.isNull() ? null : wanted(value));
      case CONFIRMING, SCHEDULED, IDLE, UNDERSTOOD -> new Check.Flag(flag(value, label));
      case REPLY -> new Check.Matches(value.isNull() ? null : pattern(value));
      case REPLIES -> new Check.Replies(values(value));
    };
  }

  private Expect.Wanted wanted(Data data) throws InvalidTestException {
    var entries = entries(data, "executed");
    for (var entry : entries.entrySet()) {
      if (!EXECUTED_KEYS.contains(entry.getKey())) {
        throw unknown(entry.getKey(), EXECUTED_KEYS, entry.getValue().line());
      }
    }
    var intent = entries.get("intent");
    var slots = entries.get("slots");
    return new Expect.Wanted(
        intent == null || intent.isNull() ? null : text(intent, "intent"),
        slots == null || slots.isNull() ? Map.of() : slots(slots));
  }

  private Map<String, List<String>> slots(Data data) throws InvalidTestException {
    var slots = new LinkedHashMap<String, List<String>>();
    for (var entry : entries(data, "slots").entrySet()) {
      slots.put(entry.getKey(), values(entry.getValue()));
    }
    return slots;
  }

  private List<String> values(Data data) throws InvalidTestException {
    if (data.isNull()) {
      return List.of();
    }
    if (data instanceof Data.Items items) {
      var values = new ArrayList<String>();
      for (Data item : items.items()) {
        values.add(value(item));
      }
      return values;
    }
    return List.of(value(data));
  }

  private String value(Data data) throws InvalidTestException {
    if (data instanceof Data.Scalar scalar && !data.isNull()) {
      return scalar.kind() == Data.Scalar.Kind.NUMBER ? scalar.number() : scalar.text();
    }
    throw invalid(data, "This is no value of a slot.", "Write a list of strings.");
  }

  /** Null is a check too: that it is not so. */
  private boolean flag(Data data, String label) throws InvalidTestException {
    if (data.isNull()) {
      return false;
    }
    if (data instanceof Data.Scalar scalar && scalar.kind() == Data.Scalar.Kind.BOOLEAN) {
      return scalar.truth();
    }
    throw invalid(data, "The value of " + label + " is no truth value.", "Write true or false.");
  }

  private Pattern pattern(Data data) throws InvalidTestException {
    try {
      return Pattern.compile(text(data, "reply"));
    } catch (PatternSyntaxException e) {
      throw invalid(
          data, "This is no regular expression: " + e.getDescription() + ".", "Correct it.");
    }
  }

  String text(Data data, String label) throws InvalidTestException {
    if (data instanceof Data.Scalar scalar && !data.isNull()) {
      return scalar.text();
    }
    throw invalid(data, "The value of " + label + " is no text.", "Write a string.");
  }

  Map<String, Data> entries(Data data, String label) throws InvalidTestException {
    if (data instanceof Data.Entries entries) {
      return entries.entries();
    }
    throw invalid(data, "The value of " + label + " is no mapping.", "Write key: value pairs.");
  }

  InvalidTestException unknown(String key, Collection<String> known, int line) {
    return new InvalidTestException(
        file,
        line,
        "Unknown key " + key + ".",
        NearNames.didYouMean(key, known, "Known are " + String.join(", ", known) + "."));
  }

  InvalidTestException invalid(Data data, String what, String todo) {
    return new InvalidTestException(file, data.line(), what, todo);
  }
}
