package dev.parley.intent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of value that a slot takes, with what is open and what is closed. */
public enum SlotType {
  SERVICE(Kind.CLOSED),
  HOST(Kind.CLOSED),
  GROUP(Kind.CLOSED),
  ENVIRONMENT(Kind.CLOSED),
  APPLICATION(Kind.CLOSED),
  TEAM(Kind.CLOSED),
  DATABASE(Kind.CLOSED),
  CACHE(Kind.CLOSED),
  JOB(Kind.CLOSED),
  QUERY(Kind.CLOSED),
  SEVERITY(Kind.CLOSED),
  STATE(Kind.CLOSED),
  COUNT(Kind.NUMBER),
  PORT(Kind.NUMBER),
  PID(Kind.NUMBER),
  REPLICAS(Kind.NUMBER),
  DAYS(Kind.NUMBER),
  LINES(Kind.NUMBER),
  DURATION(Kind.TIME),
  SINCE(Kind.TIME),
  TIME(Kind.TIME),
  IP(Kind.PATTERN),
  DOMAIN(Kind.PATTERN),
  URL(Kind.PATTERN),
  PATH(Kind.PATTERN),
  VERSION(Kind.PATTERN),
  BRANCH(Kind.PATTERN),
  METRIC(Kind.PATTERN),
  ALERT(Kind.PATTERN),
  TICKET(Kind.PATTERN),
  INCIDENT(Kind.PATTERN),
  CUSTOMER(Kind.PATTERN),
  PERSON(Kind.PATTERN),
  PROJECT(Kind.PATTERN),
  PRIORITY(Kind.PATTERN),
  RECORD_TYPE(Kind.PATTERN),
  TEXT(Kind.TEXT);

  /** How values of a type are recognised and checked. */
  public enum Kind {
    /** Only what the inventory knows exists. */
    CLOSED,
    /** A whole number within a range, in digits. */
    NUMBER,
    /** An amount of time or a point in time. */
    TIME,
    /** Anything that fits a pattern; never starting with {@code -}. */
    PATTERN,
    /** The rest of what was said. */
    TEXT
  }

  private final Kind kind;

  SlotType(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** As written in intent files, e.g. {@code record_type}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this label, empty when there is none. */
  public static Optional<SlotType> byLabel(String label) {
    return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
  }
}
