package dev.parley.understanding;

import java.util.Optional;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds what is handed on: "my boss told me to reboot mail-01, could you do that?", "how do I ping
 * a host, would you do it for me?".
 */
final class Delegated {
  private static final Pattern DO_IT =
      Pattern.compile(
          "(?i)[\\s,.;!?-]+(?:so\\s+|and\\s+|then\\s+|but\\s+)?(?:(?:would|could|can|will)\\s+(?:you|u)\\s+(?:please\\s+|pls\\s+|maybe\\s+|kindly\\s+)?|please\\s+)(?:do|handle|run|manage|arrange)\\s+(?:it|that|this|so)(?:\\s+(?:for\\s+me|for\\s+us|please|pls|now|then|instead))*[\\s?.!]*$");

  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)^.{0,40}?\\b(?:asked|asks|told|tells|wants|wanted|reminded|instructed|begged|ordered)\\s+(?:me|us)\\s+to\\s+");

  private static final Pattern HOW =
      Pattern.compile(
          "(?i)^(?:\\w+[\\s,]+){0,3}?how\\s+(?:do|can|could|would|should|might)\\s+(?:i|we|one)\\s+|^(?:\\w+[\\s,]+){0,2}?how\\s+to\\s+");

  private Delegated() {}

  /** The stretch that says what is to be done, empty where nothing is handed on. */
  static Optional<Span> in(String text) {
    var doIt = DO_IT.matcher(text);
    if (!doIt.find()) {
      return Optional.empty();
    }
    int end = doIt.start();
    var told = TOLD.matcher(text).region(0, end);
    var how = HOW.matcher(text).region(0, end);
    int start = told.lookingAt() ? told.end() : how.lookingAt() ? how.end() : -1;
    return start < 0 || start >= end ? Optional.empty() : Optional.of(new Span(start, end));
  }
}
