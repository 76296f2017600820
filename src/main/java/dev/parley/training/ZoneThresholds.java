package dev.parley.training;

import java.util.List;

/**
 * From where on a message is acted on, chosen from the examples that were left out: the margin so
 * that what is acted on rightly outweighs what is started falsely by the most, the resemblance so
 * that 98.5 % of what was understood rightly passes.
 *
 * @param margin zero or little less: a message that fits "not meant for me" clearly better is
 *     declined
 */
public record ZoneThresholds(float margin, float resemblance) {
  private static final double PASS = 0.985;

  /** How many requests may be lost to prevent one false start, both as parts of their kind. */
  private static final double FALSE_START = 2.5;

  /** What fits an intent better than "not meant for me" is taken for a request. */
  private static final float LARGEST_MARGIN = 0;

  private static final float SMALLEST_MARGIN = -0.5f;

  static ZoneThresholds choose(List<LeftOut> leftOut) {
    List<LeftOut> right = leftOut.stream().filter(l -> !l.negative() && l.right()).toList();
    if (right.isEmpty()) {
      return new ZoneThresholds(0, 1);
    }
    return new ZoneThresholds(
        margin(right, leftOut.stream().filter(LeftOut::negative).toList()),
        quantile(right.stream().map(l -> l.fit().resemblance()).sorted().toList()));
  }

  /** The margin at which the gain is greatest, among those that are close to zero. */
  private static float margin(List<LeftOut> right, List<LeftOut> negatives) {
    float best = 0;
    double most = gain(best, right, negatives);
    for (float margin = SMALLEST_MARGIN; margin <= LARGEST_MARGIN; margin += 0.05f) {
      double gain = gain(margin, right, negatives);
      if (gain > most) {
        most = gain;
        best = margin;
      }
    }
    return best;
  }

  private static double gain(float margin, List<LeftOut> right, List<LeftOut> negatives) {
    return share(right, margin) - FALSE_START * share(negatives, margin);
  }

  private static double share(List<LeftOut> some, float margin) {
    long passing = some.stream().filter(l -> l.fit().margin() >= margin).count();
    return some.isEmpty() ? 0 : (double) passing / some.size();
  }

  private static float quantile(List<Float> sorted) {
    return sorted.get((int) Math.floor((1 - PASS) * sorted.size()));
  }

  public boolean fits(LeftOut leftOut) {
    return leftOut.fit().margin() >= margin;
  }

  public boolean acts(LeftOut leftOut) {
    return fits(leftOut) && leftOut.fit().resemblance() >= resemblance;
  }
}
