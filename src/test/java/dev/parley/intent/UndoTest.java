package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoTest {
  private static final Undo SWITCHES =
      new Undo("mode", Map.of("state", Map.of("on", "off", "off", "on")));

  @Test
  void turnsAStateRound() {
    assertThat(SWITCHES.turned(mode("on")).canonical("state")).containsExactly("off");
    assertThat(SWITCHES.turned(mode("off")).canonical("state")).containsExactly("on");
  }

  @Test
  void leavesOpenWhatItDoesNotTell() {
    assertThat(SWITCHES.turned(mode("half")).canonical("state")).isEmpty();
    assertThat(SWITCHES.turned(mode("half")).canonical("app")).containsExactly("shop");
  }

  @Test
  void setsAValueWhateverItWas() {
    var off = new Undo("mode", Map.of("state", Map.of(Undo.ANY, "off")));
    assertThat(off.turned(mode("half")).canonical("state")).containsExactly("off");
  }

  private static ActionRequest mode(String state) {
    return ActionRequest.of("mode")
        .with("app", List.of(SlotValue.of("shop", "shop")))
        .with("state", List.of(SlotValue.of(state, state)));
  }
}
