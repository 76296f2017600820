package dev.parley.training;

import java.util.List;

/**
 * What cross-validation found, as parts of one.
 *
 * @param accuracy requests whose intent was told rightly, before any was declined
 * @param acted requests that were understood rightly and acted on
 * @param wronglyActed requests on which another intent was acted on
 * @param falseStarts negatives that were acted on
 * @param falseOffers negatives that were offered as a choice
 */
public record ModelScores(
    double accuracy, double acted, double wronglyActed, double falseStarts, double falseOffers) {

  static ModelScores of(List<LeftOut> leftOut, ZoneThresholds zones) {
    List<LeftOut> requests = leftOut.stream().filter(l -> !l.negative()).toList();
    List<LeftOut> negatives = leftOut.stream().filter(LeftOut::negative).toList();
    return new ModelScores(
        share(requests, requests.stream().filter(LeftOut::right).count()),
        share(requests, requests.stream().filter(l -> l.right() && zones.acts(l)).count()),
        share(requests, requests.stream().filter(l -> !l.right() && zones.acts(l)).count()),
        share(negatives, negatives.stream().filter(zones::acts).count()),
        share(negatives, negatives.stream().filter(l -> zones.fits(l) && !zones.acts(l)).count()));
  }

  private static double share(List<?> all, long some) {
    return all.isEmpty() ? 0 : Math.round(10_000.0 * some / all.size()) / 10_000.0;
  }
}
