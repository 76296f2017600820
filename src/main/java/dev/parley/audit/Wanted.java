package dev.parley.audit;

import java.time.Instant;
import java.util.Locale;

/**
 * Which entries of the record are looked for: all that is said here must hold.
 *
 * @param text is contained, without case; empty for any
 * @param person whom it concerns; empty for anybody
 * @param intent which it is about; empty for any
 * @param kind of event, see {@link EventKind}; empty for any
 * @param since from then on
 * @param until before then
 */
public record Wanted(
    String text, String person, String intent, String kind, Instant since, Instant until) {
  /** Later than anything that happens, and still a date that every database knows. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** Everything. */
  public static final Wanted ALL = new Wanted("", "", "", "", Instant.EPOCH, END);

  public Wanted {
    text = text.toLowerCase(Locale.ROOT);
  }

  public Wanted text(String it) {
    return new Wanted(it, person, intent, kind, since, until);
  }

  public Wanted person(String it) {
    return new Wanted(text, it, intent, kind, since, until);
  }

  public Wanted intent(String it) {
    return new Wanted(text, person, it, kind, since, until);
  }

  public Wanted kind(String it) {
    return new Wanted(text, person, intent, it, since, until);
  }

  public Wanted since(Instant it) {
    return new Wanted(text, person, intent, kind, it, until);
  }

  public Wanted until(Instant it) {
    return new Wanted(text, person, intent, kind, since, it);
  }
}
