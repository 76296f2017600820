package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Problem;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingCheckTest {
  private static final IntentCatalog CATALOG =
      new IntentCatalog(
          List.of(
              new Intent(
                  "restart_service",
                  "Restart a service",
                  List.of(new RiskRule(Map.of(), Risk.HIGH)),
                  null,
                  false,
                  List.of(new Slot("service", SlotType.SERVICE, true, false, "Which?", null)),
                  new ActionSpec.Lookup("hosts"),
                  Map.of(),
                  "1")));

  @Test
  void acceptsWhatFits() {
    assertThat(check()).isEmpty();
  }

  @Test
  void findsAnUnknownIntentAndANearName() {
    assertThat(check(example("bounce it", "restart_servce", "service")))
        .extracting(Problem::toString)
        .containsExactly(
            "a.yml:9: There is no intent restart_servce. Did you mean restart_service?");
  }

  @Test
  void findsAnUnknownSlot() {
    assertThat(check(example("bounce it", "restart_service", "database")))
        .extracting(Problem::toString)
        .containsExactly(
            "a.yml:9: The intent restart_service has no slot database. Known are service.");
  }

  @Test
  void findsOneTextUnderTwoIntents() {
    assertThat(check(example("Restart 1", "out_of_scope", null)))
        .extracting(Problem::what)
        .containsExactly("\"Restart 1\" also teaches restart_service.");
  }

  @Test
  void findsAnIntentWithTooFewExamples() {
    assertThat(TrainingCheck.problems(TrainingSet.of(List.of()), CATALOG))
        .extracting(Problem::what)
        .containsExactly("The intent restart_service has 0 examples.");
  }

  private static List<Problem> check(Example... more) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < 5; i++) {
      examples.add(example("restart " + i, "restart_service", "service"));
    }
    examples.addAll(List.of(more));
    return TrainingCheck.problems(TrainingSet.of(examples), CATALOG);
  }

  private static Example example(String text, String intent, String slot) {
    var marks = slot == null ? List.<Annotation>of() : List.of(new Annotation(0, 1, slot, "x"));
    return new Example(text, intent, marks, "a.yml", 9);
  }
}
