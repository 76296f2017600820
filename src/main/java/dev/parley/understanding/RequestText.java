package dev.parley.understanding;

import java.util.regex.Pattern;

/**
 * A message as the classifier reads it: without the politeness, haste and circumstance that any
 * request may stand in, and with the catalogue's own verbs spelt right. Training and reading use
 * the same.
 */
public final class RequestText {
  private static final String POLITE =
      "(?:please|pls|plz|kindly|just|only|simply|actually|instead|rather|better|quickly|maybe|perhaps|possibly|also|now|then|so|ok|okay|go ahead and)";
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:"
              + POLITE
              + "|(?:can|could|would|will)\\s+(?:you|u)(?!\\s+(?:mind|like|say|be|have|see|tell))"
              + "|(?:i|we)\\s+(?:want|need)\\s+you\\s+to|(?:i|we)(?:'d|\\s+would)\\s+(?:like|wish|want)\\s+(?:that\\s+you|you\\s+to)|(?:i|we)\\s+(?:want|wish)\\s+that\\s+you"
              + "|(?:i|we|you)(?:'d|\\s+would|\\s+should)\\s+(?:rather|better|prefer\\s+to)"
              + "|(?:i|we)\\s+(?:want|need|have|would like)\\s+to|(?:i|we)'d\\s+like\\s+to"
              + "|(?:if|when|whenever|as soon as)\\s+(?:possible|you\\s+(?:can|could|like|please|may|don'?t\\s+mind|(?:have|get|find)\\s+(?:a\\s+|some\\s+|the\\s+)?(?:\\w+\\s+)?(?:time|minute|min|moment|second|sec|chance)))"
              + "|(?:i|we)(?:'d|\\s+would)\\s+(?:love|appreciate|like)\\s+it\\s+if\\s+(?:you|u)\\s+(?:could|can|would)"
              + "|it(?:'d|\\s+would)\\s+be\\s+(?:really\\s+|very\\s+)?\\w+\\s+if\\s+(?:you|u)\\s+(?:could|can|would)"
              + "|(?:(?:is\\s+there\\s+)?any\\s+chance\\s+(?:that\\s+)?(?:you|u)\\s+(?:can|could|would|might))"
              + "|why\\s+do(?:n'?t|\\s+not)\\s+(?:you|we)|(?:ca|could|wo)n'?t\\s+(?:you|u)(?!\\s+(?:mind|say|see|tell))"
              + "|do\\s+(?:me|us)\\s+a\\s+favou?r(?:\\s+and)?|be\\s+so\\s+kind(?:\\s+as\\s+to|\\s+and)?"
              + "|(?:don'?t\\s+worry|no\\s+(?:rush|hurry|worries|problem|stress|panic|pressure)|sorry(?:\\s+to\\s+bother(?:\\s+you)?)?|quick\\s+(?:one|question)|but)"
              + ")\\b[\\s,:;!-]*)+(?=[\\p{L}\\d/])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:[\\s,;:-]+(?:please|pls|plz|instead|now|today|asap|immediately|instantly|quickly|right\\s+(?:away|now)|straight\\s+away|at\\s+once"
              + "|for\\s+(?:me|us)|(?:if|when|whenever)\\s+(?:possible|you\\s+(?:can|could|please|may|don'?t\\s+mind|(?:have|get|find)\\s+(?:a\\s+|some\\s+)?(?:\\w+\\s+)?(?:time|minute|min|moment|second|sec|chance)))"
              + "|(?:would|will|can|could)\\s+(?:you|u|ya)|mate|(?:thanks|thank\\s+you)(?:\\s+(?:a\\s+(?:lot|bunch|million)|(?:so|very)\\s+much|in\\s+advance))?|thx|cheers|ta))+\\s*(?=[.!?]*\\s*$)",
          Pattern.CASE_INSENSITIVE);

  /** A message's text is asked for by several of its readers. */
  private static final Recent<String> RECENT = new Recent<>(64);

  private RequestText() {}

  /** The text of a request without what says nothing of what is asked for. */
  public static String of(String text) {
    String known = RECENT.find(text);
    if (known != null) {
      return known;
    }
    String request = read(text);
    RECENT.keep(text, request);
    return request;
  }

  private static String read(String text) {
    String plain = CLOSING.matcher(Courtesy.stripped(text)).replaceFirst("");
    var opening = OPENING.matcher(plain);
    String rest = opening.find() ? plain.substring(opening.end()) : plain;
    return Misspellings.corrected(rest.isBlank() ? text : rest);
  }
}
