package dev.parley.cli.conversationtest;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.intent.ActionRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a turn led to.
 *
 * @param started the actions that it started
 * @param replies every reply's text, also of results that came before the next turn
 */
record Observed(
    @Nullable String intent,
    Map<String, List<String>> slots,
    @Nullable String asking,
    boolean confirming,
    boolean scheduled,
    boolean idle,
    boolean understood,
    List<Started> started,
    List<String> replies) {

  /** An action that was started. */
  record Started(String intent, Map<String, List<String>> slots) {
    static Started of(ActionRequest request) {
      var slots = new LinkedHashMap<String, List<String>>();
      request.slots().keySet().forEach(slot -> slots.put(slot, request.canonical(slot)));
      return new Started(request.intent(), slots);
    }
  }

  /**
   * Reads an answer.
   *
   * @param afterwards where the speaker's dialogue stood when all that was started had succeeded
   * @param followers what began because it had
   * @param known the executions that earlier turns started; those of this turn are added
   * @param later what was said since the message, which may repeat the answer
   */
  static Observed of(
      Answer answer,
      Answer.State afterwards,
      List<Execution> followers,
      Set<String> known,
      List<String> later) {
    var started = new ArrayList<Started>();
    boolean scheduled = false;
    for (var execution : answer.executions()) {
      boolean fresh = known.add(execution.id());
      boolean waits = execution.due() != null;
      scheduled |= fresh && waits;
      if (fresh && !waits) {
        started.add(new Started(execution.intent(), execution.slots()));
      }
    }
    for (var execution : followers) {
      if (known.add(execution.id())) {
        started.add(Started.of(execution.proposal().request()));
      }
    }
    var replies = new ArrayList<String>();
    var rest = new ArrayList<>(later);
    for (var reply : answer.replies()) {
      replies.add(reply.plainText());
      rest.remove(reply.plainText());
    }
    replies.addAll(rest);
    // What follows an action that succeeded is what the person is asked about now.
    boolean goesOn = afterwards.intent() != null && !afterwards.equals(answer.state());
    return new Observed(
        goesOn ? afterwards.intent() : answer.intent(),
        goesOn && afterwards.slots() != null ? afterwards.slots() : answer.slots(),
        afterwards.asking(),
        afterwards.confirming(),
        scheduled,
        idle(afterwards),
        answer.understood(),
        started,
        replies);
  }

  /** Suggestions that a plain yes does not start are idle, where nothing is pending beneath. */
  private static boolean idle(Answer.State state) {
    return state.phase() == Answer.Phase.IDLE
        || (state.phase() == Answer.Phase.CHOOSING
            && state.intent() == null
            && state.asking() == null
            && !state.confirming());
  }
}
