package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Action.UnplannableException;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionActionTest {
  private static final Intent GRAPH =
      Samples.intent("show_graph", Risk.LOW, new ActionSpec.Connection("metrics"));
  private static final ActionRequest REQUEST = ActionRequest.of("show_graph");

  @Test
  void aConnectionThatIsMissingIsToldBeforeAnythingIsAsked() {
    var planner =
        new Planner(new Actions(Map.of(ActionSpec.Connection.class, new ConnectionAction(false))));
    assertThat(planner.unavailable(GRAPH))
        .contains(
            "show_graph needs the connection \"metrics\", which is not configured; write how it is"
                + " reached as an http action in intents/show_graph.yml, as docs/actions.md shows.");
    assertThatThrownBy(() -> planner.plan(GRAPH, REQUEST, Samples.estate()))
        .isInstanceOf(UnplannableException.class);
  }

  @Test
  void whereActionsAreRecordedEachConnectionCountsAsConfigured() {
    var planner =
        new Planner(new Actions(Map.of(ActionSpec.Connection.class, new ConnectionAction(true))));
    assertThat(planner.unavailable(GRAPH)).isEmpty();
    assertThat(planner.plan(GRAPH, REQUEST, Samples.estate()).steps()).hasSize(1);
  }
}
