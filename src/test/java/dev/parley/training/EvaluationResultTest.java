package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationResultTest {
  private final EvaluationResult result =
      new EvaluationResult(
          List.of(
              new Judged("a", "x", "x", 0.9, true, 3),
              new Judged("b", "x", "y", 0.8, true, 2),
              new Judged("c", "y", "y", 0.3, false, 0),
              new Judged("d", "y", "y", 0.7, true, 2),
              new Judged("e", "out_of_scope", "x", 0.2, false, -1),
              new Judged("f", "out_of_scope", "y", 0.6, true, 2)),
          2,
          1.5,
          List.of(2.0, 1.0, 3.0),
          null);

  @Test
  void countsARejectedRequestAsWrong() {
    assertThat(result.accuracy()).isEqualTo(0.5);
    assertThat(result.accuracyWithoutRejection()).isEqualTo(0.75);
  }

  @Test
  void measuresRejection() {
    assertThat(result.outOfScopeRecall()).isEqualTo(0.5);
    assertThat(result.outOfScopePrecision()).isEqualTo(0.5);
    // 8 pairs: 5 won, 2 tied, 1 lost
    assertThat(Auroc.of(result.judged())).hasValue(0.75);
  }

  @Test
  void writesTheAgreedShape() {
    assertThat(result.toJson().keySet())
        .containsExactly(
            "examples",
            "intents",
            "trainSeconds",
            "intent",
            "outOfScope",
            "slots",
            "latencyMillis",
            "errors");
    assertThat(result.toJson())
        .containsEntry("examples", 6)
        .containsEntry("slots", null)
        .containsEntry("latencyMillis", Map.of("p50", 2.0, "p99", 3.0));
    assertThat((List<?>) result.toJson().get("errors"))
        .hasSize(3)
        .first()
        .isEqualTo(Map.of("text", "b", "expected", "x", "predicted", "y", "confidence", 0.8));
  }

  @Test
  void tellsEachIntentByItself() {
    assertThat(result.confusions().labels())
        .contains(
            new LabelFigures("x", 2, 1, 0.5, 2.0 / 3), new LabelFigures("y", 2, 1 / 3.0, 0.5, 0.4));
  }

  @Test
  void writesSlotScoresWhereThereAreSome() {
    var slots = new SlotFigures(LabelFigures.of("all", 3, 4, 6), 0.5, List.of());
    var withSlots = new EvaluationResult(List.of(), 1, 0, List.of(), slots);
    assertThat(withSlots.toJson())
        .containsEntry("slots", Map.of("precision", 0.75, "recall", 0.5, "f1", 0.6));
  }
}
