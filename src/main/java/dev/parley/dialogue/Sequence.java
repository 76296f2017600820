package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Waiting;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one message, one after the other. What is still put together has those that follow
 * directly beneath it on the agenda, the next one on top. Once it was started they go to the
 * bottom, out of the way of whatever is talked about meanwhile, and the first of them holds the
 * execution that it waits for.
 */
final class Sequence {
  private Sequence() {}

  /** Whether a frame follows what stood above it, which was not started. */
  static boolean isNext(@Nullable Frame frame) {
    return frame instanceof Waiting waiting && waiting.after() == null;
  }

  /** Has requests follow what is begun next. */
  static Dialogue add(Dialogue on, List<Draft> further) {
    var agenda = new ArrayList<>(on.agenda());
    for (int i = further.size() - 1; i >= 0; i--) {
      agenda.add(Waiting.next(further.get(i)));
    }
    return further.isEmpty() ? on : on.with(agenda);
  }

  /** What follows the frame that was on top, the next one first. */
  static List<ActionRequest> next(Dialogue dialogue) {
    int end = dialogue.agenda().size();
    return requests(dialogue.agenda().subList(first(dialogue.agenda(), end), end));
  }

  static Dialogue withoutNext(Dialogue dialogue) {
    int end = dialogue.agenda().size();
    return dialogue.with(dialogue.agenda().subList(0, first(dialogue.agenda(), end)));
  }

  /** All that follows what runs or is being put together. */
  static List<ActionRequest> following(Dialogue dialogue) {
    return requests(dialogue.agenda());
  }

  /**
   * The one before has been started: what follows it waits for its end. What the next one does not
   * say is what the one before said: "restart apache on web-01, then check the load".
   */
  static Dialogue startedBefore(
      Dialogue dialogue, ActionRequest before, String executionId, IntentCatalog catalog) {
    var agenda = dialogue.agenda();
    int first = first(agenda, agenda.size());
    if (!(dialogue.top().orElse(null) instanceof Waiting head) || first == agenda.size()) {
      return dialogue;
    }
    var waiting = new ArrayList<>(agenda.subList(first, agenda.size()));
    var completed = Waiting.next(completed(head.draft(), before, catalog));
    waiting.set(waiting.size() - 1, completed.startedBefore(executionId));
    waiting.addAll(agenda.subList(0, first));
    return dialogue.with(waiting);
  }

  private static Draft completed(Draft draft, ActionRequest before, IntentCatalog catalog) {
    var from = catalog.find(before.intent()).orElse(null);
    var to = catalog.find(draft.request().intent()).orElse(null);
    if (from == null || to == null) {
      return draft;
    }
    var carried = References.carried(before, from, to).request();
    var request = draft.request();
    for (var slot : to.slots()) {
      boolean open =
          slot.required()
              && slot.type().kind() == SlotType.Kind.CLOSED
              && request.values(slot.name()).isEmpty()
              && draft.trouble(slot.name()).isEmpty();
      if (open && !carried.values(slot.name()).isEmpty()) {
        request = request.with(slot.name(), carried.values(slot.name()));
      }
    }
    return new Draft(SlotFilling.inOrder(to, request), draft.troubles());
  }

  /** Without a frame, and with what follows it on top. */
  static Dialogue lifted(Dialogue dialogue, Frame frame) {
    var agenda = dialogue.agenda();
    int at = agenda.indexOf(frame);
    int first = first(agenda, at);
    var lifted = new ArrayList<>(agenda.subList(0, first));
    lifted.addAll(agenda.subList(at + 1, agenda.size()));
    lifted.addAll(agenda.subList(first, at));
    return dialogue.with(lifted);
  }

  /** What follows an action begins when that succeeded, and is dropped when it did not. */
  static Step ended(Dialogue dialogue, DialogueInput.Ended input) {
    var agenda = new ArrayList<>(dialogue.agenda());
    for (int at = 0; at < agenda.size(); at++) {
      if (agenda.get(at) instanceof Waiting waiting && waiting.follows(input.executionId())) {
        if (input.status() == ExecutionStatus.SUCCEEDED) {
          agenda.set(at, waiting.begins());
          return Step.of(dialogue.with(agenda));
        }
        var dropped = agenda.subList(first(agenda, at), at + 1);
        var left = new SystemAct.LeaveOut(requests(dropped));
        dropped.clear();
        return Step.of(dialogue.with(agenda), left);
      }
    }
    return Step.of(dialogue);
  }

  /** A request whose turn it is, and the dialogue with what follows that one on top. */
  record Due(Draft draft, Dialogue rest) {}

  /** What begins after a step: nothing while the world is asked. */
  static Optional<Due> due(Step step, IntentCatalog catalog, Instant now) {
    if (step.acts().stream().anyMatch(Sequence::isAnswered)) {
      return Optional.empty();
    }
    var dialogue = step.next();
    boolean asked = isAsked(dialogue.top().orElse(null), now);
    for (int at = dialogue.agenda().size() - 1; at >= 0; at--) {
      if (dialogue.agenda().get(at) instanceof Waiting waiting
          && waiting.due()
          && (!asked || asksNothing(waiting.draft(), catalog))) {
        return Optional.of(new Due(waiting.draft(), withoutOffer(lifted(dialogue, waiting))));
      }
    }
    return Optional.empty();
  }

  /** Readings that were offered lapse when something else comes up. */
  private static Dialogue withoutOffer(Dialogue dialogue) {
    return dialogue.with(
        dialogue.agenda().stream().filter(frame -> !(frame instanceof Frame.Choosing)).toList());
  }

  private static boolean isAnswered(SystemAct act) {
    return act instanceof SystemAct.Deed && !(act instanceof SystemAct.WithdrawApproval);
  }

  /** The answer that somebody is about to give must never meet another question. */
  private static boolean isAsked(@Nullable Frame top, Instant now) {
    return top instanceof Frame.Collecting
        || top instanceof Frame.Judging
        || top instanceof Frame.Planning
        || top instanceof Frame.Performing
        || (top instanceof Frame.Proving proving && now.isBefore(proving.expiresAt()))
        || (top instanceof Frame.Confirming frame && now.isBefore(frame.expiresAt()));
  }

  private static boolean asksNothing(Draft draft, IntentCatalog catalog) {
    var request = draft.request();
    return catalog
        .find(request.intent())
        .filter(intent -> intent.risk(request) == Risk.LOW)
        .filter(intent -> request.values(Slot.WHEN).isEmpty())
        .filter(intent -> Questions.first(intent, draft).isEmpty())
        .isPresent();
  }

  /** "Cancel" while nothing is asked: nothing follows any more, and what runs is to stop. */
  static Step cancelled(Dialogue dialogue) {
    var stop = new SystemAct.StopRun("", List.of());
    var following = following(dialogue);
    if (following.isEmpty()) {
      return Step.of(dialogue, stop);
    }
    var rest = dialogue.agenda().stream().filter(frame -> !(frame instanceof Waiting)).toList();
    return Step.of(dialogue.with(rest), new SystemAct.LeaveOut(following), stop);
  }

  /** Where those begin that follow the frame at {@code at}; {@code at} when none does. */
  static int first(List<Frame> agenda, int at) {
    int first = at;
    while (first > 0 && isNext(agenda.get(first - 1))) {
      first--;
    }
    return first;
  }

  /** Those of the frames that wait, the next one first. */
  static List<ActionRequest> requests(List<Frame> frames) {
    var requests = new ArrayList<ActionRequest>();
    for (var frame : frames) {
      if (frame instanceof Waiting waiting) {
        requests.add(waiting.draft().request());
      }
    }
    Collections.reverse(requests);
    return requests;
  }
}
