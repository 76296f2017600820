package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a dialogue from growing without end: of what it is in the middle of, and of what waits for
 * its turn, the oldest beyond the bound is dropped, and that is said.
 */
final class Bounds {
  private final List<Frame> agenda;
  private final List<ActionRequest> dropped = new ArrayList<>();
  private final List<SystemAct> withdrawn = new ArrayList<>();

  private Bounds(Dialogue dialogue) {
    this.agenda = new ArrayList<>(dialogue.agenda());
  }

  /** A step whose dialogue keeps no more than {@code depth} things of each of the two. */
  static Step within(int depth, Step step) {
    var bounds = new Bounds(step.next());
    bounds.drop(depth, false);
    bounds.drop(depth, true);
    if (bounds.dropped.isEmpty()) {
      return step;
    }
    var kept = new Step(step.next().with(bounds.agenda), step.acts(), step.about());
    for (var act : bounds.withdrawn) {
      kept = kept.saying(act);
    }
    return kept.saying(new SystemAct.Forget(bounds.dropped));
  }

  private void drop(int depth, boolean waiting) {
    long surplus = agenda.stream().filter(frame -> isWaiting(frame) == waiting).count() - depth;
    for (; surplus > 0; surplus--) {
      int at = 0;
      while (isWaiting(agenda.get(at)) != waiting) {
        at++;
      }
      dropAt(at);
    }
  }

  /** What would have followed goes with it. */
  private void dropAt(int at) {
    var going = agenda.subList(Sequence.first(agenda, at), at + 1);
    request(agenda.get(at)).ifPresent(dropped::add);
    dropped.addAll(Sequence.requests(going.subList(0, going.size() - 1)));
    if (agenda.get(at) instanceof Frame.Approving approving) {
      withdrawn.add(new SystemAct.WithdrawApproval(approving.approval()));
    }
    going.clear();
  }

  /** What a frame is about; readings that were only offered are nothing that was begun. */
  private static Optional<ActionRequest> request(Frame frame) {
    if (frame instanceof Frame.Collecting collecting) {
      return Optional.of(collecting.draft().request());
    }
    if (frame instanceof Frame.Confirming confirming) {
      return Optional.of(confirming.proposal().request());
    }
    if (frame instanceof Frame.Proving proving) {
      return Optional.of(proving.proposal().request());
    }
    if (frame instanceof Frame.Approving approving) {
      return Optional.of(approving.proposal().request());
    }
    return frame instanceof Frame.Waiting waiting
        ? Optional.of(waiting.draft().request())
        : Optional.empty();
  }

  private static boolean isWaiting(Frame frame) {
    return frame instanceof Frame.Waiting;
  }
}
