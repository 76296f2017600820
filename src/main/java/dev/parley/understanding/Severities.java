package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.Optional;
import java.util.regex.Pattern;

/** Severities by their number, however it is written: sev1, SEV-1, "sev 1", "severity one", p1. */
final class Severities {
  private static final Pattern JOINED =
      Pattern.compile("(?:sev(?:erity)?|p|prio|priority)[-_:#.]?(\\d)s?");
  private static final Pattern SPELT_OUT = Pattern.compile("sev|severity|severities|sevs");
  private static final Pattern JOIN = Pattern.compile("of|is|:|=|level|number|no|#|-");
  private static final int HIGHEST = 9;

  /** A severity that is written with a number, and of how many words. */
  record Found(Optional<NamedMatch> match, int words) {}

  private Severities() {}

  static Optional<Found> at(EntityResolver resolver, Line line, int at) {
    var joined = JOINED.matcher(line.word(at));
    if (joined.matches()) {
      return Optional.of(new Found(numbered(resolver, joined.group(1)), 1));
    }
    if (!SPELT_OUT.matcher(line.word(at)).matches()) {
      return Optional.empty();
    }
    int next = JOIN.matcher(line.word(at + 1)).matches() ? at + 2 : at + 1;
    return NumberWords.at(line, next)
        .filter(number -> number.words() == 1 && Long.parseLong(number.digits()) <= HIGHEST)
        .map(number -> new Found(numbered(resolver, number.digits()), next + 1 - at));
  }

  /** The severity whose name ends in a number. */
  static Optional<NamedMatch> numbered(EntityResolver resolver, String digits) {
    return Optional.of("sev" + digits)
        .flatMap(name -> resolver.nearSpelling(SlotType.SEVERITY, name))
        .or(() -> resolver.nearSpelling(SlotType.SEVERITY, "p" + digits))
        .or(() -> resolver.nearSpelling(SlotType.SEVERITY, "severity " + digits));
  }
}
