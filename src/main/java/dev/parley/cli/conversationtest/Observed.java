package dev.parley.cli.conversationtest;

import dev.parley.Answer;
import java.util.ArrayList;
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
  record Started(String intent, Map<String, List<String>> slots) {}

  /**
   * Reads an answer.
   *
   * @param known the executions that earlier turns started; those of this turn are added
   * @param later what was said after the answer
   */
  static Observed of(Answer answer, Set<String> known, List<String> later) {
    var state = answer.state();
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
    var replies = new ArrayList<String>();
    answer.replies().forEach(reply -> replies.add(reply.plainText()));
    replies.addAll(later);
    return new Observed(
        answer.intent(),
        answer.slots(),
        state.asking(),
        state.confirming(),
        scheduled,
        idle(state),
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
