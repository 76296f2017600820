package dev.parley.understanding;

import java.util.regex.Pattern;

/**
 * Recognises doubt about what was just shown: "is that safe?", "are you sure?", "will it hurt?". It
 * asks for nothing else, so what stands goes on waiting for a yes or a no.
 */
final class Doubts {
  private static final String BEFORE =
      "(?:(?:wait|hm+|um+|uh|erm?|oh|ok|okay|so|and|but|well|hold on|one (?:second|moment|sec)|sorry|hey|yes|yeah|yep|no|really|just|please|tell me|be honest)\\W+)*";

  /** What stands there to be confirmed. */
  private static final String IT =
      "(?:it|that|this|these|those|they|there|doing (?:it|that|this|so)|(?:that|this|the) (?:command|action|one|change|step|request|box|host|machine|thing))";

  private static final String JUDGED =
      "safe|unsafe|ok|okay|alright|fine|right|wrong|correct|wise|smart|sane|clever|stupid|crazy|necessary|needed|required|worth|risky?|dangerous|critical|harmless|harmful|reversible|undone|allowed|legal|normal|much|many|bad|good|better|idea|really|needs?|hurts?|harm|break|breaks|kill|lose|loses|affect|affects|disturb|interrupt|take|takes|work|works|help|helps|happen|mean|means|intended|supposed|wanted|meant|asked|cause|causes|be|box|host|one|machine|production|prod|long|back|later|wait|notice|noticed|matter|trouble";

  /** Whoever asks for these wants to look first. */
  private static final String STATE =
      "running|up|down|alive|reachable|online|offline|started|stopped|status|load|uptime";

  private static final Pattern DOUBT =
      Pattern.compile(
          "(?i)"
              + BEFORE
              + "(?:"
              + String.join(
                  "|",
                  "(?:is|was|isn't|are|aren't|would|wouldn't|will|won't|could|can|can't|does|doesn't|do|did|might|may|should|shouldn't)\\s+"
                      + IT
                      + "\\b(?!.*\\b(?:"
                      + STATE
                      + ")\\b).*\\b(?:"
                      + JUDGED
                      + ")\\b.*",
                  "(?:will|would|does|do|could|can|might)\\s+(?:we|i|you|anyone|anybody|somebody|someone|users|the users|customers|the customers|people)\\s+(?:lose|notice|break|hurt|regret|see|feel|be|get|undo|have to|need to|suffer)\\b.*",
                  "(?:are|r)\\s+(?:you|u|we)\\s+(?:(?:really|very|quite|absolutely|totally|still|all|a hundred percent|100 ?%)\\s+)*(?:sure|certain|positive|serious|kidding|joking|confident|ready)\\b.*",
                  "am\\s+i\\s+(?:(?:really|very|quite|still)\\s+)*(?:sure|certain|right|wrong|ready)\\b.*",
                  "(?:(?:really|quite|very|absolutely|100 ?%|you(?:'re| are)?)\\s+)*(?:sure|certain|positive)(?:\\s+(?:about|of|that|it|on)\\b.*)?\\?",
                  "(?:i(?:'m| am)|we(?:'re| are))\\s+(?:(?:not|a bit|a little|still|quite|so|really|that)\\s+)*(?:sure|certain|unsure|nervous|worried|afraid|scared|torn|convinced|confident|hesitant|in two minds)\\b.*",
                  "(?:how|what)(?:'s|\\s+(?:is|are|about))?\\s+(?:(?:really|very)\\s+)?(?:risky|dangerous|bad|safe|the (?:risk|danger|harm|impact|downside|effect|consequences?|worst))\\b.*",
                  "what\\s+(?:if|could|can|would|will|might|may|does|happens)\\b.*\\b(?:wrong|happen|happens|fails?|breaks?|hurt|risk|not work|impact|affect|affected|down)\\b.*",
                  "how\\s+long\\s+(?:will|would|does|is|can|could)\\s+" + IT + "\\b.*",
                  "(?:any|are there any|is there any|is there an?)\\s+(?:risks?|dangers?|harm|downsides?|downtime|impact|side ?effects?|way back|catch)\\b.*",
                  "(?:do|should|must|ought)\\s+(?:i|we)\\s+(?:really|have to|need to|need this|worry|be worried|want this|want that|dare)\\b.*",
                  "(?:really|seriously|honestly|for real|truly|sure|safe|risky|dangerous)\\s*\\?+",
                  "i (?:wonder|doubt|hope|fear)\\b.*\\b" + IT + "\\b.*",
                  "let me (?:think|consider|ask|double.?check|sleep)\\b.*")
              + ")");

  private Doubts() {}

  /** Whether a message only doubts; it names nothing, which would be another question. */
  static boolean is(Heard heard) {
    return heard.mentions().isEmpty() && DOUBT.matcher(heard.text().strip()).matches();
  }
}
