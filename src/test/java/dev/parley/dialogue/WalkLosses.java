package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether something vanished from the agenda without a word. What expired may, and for what is
 * spoken of now it is enough that something was said.
 */
final class WalkLosses {
  private WalkLosses() {}

  static void none(List<Frame> before, List<Frame> after, List<SystemAct> acts, Instant now) {
    var told = new ArrayList<ActionRequest>();
    acts.forEach(act -> told.addAll(told(act)));
    var left = new ArrayList<Object>();
    after.forEach(frame -> left.add(identity(frame)));
    int spokenOf = before.size() - 1;
    while (spokenOf >= 0
        && (expired(before.get(spokenOf), now) || Sequence.isNext(before.get(spokenOf)))) {
      spokenOf--;
    }
    for (int i = 0; i < before.size(); i++) {
      var frame = before.get(i);
      boolean may = expired(frame, now) || (i == spokenOf && !(frame instanceof Frame.Waiting));
      if (!left.remove(identity(frame)) && !may && !told.remove(request(frame))) {
        throw new AssertionError("Gone without a word: " + frame + "\n    " + acts);
      }
    }
  }

  private static Object identity(Frame frame) {
    return frame instanceof Frame.Waiting waiting ? waiting.draft() : frame;
  }

  /** What an act says of requests that end, or has begin. */
  private static List<ActionRequest> told(SystemAct act) {
    if (act instanceof SystemAct.LeaveOut left) {
      return left.requests();
    }
    if (act instanceof SystemAct.Forget forgotten) {
      return forgotten.requests();
    }
    if (act instanceof SystemAct.AskPermission ask) {
      return List.of(ask.request());
    }
    if (act instanceof SystemAct.ApprovedBy approved) {
      return List.of(approved.proposal().request());
    }
    return act instanceof SystemAct.RejectedBy rejected
        ? List.of(rejected.proposal().request())
        : List.of();
  }

  private static ActionRequest request(Frame frame) {
    if (frame instanceof Frame.Waiting waiting) {
      return waiting.draft().request();
    }
    if (frame instanceof Frame.Collecting collecting) {
      return collecting.draft().request();
    }
    if (frame instanceof Frame.Approving approving) {
      return approving.proposal().request();
    }
    return frame instanceof Frame.Confirming confirming
        ? confirming.proposal().request()
        : ActionRequest.of("an offer");
  }

  private static boolean expired(Frame frame, Instant now) {
    if (frame instanceof Frame.Confirming confirming) {
      return !now.isBefore(confirming.expiresAt());
    }
    return frame instanceof Frame.Choosing
        || (frame instanceof Frame.Approving approving && !now.isBefore(approving.expiresAt()));
  }
}
