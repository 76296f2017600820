package dev.parley.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes what goes on from something said before and leaves out all but what is new: "and its
 * memory?", "the disk too", "no, reload".
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
  private static final Set<String> AROUND_A_VERB =
      Set.of("instead", "rather", "please", "pls", "it", "just", "only", "then");
  private static final Set<String> LOOKED_AT = Words.of("LOOKED_AT");

  private Ellipsis() {}

  /** The message as it would be said in full. */
  static Optional<Heard> completed(Heard heard) {
    return verb(heard).or(() -> lookedAt(heard));
  }

  /** "no, reload": of what is pending. */
  private static Optional<Heard> verb(Heard heard) {
    var words =
        Tokens.of(heard.text().substring(Corrections.opening(heard.text()))).stream()
            .filter(Token::isWord)
            .map(Token::lower)
            .filter(word -> !AROUND_A_VERB.contains(word))
            .toList();
    boolean alone = words.size() == 1 && Words.REQUEST_VERBS.contains(words.get(0));
    return alone && heard.expectation().topic() != null && heard.mentions().isEmpty()
        ? Optional.of(said(heard, words.get(0) + " it"))
        : Optional.empty();
  }

  private static Heard said(Heard heard, String text) {
    var line = new Line(text, Tokens.of(text), null, heard.line().now());
    return Heard.of(line, heard.act(), List.of(), heard.expectation());
  }

  private static Optional<Heard> lookedAt(Heard heard) {
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
    return Optional.of(said(heard, "show me the " + goesOn.group("what")));
  }
}
