package dev.parley.understanding;

import java.util.Set;
import java.util.regex.Pattern;

/** Questions of how something is asked for, or of what it does: they are explained, never done. */
public final class HelpQuestions {
  private static final String OPENING =
      "(?:please |pls |can you |could you |would you |hi |hey |hello |and |so |ok )*"
          + "(?:tell me |show me |explain (?:to me )?|teach me |remind me "
          + "|i (?:want|need|would like) to know |do you know )?";
  private static final String HOW =
      "how (?:do|can|could|would|should|might|may|must) (?:i|we|one|you)\\b|how to\\b|how does one\\b"
          + "|whats the (?:command|syntax|way|phrase) (?:to|for)\\b"
          + "|what(?:'s| is) the (?:command|syntax|way|phrase) (?:to|for)\\b"
          + "|(?:which|what) command (?:do|should|can|would|must|could) (?:i|we|one)\\b"
          + "|what (?:do|should|must|can) (?:i|we) (?:say|type|write|ask)(?: you)? (?:to|for)\\b"
          + "|what happens (?:if|when) (?:i|we|you)\\b"
          + "|what (?:can|may|could|might) (?:i|we|you) (?:do|ask|ask you)(?: for)? (?:with|to|on|about|for)\\b"
          + "|(?:i need )?(?:some )?help (?:with|on|about|for|me with)\\b";

  /** What opens such a question; the subject follows. */
  private static final Pattern LEAD =
      Pattern.compile(OPENING + "(?:" + HOW + ")\\s*(?<subject>.*)");

  private static final Pattern AROUND =
      Pattern.compile(
          OPENING
              + "(?:what (?:do|does|would|will) (?<done>.{1,60}?) (?:do|mean)(?: exactly)?"
              + "|how (?:do|does) (?<works>.{1,60}?) work"
              + "|help (?!me\\b|us\\b)(?<topic>[a-z_]+(?: [a-z]+)?)"
              + "|(?:explain|man) (?!to\\b|why\\b|what\\b|how\\b|yourself\\b)(?<name>(?:the )?[a-z_]+(?: [a-z]+)?))");

  private static final Set<String> SAYS_NOTHING = Words.of("BESIDE_A_SUBJECT");

  private HelpQuestions() {}

  /** Whether a message is such a question; its words in lower case, without punctuation. */
  static boolean is(String words) {
    return LEAD.matcher(words).matches() || AROUND.matcher(words).matches();
  }

  /** What a question is about, e.g. "silence an alert"; empty when it names nothing. */
  public static String subject(String text) {
    String words = String.join(" ", Courtesy.words(Tokens.of(text)));
    var lead = LEAD.matcher(words);
    if (lead.matches()) {
      return lead.group("subject");
    }
    var around = AROUND.matcher(words);
    if (!around.matches()) {
      return "";
    }
    for (var group : new String[] {"done", "works", "topic", "name"}) {
      if (around.group(group) != null) {
        return around.group(group);
      }
    }
    return "";
  }

  /** Whether a word tells nothing of what a question is about. */
  public static boolean saysNothing(String word) {
    return SAYS_NOTHING.contains(word);
  }
}
