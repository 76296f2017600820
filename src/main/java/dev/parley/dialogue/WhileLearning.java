package dev.parley.dialogue;

import dev.parley.understanding.DialogueAct;

/** What a message leads to while it is asked whether a phrase is to be kept. */
final class WhileLearning {
  private final Situation here;

  WhileLearning(Situation here) {
    this.here = here;
  }

  /** A plain yes keeps what was shown, once; anything else leaves it. */
  Step step(Frame.Learning frame) {
    if (here.turnedDown()) {
      return here.leave(new SystemAct.LessonDropped(frame.phrase()));
    }
    boolean late = !here.now().isBefore(frame.expiresAt());
    boolean yes = here.reading().act() == DialogueAct.AFFIRM && here.reading().bare();
    if (yes && late) {
      return here.leave(new SystemAct.LessonDropped(frame.phrase()));
    }
    return yes
        ? Step.of(here.dialogue().pop(), new SystemAct.Learn(frame.phrase(), frame.meaning()))
        : new Hearing(here.on(here.dialogue().pop())).step();
  }
}
