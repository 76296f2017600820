package dev.parley.understanding;

/** Words that change what the rest of a message means, and where they stand. */
record Cue(Kind kind, int start, int end) {
  /** Where cues overlap, the kind that stands first here wins. */
  enum Kind {
    OVERRIDE,
    /** A negation in words that look harmless otherwise. */
    FORBIDDEN,
    REDEFINITION,
    /** Looks like one of the others and is none. */
    HARMLESS,
    /** The value that a correction takes back: "not web-01" in "not web-01, web-02". */
    REJECTED,
    EXCEPTION,
    NEGATION
  }

  /** Whether another cue gives way to this one: harmless words only excuse what begins in them. */
  boolean displaces(Cue other) {
    return other.start < end && (kind == Kind.HARMLESS ? start <= other.start : start < other.end);
  }
}
