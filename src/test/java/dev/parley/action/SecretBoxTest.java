package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Inventory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
  private static final String KEY = "A".repeat(43);

  private final SecretBox box = SecretBox.of(KEY);

  private static ActionRequest request(SlotValue value) {
    return ActionRequest.of("set_password").with("password", List.of(value));
  }

  @Test
  void aClosedValueShowsNothingAndOpensWithItsKeyAlone() {
    var closed = request(box.close("hunter2"));
    assertThat(closed.toString()).doesNotContain("hunter2");
    assertThat(closed.exactForm()).isEqualTo("set_password password=•••");
    assertThat(closed.canonical("password")).containsExactly("•••");
    var opened = SecretBox.of(KEY).opened(closed);
    assertThat(opened.request().canonical("password")).containsExactly("hunter2");
    assertThat(opened.secrets()).containsExactly("hunter2");
    assertThatThrownBy(() -> SecretBox.fresh().opened(closed))
        .isInstanceOf(Action.UnplannableException.class)
        .hasMessageContaining("say it again");
  }

  @Test
  void whatWasTamperedWithDoesNotOpen() {
    var sealed = box.close("hunter2").canonical();
    var other = (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);
    var changed = SlotValue.secret(sealed.substring(0, 20) + other);
    assertThatThrownBy(() -> box.opened(request(changed)))
        .isInstanceOf(Action.UnplannableException.class);
    assertThatThrownBy(() -> box.opened(request(SlotValue.secret(""))))
        .isInstanceOf(Action.UnplannableException.class);
  }

  @Test
  void theSameSecretNeverLooksTheSame() {
    assertThat(box.close("hunter2")).isNotEqualTo(box.close("hunter2"));
  }

  @Test
  void refusesAKeyOfAnotherLength() {
    assertThatThrownBy(() -> SecretBox.of("short")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatAnActionTellsOfItsSecretIsHidden() {
    var talkative =
        new Action() {
          @Override
          public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
            return new Plan(List.of(), List.of());
          }

          @Override
          public Outcome run(
              Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
            var told = "It is " + request.canonical("password") + " now.";
            return new Outcome(ExecutionStatus.SUCCEEDED, told, List.of(), Duration.ZERO);
          }
        };
    var closed = request(box.close("hunter2"));
    var shown = new Plan(List.of(), List.of());
    var outcome =
        box.run(
            talkative, Samples.restart(), closed, shown, Samples.estate(), new ActiveRun("test"));
    assertThat(outcome.explanation()).isEqualTo("It is [•••] now.");
  }

  @Test
  void whatFailsWhileItIsPlannedShowsNoSecret() {
    var broken =
        new Action() {
          @Override
          public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
            throw new IllegalArgumentException("Bad: " + request.canonical("password"));
          }

          @Override
          public Outcome run(
              Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
            throw new AssertionError("It was run.");
          }
        };
    var closed = request(box.close("hunter2"));
    assertThatThrownBy(() -> box.plan(broken, Samples.restart(), closed, Samples.estate()))
        .hasMessageContaining("Bad: ")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }
}
