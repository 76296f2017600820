package dev.parley.understanding;

import java.util.List;

/**
 * What was learnt about intents.
 *
 * @param encoder the {@link Encoder#id()} whose vectors it reads, or {@link #LIGHT}
 * @param labels sorted; {@link #NEGATIVE} among them when there were negatives to learn from
 * @param scorer one column a label
 * @param exemplars one entry a label; the negatives' is empty
 * @param leastMargin how much better than {@link #NEGATIVE} the best intent has to fit, as a
 *     difference of log-probabilities
 * @param leastResemblance the cosine that {@link Exemplars#secondNearest} has to reach
 */
public record IntentModel(
    String encoder,
    List<String> labels,
    LabelScorer scorer,
    List<Exemplars> exemplars,
    float leastMargin,
    float leastResemblance) {
  /** The label of what is meant for nobody here. */
  public static final String NEGATIVE = "out_of_scope";

  /** What stands for the encoder where there is none: the model goes by the wording alone. */
  public static final String LIGHT = "light/words+runs";

  public IntentModel {
    labels = List.copyOf(labels);
    exemplars = List.copyOf(exemplars);
  }
}
