package dev.parley.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token is for. */
public enum Scope {
  /** To talk as one person. */
  CHAT(EnumSet.of(Right.TALK)),
  /** To talk for whoever it names, as a front end does. */
  SPEAK_FOR(EnumSet.of(Right.TALK, Right.SPEAK_FOR)),
  /** To read the record and the metrics, and to say nothing. */
  READ(EnumSet.of(Right.READ_RECORD)),
  /** Everything. */
  ADMIN(EnumSet.allOf(Right.class));

  private final Set<Right> rights;

  Scope(Set<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  /** One thing that a credential may do. */
  public enum Right {
    TALK,
    SPEAK_FOR,
    READ_RECORD,
    ADMINISTER
  }

  public Set<Right> rights() {
    return rights;
  }

  /** As people write it: {@code speak-for}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads what {@link #label} writes. */
  public static Optional<Scope> byLabel(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label().equals(label.strip())).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(Scope::label).toList();
  }
}
