package dev.parley;

import dev.parley.action.Execution;
import dev.parley.dialogue.SystemAct;
import dev.parley.schedule.Scheduled;
import dev.parley.teaching.Misreading;
import java.util.ArrayList;
import java.util.List;

/**
 * What a turn has done so far.
 *
 * @param started the executions that it stored, in whoever's dialogue
 * @param scheduled what it stored to run later, in whoever's dialogue
 * @param toStop the executions that are to stop after the commit
 * @param elsewhere what it led to in other people's dialogues
 * @param misread what is to be reviewed after the commit
 */
record Deeds(
    List<SystemAct.Saying> sayings,
    List<Execution> started,
    List<Scheduled> scheduled,
    List<Execution> toStop,
    List<TurnResult> elsewhere,
    List<Misreading> misread) {
  static Deeds none() {
    return new Deeds(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
