package dev.parley.dialogue;

import dev.parley.dialogue.SystemAct.AskSlot;
import dev.parley.dialogue.SystemAct.Why;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import java.util.List;
import java.util.Optional;

/** Which question a request that is being put together leads to. */
final class Questions {
  private Questions() {}

  /** The question of a frame again. */
  static AskSlot again(Frame.Collecting frame, Why why) {
    return new AskSlot(frame.draft().request(), frame.asked(), why, "", frame.choices());
  }

  /** The first slot that is in trouble or missing, in the order in which the intent asks. */
  static Optional<AskSlot> first(Intent intent, Draft draft) {
    return intent.slots().stream().flatMap(slot -> question(slot, draft).stream()).findFirst();
  }

  private static Optional<AskSlot> question(Slot slot, Draft draft) {
    ActionRequest request = draft.request();
    var trouble = draft.trouble(slot.name());
    if (trouble.isPresent()) {
      var t = trouble.get();
      var why =
          switch (t.kind()) {
            case UNKNOWN -> Why.UNKNOWN;
            case AMBIGUOUS -> Why.AMBIGUOUS;
            case EITHER -> Why.EITHER;
          };
      return Optional.of(new AskSlot(request, slot.name(), why, t.spoken(), t.choices()));
    }
    var values = request.canonical(slot.name());
    if (values.isEmpty() && slot.required()) {
      return Optional.of(new AskSlot(request, slot.name(), Why.MISSING, "", List.of()));
    }
    if (values.size() > 1 && !slot.many()) {
      return Optional.of(
          new AskSlot(request, slot.name(), Why.SEVERAL, String.join(", ", values), values));
    }
    return Optional.empty();
  }
}
