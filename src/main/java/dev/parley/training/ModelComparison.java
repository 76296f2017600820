package dev.parley.training;

import dev.parley.training.TrainingData.Sample;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Compares a new model with the one before, as far as both know the same intents: how examples
 * fared that were left out, and which known examples are no longer answered rightly.
 */
public final class ModelComparison {
  private static final int TOLD = 10;

  /** One or two sentences more or less say nothing. */
  private static final double LEAST_LOSS = 2;

  private final double margin;
  private final List<String> held = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();

  private ModelComparison(double margin) {
    this.margin = margin;
  }

  /**
   * What speaks against the new one.
   *
   * @param margin how much worse it may be, as a part of one
   * @param samples what the new one was learnt from
   * @param vectors as the models read
   */
  public static Verdict of(
      ModelManifest before,
      IntentModel old,
      ModelManifest after,
      IntentModel made,
      List<Sample> samples,
      Function<String, float[]> vectors,
      double margin) {
    var comparison = new ModelComparison(margin);
    comparison.figures(before, after);
    comparison.answers(
        new IntentClassifier(vectors, old),
        new IntentClassifier(vectors, made),
        common(old, made),
        samples);
    return new Verdict(before.version(), comparison.held, comparison.changed, false);
  }

  private static Set<String> common(IntentModel old, IntentModel made) {
    var common = new HashSet<>(old.labels());
    common.retainAll(made.labels());
    return common;
  }

  private void figures(ModelManifest before, ModelManifest after) {
    var old = before.labels();
    var made = after.labels();
    if (made == null) {
      return;
    }
    if (old == null) {
      older(before, after, made);
      return;
    }
    var common = new HashSet<>(old.keySet());
    common.retainAll(made.keySet());
    var requests = new HashSet<>(common);
    requests.remove(IntentModel.NEGATIVE);
    fell("right intent", requests, old, made, LabelTrial::rightShare, 1);
    fell("right and acted on", requests, old, made, LabelTrial::actedShare, 1);
    if (common.contains(IntentModel.NEGATIVE)) {
      fell("false starts", Set.of(IntentModel.NEGATIVE), old, made, LabelTrial::actedShare, -1);
    }
  }

  /** Versions of an earlier release have figures over all intents alone. */
  private void older(
      ModelManifest before, ModelManifest after, SortedMap<String, LabelTrial> made) {
    int tried = sum(made.keySet(), made).tried();
    if (before.intents() == after.intents() && tried > 0) {
      fell("right intent", before.scores().accuracy(), after.scores().accuracy(), tried, 1);
      fell("right and acted on", before.scores().acted(), after.scores().acted(), tried, 1);
      fell("false starts", before.scores().falseStarts(), after.scores().falseStarts(), tried, -1);
    }
  }

  /**
   * @param sign 1 where more is better
   */
  private void fell(
      String figure,
      Set<String> labels,
      SortedMap<String, LabelTrial> old,
      SortedMap<String, LabelTrial> made,
      ToDoubleFunction<LabelTrial> share,
      int sign) {
    var before = sum(labels, old);
    var after = sum(labels, made);
    if (after.tried() > 0 && before.tried() > 0) {
      fell(figure, share.applyAsDouble(before), share.applyAsDouble(after), after.tried(), sign);
    }
  }

  private void fell(String figure, double was, double is, int tried, int sign) {
    if (sign * (was - is) > Math.max(allowed(tried), chance(was, is, tried))) {
      held.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f %% instead of %.1f %%, over the intents that both know.",
              capital(figure),
              100 * is,
              100 * was));
    }
  }

  private double allowed(int tried) {
    return Math.max(margin, LEAST_LOSS / tried) + 1e-9;
  }

  /** What two trials of the same model differ by in 19 of 20 cases, because each is a sample. */
  private static double chance(double was, double is, int tried) {
    double share = (was + is) / 2;
    return 2 * Math.sqrt(2 * share * (1 - share) / tried);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static LabelTrial sum(Set<String> labels, SortedMap<String, LabelTrial> trials) {
    return trials.entrySet().stream()
        .filter(entry -> labels.contains(entry.getKey()))
        .map(java.util.Map.Entry::getValue)
        .reduce(new LabelTrial(0, 0, 0), LabelTrial::and);
  }

  private void answers(
      IntentClassifier old, IntentClassifier made, Set<String> common, List<Sample> samples) {
    var known = samples.stream().filter(s -> common.contains(s.intent())).toList();
    var lost = new String[known.size()];
    var gained = new boolean[known.size()];
    Workers.each(
        lost.length,
        i -> {
          Sample sample = known.get(i);
          String before = answer(old, sample);
          String after = answer(made, sample);
          boolean was = before.equals(sample.intent());
          boolean is = after.equals(sample.intent());
          lost[i] = was && !is ? line(sample, before, after) : "";
          gained[i] = is && !was;
        });
    var lines = java.util.Arrays.stream(lost).filter(line -> !line.isEmpty()).sorted().toList();
    lines.stream().limit(TOLD).forEach(changed::add);
    if (lines.size() > TOLD) {
      changed.add("… and " + (lines.size() - TOLD) + " more");
    }
    int more = 0;
    for (boolean one : gained) {
      more += one ? 1 : 0;
    }
    if (!known.isEmpty() && (double) (lines.size() - more) / known.size() > allowed(known.size())) {
      held.add(
          "%d of %d known examples that were answered rightly are not any more, and %d are that were not."
              .formatted(lines.size(), known.size(), more));
    }
  }

  private static String answer(IntentClassifier classifier, Sample sample) {
    var scores = classifier.classify(sample.raw(), sample.masked());
    return scores.zone() == Zone.ACT ? scores.ranking().get(0).intent() : IntentModel.NEGATIVE;
  }

  private static String line(Sample sample, String before, String after) {
    return "\"%s\": %s instead of %s".formatted(sample.typed(), after, before);
  }
}
