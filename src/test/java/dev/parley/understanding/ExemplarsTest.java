package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExemplarsTest {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};

  @Test
  void needsTwoExamplesThatAreAlike() {
    var one = new Exemplars(VectorForms.of(List.of(EAST, NORTH)), List.of(forms(0), forms(1)));
    assertThat(one.secondNearest(List.of(reading(EAST)))).isCloseTo(0, within(1e-6f));
    var two =
        new Exemplars(VectorForms.of(List.of(EAST, NORTH)), List.of(forms(0), forms(1), forms(0)));
    assertThat(two.secondNearest(List.of(reading(EAST)))).isCloseTo(1, within(1e-6f));
  }

  @Test
  void comparesEachReadingWithEachForm() {
    var exemplars =
        new Exemplars(VectorForms.of(List.of(EAST, NORTH)), List.of(forms(0, 1), forms(1)));
    assertThat(exemplars.secondNearest(List.of(reading(EAST), reading(NORTH))))
        .isCloseTo(1, within(1e-6f));
  }

  @Test
  void resemblesNothingWithoutExamples() {
    var none = new Exemplars(VectorForms.of(List.of()), List.of());
    assertThat(none.secondNearest(List.of(reading(EAST)))).isEqualTo(-1);
  }

  private static int[] forms(int... forms) {
    return forms;
  }

  private static TextFeatures reading(float[] vector) {
    return TextFeatures.of("", text -> vector);
  }
}
