package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.training.EvaluationResult;
import dev.parley.training.Judged;
import dev.parley.training.LabelFigures;
import dev.parley.training.SlotFigures;
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
