package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where, in a request that takes a kind of thing, a word can only be the name of one: after the
 * verb ("upgrade crm to 12.1"), after a preposition ("on qa"), beside the noun ("the churn
 * report"), or anywhere when it is written as names are ("e2e-suite").
 */
final class UnknownPlaces {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:[-_.]?[a-z0-9]+)*");
  private static final Pattern WRITTEN_AS_A_NAME =
      Pattern.compile("[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+");
  private static final Pattern PARTY =
      Pattern.compile(
          "engineers?|people|folks|guys|someone|somebody|guard|anyone|members?|pager|person");
  private static final Set<SlotType> WRITTEN =
      EnumSet.of(
          SlotType.APPLICATION, SlotType.JOB, SlotType.QUERY, SlotType.CACHE, SlotType.DATABASE);
  private static final Set<String> NEVER = Words.of("NEVER_A_CLOSED_NAME");
  private static final Set<String> NEVER_WRITTEN = Words.of("HYPHENATED_WORDS");
  private static final Set<String> BEFORE = Words.of("BEFORE_AN_OBJECT");
  private static final Set<String> ENVIRONMENTS = Words.of("USUAL_ENVIRONMENTS");
  private static final Set<String> CHANGING = Words.of("CHANGES_AN_APPLICATION");
  private static final Set<String> CALLING = Words.of("CALLS_A_TEAM");
  private static final Set<String> RUNNING = Words.of("RUNS_A_JOB");
  private static final Pattern ON = Pattern.compile("on|against|in|from|over");
  private static final Pattern CLEARING =
      Pattern.compile("drop|reset|refresh|clean|expire|trash|blow|kill|delete");
  private static final Pattern DUMPING =
      Pattern.compile("save|copy|export|mysqldump|pg_dump|dump|backups?");
  private static final Pattern RANKS =
      Pattern.compile("high|highest|medium|low|lowest|blocker|warning|urgent|info|severe|normal");

  private final Wording words;

  UnknownPlaces(Wording words) {
    this.words = words;
  }

  /** Whether a word may be a name at all. */
  boolean possible(int at, SlotType type) {
    String word = words.word(at);
    if (!words.free(at) || word.length() < 2 || !NAME.matcher(word).matches()) {
      return false;
    }
    if (type == SlotType.ENVIRONMENT && ENVIRONMENTS.contains(word)
        || type == SlotType.SEVERITY && RANKS.matcher(word).matches()
        || type == SlotType.TEAM && word.equals("network")) {
      return true;
    }
    return !(type == SlotType.JOB && Branches.shaped(word))
        && !Words.NEVER_A_NAME.contains(word)
        && !Words.REQUEST_VERBS.contains(word)
        && !NEVER.contains(word)
        && !NumberRoles.unit(word)
        && NumberWords.at(words.line(), at).isEmpty();
  }

  /** Whether a word stands where the name of a thing of a kind does. */
  boolean names(int at, SlotType type) {
    int before = words.before(at);
    boolean object = NamePlaces.afterVerb(words.line(), before + 1, type);
    while (before > 0 && BEFORE.contains(words.word(before)) && words.free(before)) {
      before = words.before(before);
      object |= NamePlaces.afterVerb(words.line(), before + 1, type);
    }
    String direct = words.word(words.before(at));
    String lead = words.word(before);
    boolean noun = noun(at, type);
    return switch (type) {
      case ENVIRONMENT -> noun || environment(at);
      case APPLICATION ->
          !ENVIRONMENTS.contains(words.word(at))
              && (noun
                  || object
                  || CHANGING.contains(lead)
                  || direct.matches("of|for|with|on")
                  || words.word(at + 1).matches("deployment|rollout|release|deploy"));
      case TEAM ->
          noun && !direct.matches("is|am|are")
              || object
              || onCall(at, direct)
              || CALLING.contains(lead)
              || direct.matches("from|of|at")
                  && PARTY.matcher(words.word(words.before(at) - 1)).matches()
              || direct.equals("for")
                  && !words.word(at + 1).isEmpty()
                  && !words.token(at + 1).isWord();
      case DATABASE ->
          noun
              || object
              || ON.matcher(direct).matches()
              || direct.equals("of")
              || dumped(direct, lead, before);
      case CACHE -> noun || object || CLEARING.matcher(lead).matches() || direct.equals("of");
      case JOB -> noun || object || RUNNING.contains(lead) || direct.matches("of|status|job");
      case QUERY -> noun || object || RUNNING.contains(lead);
      case SEVERITY ->
          words.word(at - 1).equals("severity")
              || words.word(at + 1).equals("severity")
              || RANKS.matcher(words.word(at)).matches()
                  && words.word(at + 1).matches("incidents?|alerts?|outages?");
      default -> false;
    };
  }

  private boolean dumped(String direct, String lead, int before) {
    return DUMPING.matcher(lead).matches()
        || direct.matches("of|for") && DUMPING.matcher(words.word(before)).matches();
  }

  private boolean noun(int at, SlotType type) {
    return NamePlaces.noun(type, words.word(at + 1)) && at > 0
        || NamePlaces.noun(type, words.word(at - 1))
            && !words.word(at - 1).endsWith("s")
            && type != SlotType.SEVERITY;
  }

  private boolean environment(int at) {
    boolean usual = ENVIRONMENTS.contains(words.word(at));
    boolean ends = at + 1 >= words.size() || !words.token(at + 1).isWord();
    boolean written = WRITTEN_AS_A_NAME.matcher(words.word(at)).matches();
    return NamePlaces.environment(words.line(), at, 1) || usual && at > 0 && (ends || written);
  }

  private boolean onCall(int at, String direct) {
    return NamePlaces.onCall(words.line(), at, 1)
            && (direct.isEmpty() || direct.matches("of|from|for|at|in|on|page|the"))
        || words.word(at + 1).matches("rota|rotation|pager|shift|duty");
  }

  /** "e2e-suite", "crm_main": no word, wherever it stands. */
  boolean written(int at, SlotType type) {
    String word = words.word(at);
    return WRITTEN.contains(type)
        && possible(at, type)
        && WRITTEN_AS_A_NAME.matcher(word).matches()
        && !NEVER_WRITTEN.contains(word);
  }

  /** Whether a name may end before a word of a list: "cart-api, pricing and crm to dev". */
  boolean listEnds(int at) {
    return at >= words.size()
        || !words.token(at).isWord()
        || words
            .word(at)
            .matches(
                "and|or|to|in|on|down|up|out|from|for|at|into|please|with|as|caches?|databases?|jobs?|queries");
  }
}
