package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.permission.Decision;
import dev.parley.permission.Right;
import java.util.Optional;

/** Where it is judged what somebody may do to the assistant itself. */
record Rights(Moment moment, Participant whose) {
  /** Why somebody may not, which is written down; empty when they may. */
  Optional<String> refusal(Right right) {
    var decision = moment.mind().gatekeeper().judge(whose.person(), right, whose.conversation());
    if (!(decision instanceof Decision.Denied denied)) {
      return Optional.empty();
    }
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.ReviewRefused(
                moment.now(),
                whose.person().key(),
                whose.place(),
                whose.speaker().account(),
                right.label(),
                denied.rule()));
    return Optional.of(denied.explanation());
  }
}
