package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.FollowUps.FollowUp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the last request with other values: "same on web-02", "and db-01?", "now the other one".
 */
final class Repetitions {
  private static final Pattern AGAIN_WITH =
      Pattern.compile(
          "^(?:(?:ok|okay|hm+|right|cool|great|thanks|thx|good)[\\s,]+)?(?:(?:and|&|also|now|then|next|same|the same|ditto|likewise|again|do|repeat|what about|how about)\\b[\\s,:]*)+(?<first>.+?)"
              + FollowUps.TAIL,
          FollowUps.FLAGS);

  private static final Pattern ALSO_WITH =
      Pattern.compile(
          "^(?<first>.+?)[\\s,]+(?:too|as well|also|next|again)" + FollowUps.TAIL, FollowUps.FLAGS);

  private static final Pattern ONLY_WITH =
      Pattern.compile(
          "^(?:(?:and|but|ok|no)\\s+)*(?:only|just)\\s+(?<first>.+?)" + FollowUps.TAIL,
          FollowUps.FLAGS);

  private static final Pattern OTHER =
      Pattern.compile(
          "(?:(?:on|for|at|in|to|thing|do|it|that) )*(?:the )?other(?: (?:one|host|server|box|machine|node))?",
          Pattern.CASE_INSENSITIVE);

  private final BareValues values;
  private final Answers answers;

  Repetitions(BareValues values, Answers answers) {
    this.values = values;
    this.answers = answers;
  }

  Optional<FollowUp> of(Heard heard) {
    var recent = heard.expectation().recent();
    if (recent == null || heard.inDialogue()) {
      return Optional.empty();
    }
    var again = AGAIN_WITH.matcher(heard.text());
    var also = ALSO_WITH.matcher(heard.text());
    var only = ONLY_WITH.matcher(heard.text());
    boolean narrows = only.matches() && recent.intent().onlyReads();
    var part = again.matches() ? again : also.matches() ? also : narrows ? only : null;
    if (part == null) {
      return corrected(heard, recent).map(Repetitions::alike);
    }
    return other(heard, part.group("first"), recent)
        .or(() -> values.read(heard, part, "first", recent, null, true))
        .map(Repetitions::alike);
  }

  private static FollowUp alike(List<Entity> values) {
    return new FollowUp(values, new Link(Link.Change.REPLACE, true, false, Set.of()));
  }

  /** "oops, i meant app-02": what was done was not what was meant. */
  private Optional<List<Entity>> corrected(Heard heard, Topic recent) {
    int from = Corrections.opening(heard.text());
    return from > 0 && Corrections.contradicts(heard.text())
        ? values.read(heard, from, heard.text().length(), recent, null, false)
        : Optional.empty();
  }

  /** "now the other one": of the hosts that it could have been, those that it was not. */
  private Optional<List<Entity>> other(Heard heard, String text, Topic recent) {
    var slot = recent.intent().slots().stream().filter(s -> s.type() == SlotType.HOST).findFirst();
    if (slot.isEmpty() || !OTHER.matcher(text).matches()) {
      return Optional.empty();
    }
    var others = answers.others(slot.get(), recent.request());
    int start = heard.text().toLowerCase(Locale.ROOT).indexOf("other");
    var one = others.size() == 1 ? List.of(SlotValue.of(others.get(0), others.get(0))) : null;
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                new Entity(
                    SlotType.HOST,
                    slot.get().name(),
                    "the other one",
                    start,
                    start + "other".length(),
                    one == null ? List.of() : one,
                    one == null ? others : List.of())));
  }
}
