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

  /** Has a proposal run; its confirmation is already gone from the agenda. */
  Step perform(Dialogue on, Proposal proposal);

  /** Has a second person asked for a proposal that its person confirmed. */
  Step requestApproval(Dialogue on, Proposal proposal);

  /**
   * Says something and brings up again what is still open beneath; further requests of a message
   * are left out when the one before them did not start.
   */
  Step resume(Dialogue on, SystemAct said);
}
