package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Questions of what a slot may be: "which environments are there?", "what can I choose from?". What
 * exists answers them, and what was asked stands.
 */
public final class SlotQuestions {
  private static final String OPENING =
      "(?:(?:and|so|ok|okay|hm+|wait|well|sorry|first|then|but|please|can you|could you|tell"
          + " me|remind me|do you know|which ones)\\s+)*";
  private static final String THERE =
      "(?:are there|is there|exist|are available|are possible|are known|are valid|are allowed|are"
          + " defined|are set up|are configured|(?:do|can|could|may|might|should) (?:we|you|i)"
          + " (?:have|know|choose|pick|use|take|name|say|enter|give|select|offer|accept|support)(?:"
          + " about| of| from| here| there)?|(?:have|did) (?:we|you) (?:got|have)|can it be|could"
          + " it be|may it be|might it be)";
  private static final Pattern OF_A_KIND =
      Pattern.compile(
          OPENING
              + "(?:(?:which|what) (?:kinds? of |sorts? of |other )?(?<first>[a-z]+(?: [a-z]+)?) "
              + THERE
              + "(?: again| here| then| anyway| exactly| to choose from)*|(?:what are|what"
              + " were|whats|name|list|show|show me|give me|tell me) (?:all )?(?:the|our|your|my)?"
              + " ?(?:available |possible |known |valid )?(?<second>[a-z]+)(?: again| then|"
              + " please)*)");
  private static final Pattern OF_WHAT_IS_ASKED =
      Pattern.compile(
          OPENING
              + "(?:(?:which|what)(?: ones?)? "
              + THERE
              + "(?: again| here| then)*|what are (?:the|my|our)"
              + " (?:options|choices|possibilities|possible values|values)|what options (?:are"
              + " there|do i have|have i got)|what choices (?:are there|do i have|have i"
              + " got)|options|choices|(?:show|list|give|tell)(?: me)? (?:the|my|all) ?(?:the"
              + " )?(?:options|choices|possibilities|values)|what would be possible|what is"
              + " possible|whats possible|what is there|whats there)");

  /** These have intents of their own, which tell more. */
  private static final Set<SlotType> LISTED = EnumSet.of(SlotType.HOST, SlotType.GROUP);

  private static final Map<SlotType, List<String>> NOUNS = new EnumMap<>(SlotType.class);

  static {
    NOUNS.put(SlotType.SERVICE, List.of("services", "service", "daemons"));
    NOUNS.put(
        SlotType.ENVIRONMENT, List.of("environments", "environment", "envs", "env", "stages"));
    NOUNS.put(SlotType.APPLICATION, List.of("applications", "application", "apps", "app"));
    NOUNS.put(SlotType.TEAM, List.of("teams", "team"));
    NOUNS.put(SlotType.DATABASE, List.of("databases", "database", "dbs", "db"));
    NOUNS.put(SlotType.CACHE, List.of("caches", "cache"));
    NOUNS.put(SlotType.JOB, List.of("jobs", "job", "builds", "build jobs", "pipelines"));
    NOUNS.put(SlotType.QUERY, List.of("queries", "query", "saved queries", "reports"));
    NOUNS.put(SlotType.SEVERITY, List.of("severities", "severity", "severity levels", "levels"));
    NOUNS.put(SlotType.STATE, List.of("states", "state"));
  }

  private SlotQuestions() {}

  /**
   * The kind of value that a message asks about.
   *
   * @param pending the intent that is being filled or confirmed, or null
   * @param asked the slot that was asked for, or null
   */
  public static Optional<SlotType> of(String text, @Nullable Intent pending, @Nullable Slot asked) {
    return of(Courtesy.words(Tokens.of(text)), pending, asked);
  }

  static Optional<SlotType> of(List<String> words, @Nullable Intent pending, @Nullable Slot asked) {
    String said = String.join(" ", words);
    if (asked != null && OF_WHAT_IS_ASKED.matcher(said).matches()) {
      return Optional.of(asked.type());
    }
    var question = OF_A_KIND.matcher(said);
    if (!question.matches()) {
      return Optional.empty();
    }
    boolean plain = question.group("first") != null;
    var noun = plain ? question.group("first") : question.group("second");
    var type =
        NOUNS.entrySet().stream()
            .filter(entry -> entry.getValue().contains(noun))
            .map(Map.Entry::getKey)
            .findFirst();
    return type.filter(t -> takes(pending, t) || plain && tellsMore(t));
  }

  private static boolean takes(@Nullable Intent pending, SlotType type) {
    return pending != null && pending.slots().stream().anyMatch(slot -> slot.type() == type);
  }

  /** What no intent lists, so that the question is answered whatever is pending. */
  private static boolean tellsMore(SlotType type) {
    return !LISTED.contains(type)
        && type != SlotType.SERVICE
        && type != SlotType.JOB
        && type != SlotType.STATE;
  }
}
