package dev.parley.training;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the examples of one intent fared that were left out.
 *
 * @param tried how many were left out
 * @param right of how many the intent was told rightly
 * @param acted of how many it was acted on; of what asks for nothing, which it must not be
 */
public record LabelTrial(int tried, int right, int acted) {

  /** Of each intent, "none of them" included. */
  static SortedMap<String, LabelTrial> of(List<LeftOut> leftOut, ZoneThresholds zones) {
    var trials = new TreeMap<String, LabelTrial>();
    for (LeftOut each : leftOut) {
      boolean acts = zones.acts(each);
      boolean right = each.negative() ? !acts : each.right();
      var one = new LabelTrial(1, right ? 1 : 0, acts && (each.negative() || right) ? 1 : 0);
      trials.merge(each.sample().intent(), one, LabelTrial::and);
    }
    return trials;
  }

  LabelTrial and(LabelTrial other) {
    return new LabelTrial(tried + other.tried, right + other.right, acted + other.acted);
  }

  /** The part of them of which the intent was told. */
  public double rightShare() {
    return tried == 0 ? 0 : (double) right / tried;
  }

  double actedShare() {
    return tried == 0 ? 0 : (double) acted / tried;
  }
}
