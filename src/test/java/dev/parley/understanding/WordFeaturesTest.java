package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordFeaturesTest {
  private final WordSpace space =
      WordSpace.of(
          List.of(
              WordFeatures.of("restart the service"),
              WordFeatures.of("restart a service"),
              WordFeatures.of("show the disk"),
              WordFeatures.of("show a disk")));

  @Test
  void doesNotCareForCase() {
    assertThat(WordFeatures.of("Restart IT").at()).isEqualTo(WordFeatures.of("restart it").at());
  }

  @Test
  void keepsOnlyWhatSeveralExamplesHave() {
    assertThat(space.place(WordFeatures.of("zoo")).at()).isEmpty();
    assertThat(space.place(WordFeatures.of("disk")).at()).isNotEmpty();
  }

  @Test
  void givesWordsAndRunsOfCharactersLengthOneEach() {
    var placed = space.place(WordFeatures.of("restart the disk"));
    assertThat(placed.dot(placed)).isCloseTo(2, within(1e-4f));
  }

  @Test
  void findsThatAMisspellingIsLikeTheWord() {
    var restart = space.place(WordFeatures.of("restart"));
    var misspelt = space.place(WordFeatures.of("restrat"));
    var other = space.place(WordFeatures.of("disk"));
    assertThat(misspelt.dot(restart)).isGreaterThan(0.2f);
    assertThat(other.dot(restart)).isLessThan(misspelt.dot(restart));
  }
}
