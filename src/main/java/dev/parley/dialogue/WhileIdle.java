package dev.parley.dialogue;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.util.List;
import java.util.Optional;

/** What a message leads to when nothing is asked. */
final class WhileIdle {
  private static final int READINGS_OFFERED = 3;

  private final Situation here;

  WhileIdle(Situation here) {
    this.here = here;
  }

  Step step() {
    var further = goesOn().or(this::takenBack);
    if (further.isPresent()) {
      return further.get();
    }
    var named = here.named();
    if (named.isPresent()) {
      return here.begin(asked(named.get()), here.further());
    }
    return switch (here.reading().act()) {
      case AFFIRM, DENY, AGAIN, UNDO, START_OVER ->
          Step.of(here.dialogue(), new SystemAct.NothingStands());
      case CANCEL -> Sequence.cancelled(Freezing.without(here.dialogue()));
      default -> offerOrDecline();
    };
  }

  /** "the memory instead": of what was looked at or done before, where it does not say. */
  private Draft asked(Intent intent) {
    var draft = here.freshDraft(intent);
    var recent = here.recent();
    var from = recent.flatMap(request -> here.catalog().find(request.intent()));
    if (from.isEmpty() || !here.reading().link().instead()) {
      return draft;
    }
    return SlotFilling.fill(
        intent,
        References.needed(References.carried(recent.get(), from.get(), intent), intent),
        here.reading().entities());
  }

  /** The last request with other values, or once more, or taken back. */
  private Optional<Step> goesOn() {
    var recent = here.recent();
    boolean again = here.reading().act() == DialogueAct.AGAIN;
    if (!again && !here.reading().link().alike() || recent.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(recent.get().without(Slot.WHEN), List.of());
    return here.catalog()
        .find(recent.get().intent())
        .map(intent -> SlotFilling.fill(intent, draft, here.reading().entities()))
        .map(here::begin);
  }

  /** What takes back the last request, where its intent declares it. */
  private Optional<Step> takenBack() {
    var recent = here.recent();
    if (here.reading().act() != DialogueAct.UNDO || recent.isEmpty()) {
      return Optional.empty();
    }
    var request = recent.get();
    var from = here.catalog().find(request.intent());
    return Optional.of(
        from.flatMap(intent -> Optional.ofNullable(intent.undo()))
            .flatMap(
                undo ->
                    here.catalog()
                        .find(undo.intent())
                        .map(by -> References.undone(request, from.get(), by, undo)))
            .map(here::begin)
            .orElseGet(() -> here.resume(new SystemAct.CannotUndo(request)).about(request)));
  }

  private Step offerOrDecline() {
    if (here.reading().zone() != Zone.OFFER || here.reading().ranking().isEmpty()) {
      var near =
          Misses.nearest(here.reading(), here.catalog()).stream().map(here::freshDraft).toList();
      return Step.of(here.dialogue(), new SystemAct.Suggest(near, here.dialogue().misses() > 0));
    }
    var options =
        here.reading().ranking().stream()
            .limit(READINGS_OFFERED)
            .map(ScoredIntent::intent)
            .flatMap(name -> here.catalog().find(name).stream())
            .map(here::freshDraft)
            .toList();
    return Step.of(here.dialogue(), new SystemAct.Offer(options));
  }
}
