package dev.parley.training;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The area under the receiver operating characteristic: how probable it is that a sentence in scope
 * scores higher than one out of scope. Ties count half.
 */
final class Auroc {
  private Auroc() {}

  /** Empty when there are sentences of only one kind. */
  static OptionalDouble of(List<Judged> judged) {
    double[] foreign =
        judged.stream().filter(Judged::foreign).mapToDouble(Judged::inScope).sorted().toArray();
    double[] own = judged.stream().filter(j -> !j.foreign()).mapToDouble(Judged::inScope).toArray();
    if (foreign.length == 0 || own.length == 0) {
      return OptionalDouble.empty();
    }
    double won = 0;
    for (double score : own) {
      int below = firstAtLeast(foreign, score);
      int notAbove = firstAtLeast(foreign, Math.nextUp(score));
      won += below + (notAbove - below) / 2.0;
    }
    return OptionalDouble.of(won / ((double) own.length * foreign.length));
  }

  private static int firstAtLeast(double[] sorted, double score) {
    int at = Arrays.binarySearch(sorted, score);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == score) {
      at--;
    }
    return at;
  }
}
