package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChosenPipelineTest {
  private static final Path NATIVES = Path.of("nowhere");

  @Test
  void understandsByTheWordingAloneWhereThatIsChosen() {
    assertThat(
            ChosenPipeline.encoder(
                "light",
                NATIVES,
                natives -> {
                  throw new AssertionError("The encoder was opened.");
                }))
        .isEmpty();
  }

  @Test
  void understandsByTheWordingAloneWhereTheLibrariesDoNotLoad() {
    assertThat(
            ChosenPipeline.encoder(
                null,
                NATIVES,
                natives -> {
                  throw new UnsatisfiedLinkError("no onnxruntime4j_jni");
                }))
        .isEmpty();
  }

  @Test
  void doesNotReplaceThePipelineThatWasChosen() {
    assertThatThrownBy(
            () ->
                ChosenPipeline.encoder(
                    "full",
                    NATIVES,
                    natives -> {
                      throw new UnsatisfiedLinkError("no onnxruntime4j_jni");
                    }))
        .hasMessageContaining("Unset PARLEY_PIPELINE");
  }

  @Test
  void refusesAPipelineThatThereIsNot() {
    assertThatThrownBy(() -> ChosenPipeline.encoder("fast", NATIVES, natives -> null))
        .hasMessage("PARLEY_PIPELINE is fast. Set it to full or light, or unset it.");
  }
}
