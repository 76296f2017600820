package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentFit;
import dev.parley.understanding.IntentModel;

/** How a sample fared with a model that had not seen it. */
public record LeftOut(Sample sample, IntentFit fit) {
  public boolean negative() {
    return sample.intent().equals(IntentModel.NEGATIVE);
  }

  public String predicted() {
    return fit.ranking().isEmpty() ? IntentModel.NEGATIVE : fit.ranking().get(0).intent();
  }

  public boolean right() {
    return predicted().equals(sample.intent());
  }
}
