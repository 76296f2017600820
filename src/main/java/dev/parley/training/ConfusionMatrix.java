package dev.parley.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each intent was taken for each other. */
public final class ConfusionMatrix {
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /** One kind of mistake. */
  public record Confusion(String expected, String predicted, int count) {}

  ConfusionMatrix(List<Judged> judged) {
    judged.forEach(
        j ->
            counts
                .computeIfAbsent(j.expected(), k -> new TreeMap<>())
                .merge(j.predicted(), 1, Integer::sum));
  }

  /** How often one was taken for another. */
  public int count(String expected, String predicted) {
    return counts.getOrDefault(expected, Map.of()).getOrDefault(predicted, 0);
  }

  /** The mistakes, the most frequent first. */
  public List<Confusion> mistakes() {
    return counts.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().entrySet().stream()
                    .map(cell -> new Confusion(row.getKey(), cell.getKey(), cell.getValue())))
        .filter(c -> !c.expected().equals(c.predicted()))
        .sorted(Comparator.comparingInt(Confusion::count).reversed())
        .toList();
  }

  /** Of two intents, the part of the examples of both that were taken for the other. */
  public record Likeness(String one, String other, double part) {}

  /**
   * The intents that are hard to tell apart, the hardest first.
   *
   * @param least from which part on
   */
  public List<Likeness> alike(double least) {
    var names = List.copyOf(counts.keySet());
    var alike = new ArrayList<Likeness>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        var one = names.get(i);
        var other = names.get(j);
        int mixed = count(one, other) + count(other, one);
        double part = (double) mixed / (mixed + count(one, one) + count(other, other));
        if (mixed > 1 && part >= least) {
          alike.add(new Likeness(one, other, part));
        }
      }
    }
    alike.sort(Comparator.comparingDouble(Likeness::part).reversed());
    return alike;
  }

  /** Each label that was expected, sorted. */
  public List<LabelFigures> labels() {
    return counts.keySet().stream().map(this::figures).toList();
  }

  /** The mean over the expected labels of the harmonic mean of precision and recall. */
  double macroF1() {
    return labels().stream().mapToDouble(LabelFigures::f1).average().orElse(0);
  }

  private LabelFigures figures(String label) {
    int expected =
        counts.getOrDefault(label, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    int predicted = counts.keySet().stream().mapToInt(other -> count(other, label)).sum();
    return LabelFigures.of(label, count(label, label), predicted, expected);
  }
}
