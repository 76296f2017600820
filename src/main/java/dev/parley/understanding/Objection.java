package dev.parley.understanding;

/**
 * Why a message can start or propose nothing.
 *
 * @param excerpt what in the message it is about, made printable
 */
public record Objection(Kind kind, String excerpt) {
  public enum Kind {
    /** {@code $(}, {@code &&}, a pipe … outside an exact command. */
    SHELL_SYNTAX,
    /** Markup or quoted dialogue around a request, JSON, key-value lines, templates, options. */
    WRAPPED,
    /** A further line that is more than courtesy. */
    MANY_LINES,
    /** Zero-width, bidirectional or other control characters. */
    HIDDEN_CHARACTERS,
    /** Letters of several scripts in one word. */
    MIXED_SCRIPTS,
    /** Tells the assistant to skip, presume or override its checks. */
    OVERRIDE,
    /** Fixes the meaning of a later word. */
    REDEFINITION,
    /** Holds a time at which, or for which, it cannot be done. */
    TIME,
    /** Asks for something again and again. */
    REPEATS,
    /** Asks for something at a time that has been. */
    PAST,
    /** Holds a negation, which nothing understands yet. */
    NEGATION,
    /** Holds an exception, which nothing understands yet. */
    EXCEPTION,
    /** Holds what looks like a token or a password, which is not kept and so cannot be used. */
    SECRET,
    /** Over 4,000 characters. */
    TOO_LONG
  }
}
