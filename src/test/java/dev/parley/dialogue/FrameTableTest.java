package dev.parley.dialogue;

import static dev.parley.dialogue.Scene.act;
import static dev.parley.dialogue.Scene.asks;
import static dev.parley.dialogue.Scene.exact;
import static dev.parley.dialogue.Scene.host;
import static dev.parley.dialogue.Scene.names;
import static dev.parley.dialogue.Scene.objectionable;
import static dev.parley.dialogue.Scene.offers;
import static dev.parley.dialogue.Scene.proposal;
import static dev.parley.dialogue.Scene.reading;
import static dev.parley.dialogue.Scene.says;
import static dev.parley.dialogue.Scene.service;
import static dev.parley.dialogue.Scene.unknownHost;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Manner;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.DialogueAct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every frame with every input: the table in the documentation is what the core really does. */
class FrameTableTest {
  private static final Path TABLE = Path.of("docs/dialogue-table.md");
  private static final ActionRequest RESTART =
      ActionRequest.of("restart_service")
          .with("service", List.of(SlotValue.of("apache", "apache")))
          .with("host", List.of(SlotValue.of("web-01", "web-01")));

  private static final List<String> CONFIRMING =
      List.of(
          "confirming",
          "confirming, another request waits",
          "running, another request waits, confirming");

  private static final ActionRequest REBOOT =
      ActionRequest.of("reboot_host").with("host", RESTART.values("host"));

  private static Map<String, List<Frame>> frames() {
    var draft = new Draft(RESTART.without("host"), List.of());
    var frames = new LinkedHashMap<String, List<Frame>>();
    frames.put("idle", List.of());
    frames.put("collecting", List.of(new Frame.Collecting(draft, "host", List.of(), 0)));
    frames.put("collecting, third try", List.of(new Frame.Collecting(draft, "host", List.of(), 2)));
    frames.put(
        "confirming",
        List.of(new Frame.Confirming(proposal(RESTART), Scene.NOON.plusSeconds(300))));
    frames.put("confirming, expired", List.of(new Frame.Confirming(proposal(RESTART), Scene.NOON)));
    frames.put(
        "confirming, critical",
        List.of(new Frame.Confirming(proposal(REBOOT), Scene.NOON.plusSeconds(300))));
    frames.put("approving", List.of(approving(Scene.NOON.plusSeconds(1800))));
    frames.put("approving, expired", List.of(approving(Scene.NOON)));
    frames.put(
        "performing, another request waits",
        List.of(Frame.Waiting.next(draft), new Frame.Performing(proposal(RESTART))));
    frames.put(
        "confirming, another request waits",
        List.of(
            Frame.Waiting.next(draft),
            new Frame.Confirming(proposal(RESTART), Scene.NOON.plusSeconds(300))));
    frames.put("running, another request waits", List.of(waiting("id")));
    frames.put(
        "running, another request waits, confirming",
        List.of(
            waiting("id"), new Frame.Confirming(proposal(RESTART), Scene.NOON.plusSeconds(300))));
    frames.put(
        "confirming, takes a code",
        List.of(new Frame.Confirming(Scene.withCode(RESTART), Scene.NOON.plusSeconds(300))));
    frames.put("proving", List.of(proving(RESTART, Scene.NOON.plusSeconds(300))));
    frames.put("proving, critical", List.of(proving(REBOOT, Scene.NOON.plusSeconds(300))));
    frames.put("proving, expired", List.of(proving(RESTART, Scene.NOON)));
    frames.put(
        "frozen",
        List.of(new Frame.Frozen(new Draft(RESTART, List.of()), Scene.NOON.plusSeconds(300))));
    frames.put(
        "frozen, expired", List.of(new Frame.Frozen(new Draft(RESTART, List.of()), Scene.NOON)));
    frames.put("choosing", List.of(new Frame.Choosing(List.of(draft))));
    frames.put("judging", List.of(new Frame.Judging(draft)));
    frames.put("planning", List.of(new Frame.Planning(RESTART)));
    frames.put("performing", List.of(new Frame.Performing(proposal(RESTART))));
    return frames;
  }

  private static Frame proving(ActionRequest request, Instant expiresAt) {
    return new Frame.Proving(Scene.withCode(request), expiresAt);
  }

  private static Frame waiting(String after) {
    return Frame.Waiting.next(new Draft(RESTART, List.of())).startedBefore(after);
  }

  private static Frame approving(Instant expiresAt) {
    return new Frame.Approving(proposal(REBOOT), "r4k9", expiresAt, List.of("maria"));
  }

  private static Map<String, DialogueInput> inputs() {
    var low = ActionRequest.of("host_uptime").with("host", RESTART.values("host"));
    var inputs = new LinkedHashMap<String, DialogueInput>();
    inputs.put("yes", new Heard(act(DialogueAct.AFFIRM)));
    inputs.put("yes and more", new Heard(reading(DialogueAct.AFFIRM, false, "")));
    inputs.put(
        "yes and a value", new Heard(reading(DialogueAct.AFFIRM, false, "", host("web-02"))));
    inputs.put("no", new Heard(act(DialogueAct.DENY)));
    inputs.put("cancel", new Heard(act(DialogueAct.CANCEL)));
    inputs.put("correction", new Heard(reading(DialogueAct.CORRECT, false, "", host("web-02"))));
    inputs.put("a value", new Heard(names(host("web-02"))));
    inputs.put("an unknown name", new Heard(names(unknownHost("web-99", "web-01"))));
    inputs.put("the same request", new Heard(asks("restart_service", service("nginx"))));
    inputs.put("another request", new Heard(asks("reload_service", service("nginx"))));
    inputs.put("two requests", new Heard(Scene.asksBoth("reload_service", "restart_service")));
    inputs.put("an exact command", new Heard(exact("restart_service", service("nginx"))));
    inputs.put("two near readings", new Heard(offers("restart_service", "reload_service")));
    inputs.put("not understood", new Heard(says("lovely weather")));
    inputs.put("objectionable", new Heard(objectionable()));
    inputs.put("start over", new Heard(act(DialogueAct.START_OVER)));
    inputs.put("one or the other", new Heard(names(Scene.eitherHost("web-01", "web-02"))));
    inputs.put("what it may be", new Heard(Scene.asksWhatItMayBe()));
    inputs.put("help", new Heard(act(DialogueAct.HELP)));
    inputs.put("greeting", new Heard(act(DialogueAct.GREET)));
    inputs.put("thanks", new Heard(act(DialogueAct.THANK)));
    inputs.put("who am I", new Heard(act(DialogueAct.WHO_AM_I)));
    inputs.put("the target's name", new Heard(Scene.types("web-01")));
    inputs.put("another target's name", new Heard(Scene.types("web-02")));
    inputs.put("approve", new Heard(act(DialogueAct.APPROVE)));
    inputs.put("reject", new Heard(act(DialogueAct.REJECT)));
    inputs.put("stop it", new Heard(act(DialogueAct.STOP_RUNNING)));
    inputs.put(
        "goes on here with what was asked elsewhere",
        new DialogueInput.TakenUp(new Draft(RESTART, List.of())));
    inputs.put("goes on elsewhere", new DialogueInput.CarriedOff("#ops"));
    inputs.put("what is pending", new Heard(act(DialogueAct.PENDING)));
    inputs.put("cancel what is scheduled", new Heard(act(DialogueAct.CANCEL_SCHEDULED)));
    inputs.put("allowed", new DialogueInput.Judged(true, ""));
    inputs.put("denied", new DialogueInput.Judged(false, "No rule."));
    inputs.put("planned, low", new DialogueInput.Planned(proposal(low)));
    inputs.put("planned, high", new DialogueInput.Planned(proposal(RESTART)));
    inputs.put("planned, critical", new DialogueInput.Planned(proposal(REBOOT)));
    inputs.put("cannot be planned", new DialogueInput.Unplannable("No unit."));
    inputs.put("begun", new DialogueInput.Begun("id"));
    inputs.put("withheld", new DialogueInput.Withheld("It changed."));
    inputs.put(
        "awaiting",
        new DialogueInput.Awaiting("r4k9", Scene.NOON.plusSeconds(1800), List.of("maria")));
    inputs.put("approved by another", new DialogueInput.Approved("r4k9", "maria"));
    inputs.put("rejected by another", new DialogueInput.Rejected("r4k9", "maria"));
    inputs.put("succeeded", new DialogueInput.Ended("id", ExecutionStatus.SUCCEEDED));
    inputs.put("failed", new DialogueInput.Ended("id", ExecutionStatus.FAILED));
    inputs.put(
        "missed", new DialogueInput.Missed(proposal(RESTART).dueAt(Scene.NOON), true, false));
    inputs.put(
        "missed, not asked",
        new DialogueInput.Missed(proposal(RESTART).dueAt(Scene.NOON), false, false));
    inputs.put(
        "a request as a dry run", new Heard(asks("restart_service", service("nginx")), true));
    inputs.put("what would that do", new DialogueInput.WhatIf());
    inputs.put("planned, dry", new DialogueInput.Planned(proposal(RESTART.asked(Manner.DRY))));
    inputs.put("denied by a freeze", new DialogueInput.Judged(false, "A freeze.", true));
    inputs.put("override", new DialogueInput.Overridden("the fix for INC-1"));
    inputs.put("a code", new DialogueInput.CodeGiven());
    inputs.put("the code is right", new DialogueInput.CodeChecked(true, false, ""));
    inputs.put("the code is wrong", new DialogueInput.CodeChecked(false, false, "Wrong."));
    inputs.put("no more codes", new DialogueInput.CodeChecked(false, true, "Locked."));
    inputs.put(
        "may be offered",
        new DialogueInput.Offerable(
            List.of(new Draft(RESTART, List.of()), new Draft(REBOOT, List.of()))));
    inputs.put("none may be offered", new DialogueInput.Offerable(List.of()));
    inputs.put("told", new DialogueInput.Answered(new SystemAct.NothingRuns()));
    return inputs;
  }

  private static String cell(List<Frame> agenda, DialogueInput input) {
    var scene = new Scene();
    for (var frame : agenda) {
      scene.dialogue = scene.dialogue.push(frame);
    }
    var step = scene.step(input);
    var acts =
        step.acts().stream()
            .map(act -> act.getClass().getSimpleName())
            .collect(Collectors.joining(", "));
    var next =
        step.next().agenda().stream()
            .map(frame -> frame.getClass().getSimpleName().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" > "));
    return (acts.isEmpty() ? "–" : acts) + " → " + (next.isEmpty() ? "idle" : next);
  }

  private static String table() {
    var text =
        new StringBuilder(
            """
            # What the dialogue does with every input

            Generated from the core by `FrameTableTest` (rewritten with
            `./mvnw test -Dtest=FrameTableTest -Dgolden=write`). A cell says what the assistant does,
            and what the dialogue is in the middle of afterwards. `–` is nothing: an answer of the
            world that nobody asked for. AskPermission, Prepare, Perform, RequestApproval,
            SettleApproval, CheckCode, Offer, CancelScheduled and StopRun go to the world and come back as an input, WithdrawApproval
            goes there and does not; everything else is said.
            """);
    frames()
        .forEach(
            (name, agenda) -> {
              text.append("\n## ").append(name).append("\n\n| input | acts → afterwards |\n");
              text.append("| --- | --- |\n");
              inputs()
                  .forEach(
                      (said, input) ->
                          text.append("| ")
                              .append(said)
                              .append(" | ")
                              .append(cell(agenda, input))
                              .append(" |\n"));
            });
    return text.toString();
  }

  @Test
  void theDocumentedTableIsWhatTheCoreDoes() throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, table());
    }
    assertThat(TABLE).exists();
    assertThat(table()).isEqualTo(Files.readString(TABLE));
  }

  @Test
  void onlyAYesACodeAnApprovalOrALowRiskPlanPerforms() {
    frames()
        .forEach(
            (name, agenda) ->
                inputs()
                    .forEach(
                        (said, input) -> {
                          boolean performs = cell(agenda, input).matches(".*\\bPerform\\b.*");
                          boolean may =
                              (CONFIRMING.contains(name) && said.equals("yes"))
                                  || (name.equals("approving")
                                      && said.equals("approved by another"))
                                  || (name.equals("proving") && said.equals("the code is right"))
                                  || (name.equals("planning") && said.equals("planned, low"));
                          assertThat(performs).as(name + " / " + said).isEqualTo(may);
                        }));
  }
}
