package dev.parley;

import dev.parley.conversation.Utterance;
import dev.parley.dialogue.LastHeard;
import dev.parley.understanding.Evidence;
import dev.parley.understanding.NearExamples.Near;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells why the last message was read as it was, in a sentence for each thing that decided. */
record WhyDesk(Moment moment, Participant whose) {
  private static final int SHOWN = 3;
  private static final double HARDLY = 0.005;

  String why(@Nullable LastHeard heard) {
    if (heard == null) {
      return "Nothing was said here yet that I could explain.";
    }
    var sentences = new ArrayList<String>();
    sentences.add(reading(heard));
    if (!heard.phrase().isEmpty() || heard.exact()) {
      return String.join(" ", sentences);
    }
    if (heard.objection() == null) {
      measured(heard).ifPresent(evidence -> explain(heard, evidence, sentences));
    }
    named(heard).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private static String reading(LastHeard heard) {
    var text = heard.text();
    if (!heard.phrase().isEmpty()) {
      return "“%s” is a phrase that was taught; it stands for %s.".formatted(text, heard.phrase());
    }
    if (heard.exact()) {
      return "“%s” is an exact command, which means itself.".formatted(text);
    }
    if (heard.objection() != null) {
      return "I took up nothing of “%s” because of “%s” in it: that is held against a message by a rule (%s), whatever else it says."
          .formatted(
              text,
              heard.objection().excerpt(),
              heard.objection().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    if (heard.about() != null && heard.ranking().isEmpty()) {
      return "I took “%s” as an answer about %s.".formatted(text, heard.about().intent());
    }
    return switch (heard.zone()) {
      case ACT -> "I read “%s” as %s.".formatted(text, heard.ranking().get(0).intent());
      case OFFER ->
          "I was not sure enough about “%s”, so I offered what it comes near to.".formatted(text);
      case DECLINE -> "I took “%s” for nothing that I can do.".formatted(text);
    };
  }

  private Optional<Evidence> measured(LastHeard heard) {
    var said =
        new Utterance("why", whose.conversation(), whose.speaker(), heard.text(), moment.now());
    return heard.ranking().isEmpty() && heard.zone() == Zone.ACT
        ? Optional.empty()
        : moment.knowledge().nlu().evidence(said);
  }

  private void explain(LastHeard heard, Evidence evidence, List<String> sentences) {
    if (evidence.ranking().isEmpty()) {
      return;
    }
    var best = evidence.ranking().get(0).intent();
    sentences.add("It fits %s.".formatted(ranking(evidence.ranking())));
    sentences.add(
        "Against “nothing for me” %s scores %s, and it has to reach %s."
            .formatted(best, number(evidence.margin()), number(evidence.leastMargin())));
    sentences.add(
        "Its likeness to known examples of that is %s, and %s is enough to act on it."
            .formatted(number(evidence.resemblance()), number(evidence.leastResemblance())));
    var near = near(heard.text(), evidence.ranking());
    if (!near.isEmpty()) {
      sentences.add("Nearest in wording: " + examples(near) + ".");
    }
    if (heard.zone() != Zone.ACT) {
      sentences.add(surer(evidence));
    }
  }

  private static String surer(Evidence evidence) {
    if (!evidence.fits()) {
      return "It would have been sure %s higher, which more examples worded like it would make it."
          .formatted(number(evidence.leastMargin() - evidence.margin()));
    }
    return evidence.resembles()
        ? "By itself it would have been sure; what else stood in the message, or was open then, made it less so."
        : "Two examples worded like it would have made it sure: “that was wrong, I meant …” and “remember that” teach one.";
  }

  private List<Near> near(String text, List<ScoredIntent> ranking) {
    var intents = ranking.stream().limit(SHOWN).map(ScoredIntent::intent).toList();
    return moment.knowledge().near().to(text, intents, SHOWN);
  }

  private static String examples(List<Near> near) {
    return near.stream()
        .map(one -> "“%s” (%s, %s)".formatted(one.text(), one.intent(), percent(one.likeness())))
        .collect(Collectors.joining(", "));
  }

  private static String ranking(List<ScoredIntent> ranking) {
    var shown = ranking.stream().limit(SHOWN).filter(s -> s.confidence() >= HARDLY).toList();
    return (shown.isEmpty() ? ranking.subList(0, 1) : shown)
        .stream()
            .map(scored -> scored.intent() + " by " + percent(scored.confidence()))
            .collect(Collectors.joining(", "));
  }

  private static Optional<String> named(LastHeard heard) {
    if (heard.named().isEmpty()) {
      return Optional.of("It names nothing that I know.");
    }
    return Optional.of(
        "It names "
            + heard.named().stream()
                .map(
                    one ->
                        "“%s” (%s%s)"
                            .formatted(
                                one.text(),
                                one.type(),
                                one.known()
                                    ? one.value().equals(one.text()) ? "" : " " + one.value()
                                    : ", unknown"))
                .collect(Collectors.joining(", "))
            + ".");
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? "everything" : String.format(Locale.ROOT, "%.2f", value);
  }
}
