package dev.parley.understanding;

/** What a message does in a conversation, besides asking for something. */
public enum DialogueAct {
  /** No act of its own: a request, an answer, or anything else. */
  INFORM,
  AFFIRM,
  DENY,
  /** Asks whether what waits for a yes is wise. */
  DOUBT,
  CANCEL,
  /** Replaces something said before: "no, web-02". */
  CORRECT,
  HELP,
  GREET,
  THANK,
  WHO_AM_I,
  /** Lets a critical action of somebody else go ahead; may name its short id. */
  APPROVE,
  /** The contrary. */
  REJECT,
  /** Ends what is running: "stop it", "abort the restart". */
  STOP_RUNNING,
  /** Asks what is going on: what runs, what waits for whom. */
  PENDING,
  /** Calls off what waits for its time: "cancel the scheduled restart", "forget the 2am one". */
  CANCEL_SCHEDULED,
  /** Asks for the last request once more: "do that again". */
  AGAIN,
  /** Asks for what takes the last request back: "undo that". */
  UNDO,
  /** Asks for time: "hold on". */
  PAUSE,
  /** Asks for the pending request from its beginning: "start over". */
  START_OVER,
  /** Asks what a slot may be: "which environments are there?". */
  CHOICES
}
