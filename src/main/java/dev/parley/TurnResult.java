package dev.parley;

import dev.parley.action.Execution;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.understanding.Interpretation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message led to, before words are found for it.
 *
 * @param started the executions that it stored
 * @param about the request that it made, changed or answered
 * @param reading how it was read; null for a malformed exact command
 */
record TurnResult(
    Dialogue dialogue,
    List<SystemAct.Saying> sayings,
    List<Execution> started,
    @Nullable ActionRequest about,
    @Nullable Interpretation reading) {}
