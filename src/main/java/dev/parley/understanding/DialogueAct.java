package dev.parley.understanding;

/** What a message does in a conversation, besides asking for something. */
public enum DialogueAct {
  /** No act of its own: a request, an answer, or anything else. */
  INFORM,
  AFFIRM,
  DENY,
  CANCEL,
  /** Replaces something said before: "no, web-02". */
  CORRECT,
  HELP,
  GREET,
  THANK,
  WHO_AM_I
}
