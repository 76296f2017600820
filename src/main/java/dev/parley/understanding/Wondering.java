package dev.parley.understanding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises what somebody only wonders about: "should we …?", "what happens if …", "is it safe to
 * …".
 */
final class Wondering {
  private static final String NAMES_OF_PEOPLE =
      Words.of("FIRST_NAMES").stream()
          .sorted()
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));
  private static final List<Pattern> OF_DOING =
      Stream.of(
              "^(?:let'?s|lets) (?:say|assume|suppose|pretend|imagine)\\b|^(?:suppose|imagine|assuming)\\b",
              "^(?:\\W*(?:so|and|but|hmm+|ok|well)\\b\\W*)*(?:should|shall|must) (?:i|we|one)\\b.*\\b(?:"
                  + Doings.DO
                  + ")\\b",
              "^(?:who|how often|how many times)\\b.*\\b(?:"
                  + Doings.DO
                  + "|"
                  + Doings.DOING
                  + "|"
                  + Doings.DONE
                  + ")\\b",
              "^why (?:do|does|did|would|should|must) (?:we|you|i|they|he|she|somebody|someone|people)\\b",
              "^(?:is|was|does|did|are) (?:" + Doings.DOING + ")\\b",
              "^(?:did|have|has|had|was|were|is|are) (?:you|we|i|they|anyone|anybody|someone|somebody|who)\\b.*\\b(?:"
                  + Doings.DO
                  + "|"
                  + Doings.DOING
                  + "|"
                  + Doings.DONE
                  + ")\\b",
              "^(?:may|can) i (?:really |just |safely )?(?:" + Doings.DO + ")\\b",
              "\\b(?:do you (?:think|reckon|believe|suppose|suggest|recommend)(?! (?:you|we) (?:can|could|might)\\b)|would you (?:recommend|suggest|advise))\\b.*\\b(?:"
                  + Doings.DO
                  + "|"
                  + Doings.DOING
                  + ")\\b",
              "^(?:is|was|would) it (?:be )?(?:really )?(?:safe|wise|ok|okay|fine|advisable|sensible|necessary|allowed|dangerous|risky|worth|smart|better|enough|help|hurt|harm|a (?:good|bad) idea)\\b.*\\b(?:"
                  + Doings.DO
                  + "|"
                  + Doings.DOING
                  + ")\\b",
              "^(?:would|will|does|did|could|might) it (?:help|hurt|harm|matter|work)\\b",
              "^(?:\\W*(?:so|and|but|hmm+|ok|well)\\b\\W*)*(?:would|will|does|did|could|might) (?:an?|the|that|another|this) (?:quick |simple |full |clean )?(?:"
                  + Doings.DO
                  + "|restart|deployment|backup|build)\\b(?!.*\\b(?:be (?:done|made|scheduled|arranged|possible|run)|happen|please|pls)\\b)",
              "^(?:(?:please|pls|and|so|hey|ok|well|tell me|remind me|can you tell me|do you remember|do you know)\\W+)*(?:what|which things|which commands)\\b(?: all| else| exactly)? (?:did|have|has|had|was|were|am|are|is) (?:i|we|you|he|she|they|someone|somebody|anyone|anybody|everybody|the others|"
                  + NAMES_OF_PEOPLE
                  + ")\\b(?: \\w+)? (?:do|done|doing|changed?|ask|asked|say|said|tell|told|order|ordered|miss|missed|broken?|broke|touch|touched|run|ran|typed?|up to)\\b",
              "^what (?:happens|happened|if|would|will|does)\\b.*\\b(?:"
                  + Doings.DO
                  + "|"
                  + Doings.DOING
                  + "|"
                  + Doings.DONE
                  + ")\\b")
          .map(Pattern::compile)
          .toList();
  private static final Pattern OF_ADVICE =
      Pattern.compile(
          "(?i)^(?:(?:so|and|but|hm+|well|hey|hi|hello|ok|now)[\\s,]+)*(?:(?:should|ought)\\s+(?:i|we|one|somebody|someone)\\b"
              + "|(?:would|will|does|could|might)\\s+it\\s+(?:help|hurt|make\\s+sense|be\\s+(?:ok|okay|safe|wise|better|good|a\\s+good\\s+idea))\\b"
              + "|is\\s+it\\s+(?:ok|okay|safe|wise|time|worth|a\\s+good\\s+idea)\\b|do\\s+(?:we|i)\\s+(?:need|have|want)\\s+to\\b|do\\s+you\\s+think\\b(?!\\s+(?:you|we)\\s+(?:can|could|might)\\b))");

  private Wondering() {}

  /** Whether it asks about something being done, and not for it. */
  static boolean ofDoing(String lower) {
    return OF_DOING.stream().anyMatch(pattern -> pattern.matcher(lower).find());
  }

  /** Whether it asks what would be good to do: that is only offered. */
  static boolean asksForAdvice(String text) {
    return OF_ADVICE.matcher(text).find();
  }
}
