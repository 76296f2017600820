package dev.parley.understanding;

/** Words that change what the rest of a message means, and where they stand. */
record Cue(Kind kind, int start, int end) {
  /** Where cues overlap, the kind that stands first here wins. */
  enum Kind {
    OVERRIDE,
    REDEFINITION,
    /** Looks like one of the others and is none. */
    HARMLESS,
    /** The value that a correction takes back: "not web-01" in "not web-01, web-02". */
    REJECTED,
    EXCEPTION,
    NEGATION
  }

  boolean overlaps(Cue other) {
    return start < other.end && other.start < end;
  }
}
