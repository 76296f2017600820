package dev.parley.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.understanding.DialogueAct;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One dialogue that random things happen to, with its properties looked at after each of them. */
final class Walk {
  private static final DialoguePolicy POLICY = DialoguePolicy.standard();
  private static final DialogueManager MANAGER = new DialogueManager(POLICY);
  private static final int TRACED = 12;

  /** An input and what it met. */
  private record Traced(DialogueInput input, List<Frame> agenda) {}

  private final long seed;
  private final WalkChooser chooser;
  private final Consumer<SystemAct.Saying> listener;
  private final WalkConfirmations confirmations = new WalkConfirmations();
  private final ArrayDeque<Traced> trace = new ArrayDeque<>();
  private Dialogue dialogue =
      Dialogue.start(new DialogueId(new ConversationId("test", "walk"), "jason"));
  private Instant now = Scene.NOON;
  private int performed;
  private int fingerprint;

  /**
   * @param listener is told some of what is said
   */
  Walk(long seed, Consumer<SystemAct.Saying> listener) {
    this.seed = seed;
    this.chooser = new WalkChooser(seed);
    this.listener = listener;
  }

  /** Everything that was done, folded into a number. */
  int fingerprint() {
    return fingerprint;
  }

  /** How many actions were begun, so that nobody walks without getting anywhere. */
  int performed() {
    return performed;
  }

  /** Takes steps; a failure tells how to walk the same way again. */
  Walk steps(int steps, boolean remember) {
    for (int step = 1; step <= steps; step++) {
      try {
        now = now.plus(chooser.time());
        var acts = happens(chooser.input(now));
        if (remember) {
          fingerprint = 31 * (31 * fingerprint + acts.hashCode()) + dialogue.hashCode();
        }
        if (chooser.rarely()) {
          cancelsToIdle();
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "Step %d of the walk with -Dwalk.seed=%d: %s\n%s"
                .formatted(step, seed, e.getMessage(), told()),
            e);
      }
    }
    return this;
  }

  private List<SystemAct> happens(DialogueInput input) {
    trace(input);
    var before = dialogue.agenda();
    var acts = new ArrayList<SystemAct>();
    var inputs = new ArrayDeque<DialogueInput>();
    inputs.add(input);
    while (!inputs.isEmpty()) {
      var step = MANAGER.step(dialogue, inputs.remove(), Scene.CATALOG, now);
      dialogue = step.next();
      for (var act : step.acts()) {
        acts.add(act);
        confirmations.acts(act, input, now);
        performed += act instanceof SystemAct.Perform ? 1 : 0;
        if (WalkChooser.needsAnswer(act)) {
          var answer = chooser.answer(act, now);
          confirmations.answered(act, answer);
          inputs.add(answer);
        }
      }
    }
    WalkLosses.none(before, dialogue.agenda(), acts, now);
    standsWell();
    answers(input, acts);
    return acts;
  }

  private void trace(DialogueInput input) {
    trace.add(new Traced(input, dialogue.agenda()));
    if (trace.size() > TRACED) {
      trace.remove();
    }
  }

  private String told() {
    return trace.stream().map(Traced::toString).collect(Collectors.joining("\n"));
  }

  /** Whoever speaks is answered; what nobody asked the world for changes nothing. */
  private void answers(DialogueInput input, List<SystemAct> acts) {
    var sayings =
        acts.stream()
            .filter(SystemAct.Saying.class::isInstance)
            .map(SystemAct.Saying.class::cast)
            .toList();
    if (input instanceof Heard) {
      assertThat(sayings).as("what is said to a person who spoke").isNotEmpty();
    }
    if (chooser.rarely()) {
      sayings.forEach(listener);
    }
  }

  /** Nothing stands that nobody could ever end, and no more than is kept in mind. */
  private void standsWell() {
    int waiting = 0;
    boolean asked = false;
    for (var frame : dialogue.agenda()) {
      if (frame instanceof Frame.Waiting next) {
        waiting++;
        boolean comes =
            next.after() == null || next.due() || chooser.running().contains(next.after());
        if (!comes) {
          throw new AssertionError("Nothing will ever begin or end " + next);
        }
      } else if (frame instanceof Frame.Judging
          || frame instanceof Frame.Planning
          || frame instanceof Frame.Performing) {
        throw new AssertionError("Between two inputs nothing may be half done: " + frame);
      }
      asked = !(frame instanceof Frame.Waiting);
    }
    var top = top();
    if (Sequence.isNext(top)) {
      throw new AssertionError("What it follows is gone: " + top);
    }
    if (!asked && dialogue.agenda().stream().anyMatch(Walk::isDue)) {
      throw new AssertionError("It is due, nothing is asked, and it does not begin.");
    }
    int others = dialogue.agenda().size() - waiting;
    if (waiting > POLICY.depth() || others > POLICY.depth()) {
      throw new AssertionError(
          "%d wait and %d others stand, more than is kept in mind.".formatted(waiting, others));
    }
  }

  private static boolean isDue(Frame frame) {
    return frame instanceof Frame.Waiting waiting && waiting.due();
  }

  private @Nullable Frame top() {
    return dialogue.top().orElse(null);
  }

  private void cancelsToIdle() {
    var before = dialogue;
    int most = before.agenda().size() + 1;
    for (int i = 0; i < most && !dialogue.agenda().isEmpty(); i++) {
      happens(new Heard(Scene.act(DialogueAct.CANCEL)));
    }
    assertThat(dialogue.agenda()).as("after cancelling again and again").isEmpty();
  }
}
