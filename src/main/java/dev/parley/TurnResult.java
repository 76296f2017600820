package dev.parley;

import dev.parley.action.Execution;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.schedule.Scheduled;
import dev.parley.teaching.Misreading;
import dev.parley.understanding.Interpretation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message, or one thing that happened, led to, before words are found for it.
 *
 * @param started the executions that it stored, in whoever's dialogue
 * @param scheduled what it stored to run later, in whoever's dialogue
 * @param toStop the executions that are to stop after the commit
 * @param about the request that it made, changed or answered
 * @param reading how it was read; null for a malformed exact command and for what was no message
 * @param elsewhere what it led to in other people's dialogues
 * @param misread what is to be reviewed after the commit
 */
record TurnResult(
    Participant whose,
    Dialogue dialogue,
    List<SystemAct.Saying> sayings,
    List<Execution> started,
    List<Scheduled> scheduled,
    List<Execution> toStop,
    @Nullable ActionRequest about,
    @Nullable Interpretation reading,
    List<TurnResult> elsewhere,
    List<Misreading> misread) {}
