package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private final List<String> items =
      IntStream.range(0, 60).mapToObj(i -> (i % 3) + ":" + (i / 2)).toList();

  @Test
  void givesEachFoldItsShareOfEachLabel() {
    List<String> distinct = IntStream.range(0, 50).mapToObj(i -> (i % 2) + ":" + i).toList();
    int[] folds = Folds.deal(distinct, 5, s -> s.substring(0, 1), s -> s);
    for (int fold = 0; fold < 5; fold++) {
      int wanted = fold;
      assertThat(
              IntStream.range(0, 50)
                  .filter(i -> folds[i] == wanted && distinct.get(i).startsWith("0"))
                  .count())
          .isEqualTo(5);
    }
  }

  @Test
  void keepsTwinsTogether() {
    int[] folds = Folds.deal(items, 5, s -> "one label", s -> s.substring(2));
    for (int i = 0; i < items.size(); i += 2) {
      assertThat(folds[i]).isEqualTo(folds[i + 1]);
    }
  }

  @Test
  void dealsTheSameEachTime() {
    assertThat(Folds.deal(items, 5, s -> s.substring(0, 1), s -> s))
        .containsExactly(Folds.deal(items, 5, s -> s.substring(0, 1), s -> s));
  }
}
