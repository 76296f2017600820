package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionRequestTest {
  @Test
  void staysInItsMannerWhateverItsValuesBecome() {
    var request =
        new ActionRequest("restart", Map.of("host", List.of(SlotValue.of("web-01", "web"))))
            .asked(Manner.DRY);
    assertThat(request.each(value -> SlotValue.of("web-02", "web")).manner()).isEqualTo(Manner.DRY);
    assertThat(request.shown().manner()).isEqualTo(Manner.DRY);
    assertThat(request.without("host").manner()).isEqualTo(Manner.DRY);
  }
}
