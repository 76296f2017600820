package dev.parley;

import dev.parley.conversation.Utterance;
import dev.parley.dialogue.LastHeard;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.teaching.LearningValue;
import dev.parley.teaching.Misreading;
import dev.parley.teaching.Misreading.Reason;
import dev.parley.understanding.Evidence;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.SaidPhrase;
import dev.parley.understanding.ScoredIntent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which message of a turn may have been misread. */
record ReviewNotes(Moment moment, Participant whose) {

  /**
   * What is to be looked at after a message.
   *
   * @param before how the message before was read, or null
   * @param corrects whether the message says that the one before was misread
   */
  Optional<Misreading> after(
      @Nullable LastHeard before,
      Interpretation reading,
      List<SystemAct.Saying> sayings,
      @Nullable ActionRequest about,
      boolean corrects) {
    if (before != null && about != null && misread(before, reading, about, corrects)) {
      return note(before.text(), Reason.CORRECTED, about.intent());
    }
    for (var saying : sayings) {
      if (saying instanceof SystemAct.NotUnderstood) {
        return note(reading.text(), Reason.DECLINED, "");
      }
      if (saying instanceof SystemAct.OfferReadings) {
        return note(reading.text(), Reason.OFFERED, "");
      }
      if (before != null
          && saying instanceof SystemAct.Cancelled cancelled
          && of(before, cancelled.request())) {
        return note(before.text(), Reason.CANCELLED, "");
      }
    }
    return Optional.empty();
  }

  private static boolean misread(
      LastHeard before, Interpretation reading, ActionRequest about, boolean corrects) {
    var read = before.about();
    boolean another = read == null || !read.intent().equals(about.intent());
    boolean says = corrects || reading.link().instead() && read != null;
    return says && another && !before.exact() && before.phrase().isEmpty();
  }

  /** A message that a request began with, which its person did not want after all. */
  private static boolean of(LastHeard before, ActionRequest dropped) {
    return !before.exact()
        && before.phrase().isEmpty()
        && !before.ranking().isEmpty()
        && before.about() != null
        && before.about().intent().equals(dropped.intent());
  }

  private Optional<Misreading> note(String text, Reason reason, String meant) {
    var words = SaidPhrase.of(text);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var said = new Utterance("review", whose.conversation(), whose.speaker(), text, moment.now());
    var evidence = moment.knowledge().nlu().evidence(said);
    return Optional.of(
        new Misreading(
            words,
            text,
            reason,
            evidence.stream()
                .flatMap(e -> e.ranking().stream())
                .findFirst()
                .map(ScoredIntent::intent)
                .orElse(""),
            evidence.map(ReviewNotes::value).orElse(0.0),
            meant,
            "",
            whose.person().key(),
            whose.place(),
            moment.now()));
  }

  private static double value(Evidence evidence) {
    return LearningValue.of(evidence.margin() - evidence.leastMargin(), evidence.resemblance());
  }
}
