package dev.parley.training;

import dev.parley.training.LabelledTexts.Labelled;
import dev.parley.training.Rejection.Evidence;
import dev.parley.training.Shares.Tried;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Examples that are tried on what was learnt without them, to see what is usual. */
final class Trial {
  private final LabelledTexts seen;
  private final List<Labelled> unseen;

  Trial(LabelledTexts seen, List<Labelled> unseen) {
    this.seen = seen;
    this.unseen = unseen;
  }

  /** What is to be learnt without them. */
  List<IntentLearner.Part> parts(IntentLearner learner) {
    return seen.parts(learner);
  }

  /** What each scorer makes of each of them. */
  List<Tried> run(List<LabelScorer> scorers) {
    var tried = new Tried[unseen.size()];
    Workers.each(tried.length, i -> tried[i] = run(unseen.get(i), scorers));
    return Arrays.asList(tried);
  }

  private Tried run(Labelled labelled, List<LabelScorer> scorers) {
    var outcomes = new float[scorers.size()][seen.labels()];
    for (int p = 0; p < outcomes.length; p++) {
      scorers.get(p).logProbabilities(labelled.features(), outcomes[p]);
    }
    return new Tried(outcomes, seen.label(labelled.intent()));
  }

  /**
   * How those that are in scope look.
   *
   * @param tried what came of {@link #run}
   */
  List<Evidence> evidence(List<Tried> tried, Shares shares) {
    int[] inScope =
        IntStream.range(0, unseen.size())
            .filter(i -> !unseen.get(i).intent().equals(IntentModel.NEGATIVE))
            .toArray();
    var evidence = new Evidence[inScope.length];
    Workers.each(
        inScope.length,
        i -> {
          Labelled labelled = unseen.get(inScope[i]);
          float[] mixed = shares.mix(tried.get(inScope[i]).outcomes());
          evidence[i] = seen.examine(labelled.features(), mixed).evidence(labelled.intent());
        });
    return Arrays.asList(evidence);
  }
}
