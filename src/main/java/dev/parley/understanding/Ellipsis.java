package dev.parley.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes what goes on from something looked at before and leaves out all but what to look at
 * now: "and its memory?", "the disk too".
 */
final class Ellipsis {
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?:(?:ok|okay|hm+|great|thanks|thx|cool|good|right|nice)[\\s,.]+)*"
              + "(?<opening>(?:(?:and|also|plus|now|then|next|what about|how about)\\s+)*)"
              + "(?<whose>(?:its|their|the)\\s+)?"
              + "(?<what>\\w+(?: \\w+){0,2}?)"
              + "(?<also>(?:\\s+(?:too|as well|also|then|next))*)[\\s.?!]*",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> LOOKED_AT = Words.of("LOOKED_AT");

  private Ellipsis() {}

  /** The message as it would be said in full. */
  static Optional<Heard> completed(Heard heard) {
    var goesOn = GOES_ON.matcher(heard.text());
    boolean known = heard.expectation().recent() != null || heard.expectation().topic() != null;
    if (!known || !heard.mentions().isEmpty() || !goesOn.matches()) {
      return Optional.empty();
    }
    boolean said =
        !goesOn.group("opening").isEmpty()
            || "its their".contains(String.valueOf(goesOn.group("whose")).strip())
            || !goesOn.group("also").isEmpty();
    boolean looks =
        Arrays.stream(goesOn.group("what").split(" "))
            .anyMatch(word -> LOOKED_AT.contains(word.toLowerCase(java.util.Locale.ROOT)));
    if (!said || !looks) {
      return Optional.empty();
    }
    var text = "show me the " + goesOn.group("what");
    var line = new Line(text, Tokens.of(text), null, heard.line().now());
    return Optional.of(Heard.of(line, heard.act(), List.of(), heard.expectation()));
  }
}
