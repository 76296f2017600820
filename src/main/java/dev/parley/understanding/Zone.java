package dev.parley.understanding;

/** How sure a reading is. */
public enum Zone {
  /** Sure enough to act on (after whatever the risk asks for). */
  ACT,
  /** Offered as a choice that a plain yes does not start. */
  OFFER,
  /** Not meant for the assistant, or not among what it can do. */
  DECLINE
}
