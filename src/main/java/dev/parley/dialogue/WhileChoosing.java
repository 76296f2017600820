package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Choosing;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.understanding.DialogueAct;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a message leads to while readings, or things that run, are offered to choose from. */
final class WhileChoosing {
  private final Situation here;

  WhileChoosing(Situation here) {
    this.here = here;
  }

  Step step(Choosing frame) {
    if (here.turnedDown()) {
      return here.leave(new SystemAct.OfferDropped());
    }
    var picked = Choice.pick(here.reading().text(), labels(frame));
    if (picked.isPresent()) {
      return here.beginInstead(frame.options().get(picked.get()));
    }
    if (here.reading().act() == DialogueAct.AFFIRM && here.reading().bare()) {
      return Step.of(here.dialogue(), offer(frame));
    }
    return ofWhatIsOffered(frame)
        .orElseGet(() -> new Hearing(here.on(here.dialogue().pop())).step());
  }

  /** "restart it", of what the offer is about; also what it does not hold. */
  private Optional<Step> ofWhatIsOffered(Choosing frame) {
    boolean pointsBack =
        !here.reading().link().pointers().isEmpty() || here.reading().entities().isEmpty();
    var focus =
        frame.options().stream()
            .map(Draft::request)
            .max(Comparator.comparingInt(request -> request.slots().size()))
            .filter(request -> pointsBack && !here.reading().exact() && !request.slots().isEmpty());
    var from = focus.flatMap(request -> here.catalog().find(request.intent()));
    if (focus.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return here.named()
        .or(() -> called(focus.get(), from.get()))
        .map(
            intent ->
                SlotFilling.fill(
                    intent,
                    References.carried(focus.get(), from.get(), intent),
                    here.reading().entities()))
        .map(draft -> here.beginInstead(draft, here.further()));
  }

  /** "the restart", of what takes the same things. */
  private Optional<Intent> called(ActionRequest focus, Intent from) {
    var alike =
        here.catalog().all().stream()
            .filter(
                intent ->
                    References.carried(focus, from, intent)
                        .request()
                        .slots()
                        .keySet()
                        .containsAll(focus.slots().keySet()))
            .toList();
    return Choice.pick(here.reading().text(), alike.stream().map(i -> List.of(i.name())).toList())
        .filter(picked -> here.reading().act() == DialogueAct.INFORM)
        .map(alike::get);
  }

  private List<List<String>> labels(Choosing frame) {
    return frame.options().stream()
        .map(option -> here.catalog().find(option.request().intent()))
        .map(intent -> intent.map(i -> List.of(i.name(), i.summary())).orElse(List.of()))
        .toList();
  }

  Step step(Frame.ChoosingRun frame) {
    var picked =
        here.reading().exact()
            ? List.<String>of()
            : Runs.meant(here.reading().text(), frame.options());
    if (!picked.isEmpty()) {
      return Step.of(here.dialogue().pop(), new SystemAct.StopRun(here.reading().text(), picked));
    }
    if (here.turnedDown()) {
      return here.leave(new SystemAct.OfferDropped());
    }
    return new Hearing(here.on(here.dialogue().pop())).step();
  }

  static SystemAct offer(Choosing frame) {
    return new SystemAct.OfferReadings(frame.options().stream().map(Draft::request).toList());
  }
}
