package dev.parley.understanding;

import java.util.List;

/**
 * A network with one hidden layer of rectified units over sentence vectors.
 *
 * @param input a row for each number of the vector, a column a unit
 * @param inputBias one number a unit
 * @param output a row for each unit, a column a label
 * @param outputBias one number a label
 */
public record MlpScorer(float[][] input, float[] inputBias, float[][] output, float[] outputBias)
    implements LabelScorer {
  @Override
  public void logProbabilities(TextFeatures text, float[] into) {
    float[] units = inputBias.clone();
    VectorMath.addProduct(text.vector(), input.length, input, units);
    for (int j = 0; j < units.length; j++) {
      units[j] = Math.max(0, units[j]);
    }
    System.arraycopy(outputBias, 0, into, 0, into.length);
    VectorMath.addProduct(units, units.length, output, into);
    VectorMath.logSoftmax(into);
  }

  /** Forms that share a vector are all scored alike. */
  @Override
  public void meanLogProbabilities(List<TextFeatures> forms, float[] into) {
    if (forms.stream().allMatch(form -> form.vector() == forms.get(0).vector())) {
      logProbabilities(forms.get(0), into);
    } else {
      LabelScorer.super.meanLogProbabilities(forms, into);
    }
  }
}
