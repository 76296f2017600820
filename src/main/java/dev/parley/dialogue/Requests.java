package dev.parley.dialogue;

import dev.parley.intent.Proposal;
import java.util.List;

/** What {@link Hearing} hands on: how a request goes on, and how what was said ends. */
interface Requests {
  /** Goes on with a request: permission first, then its questions, then its plan. */
  Step begin(Dialogue on, Draft draft);

  /**
   * The same, with further requests that begin one after the other each when the one before has
   * succeeded.
   */
  Step begin(Dialogue on, Draft draft, List<Draft> further);

  /**
   * Goes on with a proposal that its person confirmed, whose confirmation is already gone from the
   * agenda: a one-time password first where it takes one, then a second person where it takes one,
   * and then it runs.
   */
  Step confirmed(Dialogue on, Proposal proposal);

  /**
   * Says something and brings up again what is still open beneath; further requests of a message
   * are left out when the one before them did not start.
   */
  Step resume(Dialogue on, SystemAct said);
}
