package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.training.Annotation;
import dev.parley.training.EvaluationResult;
import dev.parley.training.Example;
import dev.parley.training.Judged;
import dev.parley.training.LabelFigures;
import dev.parley.training.LearningCurve;
import dev.parley.training.MarkingFlaws;
import dev.parley.training.SlotFigures;
import dev.parley.training.TrainingSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationPageTest {
  private static final String EVIL = "<script>alert('x')</script> & \"more\"";

  @Test
  void escapesWhateverPeopleWrote() {
    var page = EvaluationPage.of(EVIL, result());
    assertThat(page)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
  }

  @Test
  void needsNothingElse() {
    assertThat(EvaluationPage.of("a", result())).doesNotContain("src=", "href=", "url(", "@import");
  }

  @Test
  void showsEachTable() {
    assertThat(EvaluationPage.of("a", result()))
        .contains("Intents, the weakest first", "Most often confused", "Mistakes", "Each slot")
        .contains("<td class=\"n\">33.3 %</td>");
  }

  @Test
  void showsAMapACurveAndWhatIsMarkedInconsistently() {
    var set =
        List.of("restart [apache](service)", "stop [apache](service)", "[apache](service) again");
    var examples = new java.util.ArrayList<Example>();
    for (var text : set) {
      int at = text.indexOf('[');
      var mark = new Annotation(at, at + 6, "service", "apache");
      var plain = text.replace("[", "").replace("](service)", "");
      examples.add(new Example(plain, "a", List.of(mark), "f.yml", 1));
    }
    examples.add(new Example("bounce apache", "a", List.of(), "f.yml", 9));
    var page =
        EvaluationPage.of(
            "a",
            result(),
            List.of(new LearningCurve.Point(10, 0.5), new LearningCurve.Point(20, 0.75)),
            MarkingFlaws.of(TrainingSet.of(examples)));
    assertThat(page)
        .contains("class=\"heat\"", "<polyline", "75.0 %", "Intents with few examples")
        .contains("<td>bounce apache</td><td>f.yml:9</td>");
  }

  private static EvaluationResult result() {
    var slot = new LabelFigures("host", 3, 0.5, 1 / 3.0, 0.4);
    return new EvaluationResult(
        List.of(
            new Judged(EVIL, EVIL, "y", 0.9, true, 1),
            new Judged("b", "y", "y", 0.8, true, 1),
            new Judged("c", "out_of_scope", "y", 0.8, false, 0)),
        2,
        1,
        List.of(1.0),
        new SlotFigures(slot, 0.5, List.of(slot)));
  }
}
