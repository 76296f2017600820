package dev.parley;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.schedule.Scheduled;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of several scheduled actions a message means: by the short id, else by what is to be done,
 * with what, and when, as far as the message says so.
 */
final class MeantSchedule {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern CLOCK = Pattern.compile(".*\\d.*|.*\\b(?:noon|midnight)\\b.*");
  private static final Duration ABOUT = Duration.ofMinutes(10);
  private static final Duration PART_OF_A_DAY = Duration.ofHours(12);
  private static final int SHORTEST_ACTION = 4;

  private final Interpretation said;
  private final Set<String> words;
  private final Set<String> actions;
  private final ZoneId zone;
  private final Instant now;

  MeantSchedule(Interpretation said, IntentCatalog catalog, ZoneId zone, Instant now) {
    this.said = said;
    this.words = words(said.text());
    this.zone = zone;
    this.now = now;
    this.actions =
        catalog.all().stream()
            .map(Intent::name)
            .flatMap(name -> Arrays.stream(name.split("_", -1)))
            .filter(action -> action.length() >= SHORTEST_ACTION && isSaid(action))
            .collect(Collectors.toSet());
    // "stop the scheduled restart": the first word calls off, and is no action.
    actions.remove(firstWord(said.text()));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(word -> word.group())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String firstWord(String text) {
    var word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    return word.find() ? word.group() : "";
  }

  /** "restart" is said by "restarts" and "restarting". */
  private boolean isSaid(String action) {
    return words.stream().anyMatch(word -> word.startsWith(action));
  }

  List<Scheduled> among(List<Scheduled> waiting) {
    var named = waiting.stream().filter(later -> words.contains(later.shortId())).toList();
    if (!named.isEmpty()) {
      return named;
    }
    var fitting =
        waiting.stream()
            .filter(later -> said.entities().stream().allMatch(e -> fits(e, later)))
            .toList();
    if (actions.isEmpty()) {
      return fitting;
    }
    long most = fitting.stream().mapToLong(this::sharedWords).max().orElse(0);
    return fitting.stream().filter(later -> most > 0 && sharedWords(later) == most).toList();
  }

  private long sharedWords(Scheduled later) {
    return Arrays.stream(later.proposal().request().intent().split("_", -1))
        .filter(actions::contains)
        .count();
  }

  private boolean fits(Entity entity, Scheduled later) {
    var values =
        entity.values().stream().filter(SlotValue::known).map(SlotValue::canonical).toList();
    if (values.isEmpty() || entity.type().kind() == SlotType.Kind.NUMBER) {
      return true;
    }
    if (entity.type() == SlotType.TIME) {
      return values.stream().anyMatch(time -> isDue(later.due(), time, entity.text()));
    }
    var proposal = later.proposal();
    boolean inSlot =
        proposal.request().slots().keySet().stream()
            .flatMap(slot -> proposal.request().canonical(slot).stream())
            .anyMatch(values::contains);
    return inSlot || proposal.targets().stream().anyMatch(t -> values.contains(t.name()));
  }

  private boolean isDue(Instant due, String canonical, String spoken) {
    var time = DueTime.point(canonical, now, zone);
    boolean near = Duration.between(time, due).abs().compareTo(ABOUT) <= 0;
    if (canonical.startsWith("PT")) {
      return near;
    }
    if (CLOCK.matcher(spoken.toLowerCase(Locale.ROOT)).matches()) {
      return near || sameClock(due, time);
    }
    boolean thatDay = due.atZone(zone).toLocalDate().equals(time.atZone(zone).toLocalDate());
    boolean within = !due.isBefore(time) && due.isBefore(time.plus(PART_OF_A_DAY));
    return thatDay || within;
  }

  /** "the 2am one" names no day, and maybe means another zone's clock than the person's. */
  private boolean sameClock(Instant due, Instant time) {
    var clock = clock(time, zone);
    return clock.equals(clock(due, zone)) || clock.equals(clock(due, ZoneOffset.UTC));
  }

  private static LocalTime clock(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalTime().withSecond(0).withNano(0);
  }
}
