package dev.parley.training;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param judged every test sentence
 * @param intents how many intents were told apart
 * @param millis how long each sentence took, sorted
 * @param slots null where no slots were looked for
 */
public record EvaluationResult(
    List<Judged> judged,
    int intents,
    double trainSeconds,
    List<Double> millis,
    @Nullable SlotFigures slots) {
  public EvaluationResult {
    judged = List.copyOf(judged);
    millis = millis.stream().sorted().toList();
  }

  /** The same with how well slots were found. */
  public EvaluationResult with(@Nullable SlotFigures found) {
    return new EvaluationResult(judged, intents, trainSeconds, millis, found);
  }

  private List<Judged> own() {
    return judged.stream().filter(j -> !j.foreign()).toList();
  }

  /** Requests that were understood rightly and not rejected. */
  public double accuracy() {
    return share(own().stream().filter(Judged::right).count(), own().size());
  }

  public double accuracyWithoutRejection() {
    return share(own().stream().filter(j -> j.best().equals(j.expected())).count(), own().size());
  }

  public double macroF1() {
    return new ConfusionMatrix(own()).macroF1();
  }

  /** What was taken for what, "none of them" included. */
  public ConfusionMatrix confusions() {
    return new ConfusionMatrix(judged);
  }

  /** How many sentences are meant for none of the intents. */
  public int foreign() {
    return judged.size() - own().size();
  }

  /** The area under the curve, empty when sentences are of one kind only. */
  public OptionalDouble auroc() {
    return Auroc.of(judged);
  }

  /** How much of what is out of scope was rejected. */
  public double outOfScopeRecall() {
    long foreign = judged.stream().filter(Judged::foreign).count();
    return share(rejectedForeign(), foreign);
  }

  /** How much of what was rejected is out of scope. */
  public double outOfScopePrecision() {
    return share(rejectedForeign(), judged.stream().filter(j -> !j.accepted()).count());
  }

  private long rejectedForeign() {
    return judged.stream().filter(j -> j.foreign() && !j.accepted()).count();
  }

  /** The time within which this part of the sentences was understood. */
  public double millisAt(double part) {
    return millis.isEmpty()
        ? 0
        : millis.get((int) Math.min(millis.size() - 1, Math.floor(part * millis.size())));
  }

  /** The mistakes, the most confident first. */
  public List<Judged> errors() {
    return judged.stream()
        .filter(j -> !j.right())
        .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
        .toList();
  }

  /** As {@code evaluate --json} writes it: maps, lists and numbers. */
  public Map<String, Object> toJson() {
    OptionalDouble auroc = auroc();
    var json = new LinkedHashMap<String, Object>();
    json.put("examples", judged.size());
    json.put("intents", intents);
    json.put("trainSeconds", rounded(trainSeconds));
    json.put(
        "intent",
        object(
            "accuracy", rounded(accuracy()),
            "accuracyWithoutRejection", rounded(accuracyWithoutRejection()),
            "macroF1", rounded(macroF1())));
    json.put(
        "outOfScope",
        object(
            "examples",
            foreign(),
            "recall",
            rounded(outOfScopeRecall()),
            "precision",
            rounded(outOfScopePrecision()),
            "auroc",
            auroc.isPresent() ? rounded(auroc.getAsDouble()) : null));
    json.put("slots", slots == null ? null : slots(slots.all()));
    json.put(
        "latencyMillis", object("p50", rounded(millisAt(0.5)), "p99", rounded(millisAt(0.99))));
    json.put("errors", errors().stream().map(EvaluationResult::error).toList());
    return json;
  }

  private static Map<String, Object> slots(LabelFigures all) {
    return object(
        "precision",
        rounded(all.precision()),
        "recall",
        rounded(all.recall()),
        "f1",
        rounded(all.f1()));
  }

  private static Map<String, Object> error(Judged wrong) {
    return object(
        "text", wrong.text(),
        "expected", wrong.expected(),
        "predicted", wrong.predicted(),
        "confidence", rounded(wrong.confidence()));
  }

  private static Map<String, Object> object(@Nullable Object... pairs) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  private static double share(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
