package dev.parley.training;

import java.util.List;

/**
 * From where on a message is acted on, chosen so that 98 % of the examples that were understood
 * rightly when they were left out pass each of the two.
 *
 * @param margin never below zero: a message that fits "not meant for me" better is declined
 */
public record ZoneThresholds(float margin, float resemblance) {
  private static final double PASS = 0.98;

  static ZoneThresholds choose(List<LeftOut> leftOut) {
    List<LeftOut> right = leftOut.stream().filter(l -> !l.negative() && l.right()).toList();
    if (right.isEmpty()) {
      return new ZoneThresholds(0, 1);
    }
    return new ZoneThresholds(
        Math.max(0, quantile(right.stream().map(l -> l.fit().margin()).sorted().toList())),
        quantile(right.stream().map(l -> l.fit().resemblance()).sorted().toList()));
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
