package dev.parley.dialogue;

import dev.parley.dialogue.DialogueInput.Heard;
import dev.parley.intent.ExecutionStatus;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Link;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chooses what is said and how the world answers, always the same for the same seed. */
final class WalkChooser {
  private static final List<String> HOSTS = List.of("web-01", "web-02", "web-03", "db-01");
  private static final List<String> SERVICES = List.of("apache", "nginx");
  private static final List<String> INTENTS =
      List.of("restart_service", "reload_service", "reboot_host", "host_uptime");
  private static final List<DialogueAct> ACTS = List.of(DialogueAct.values());

  private final Random random;
  private final List<String> running = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();
  private int executions;
  private int approvals;

  WalkChooser(long seed) {
    this.random = new Random(seed);
  }

  List<String> running() {
    return running;
  }

  boolean rarely() {
    return random.nextInt(500) == 0;
  }

  Duration time() {
    return switch (random.nextInt(60)) {
      case 0 -> Duration.ofMinutes(6);
      case 1 -> Duration.ofMinutes(31);
      default -> Duration.ofSeconds(1);
    };
  }

  /** Mostly something said, now and then something that happened, or an answer nobody waits for. */
  DialogueInput input(Instant now) {
    return switch (random.nextInt(24)) {
      case 0, 1, 2, 3 -> ended();
      case 4 -> settled();
      case 5 -> stray(now);
      case 6, 7 -> new Heard(said().linked(link()));
      default -> new Heard(said());
    };
  }

  private DialogueInput ended() {
    var status = random.nextInt(3) > 0 ? ExecutionStatus.SUCCEEDED : oneOf(ENDS);
    if (running.isEmpty() || random.nextInt(20) == 0) {
      return new DialogueInput.Ended("nobody's", status);
    }
    return new DialogueInput.Ended(running.remove(random.nextInt(running.size())), status);
  }

  private static final List<ExecutionStatus> ENDS =
      List.of(
          ExecutionStatus.FAILED,
          ExecutionStatus.CANCELLED,
          ExecutionStatus.TIMED_OUT,
          ExecutionStatus.UNKNOWN);

  private DialogueInput settled() {
    var id = waiting.isEmpty() || random.nextInt(10) == 0 ? "zzzz" : oneOf(waiting);
    return random.nextInt(3) > 0
        ? new DialogueInput.Approved(id, "maria")
        : new DialogueInput.Rejected(id, "maria");
  }

  private DialogueInput stray(Instant now) {
    var proposal = Scene.proposal(Scene.REBOOT);
    return switch (random.nextInt(7)) {
      case 0 -> new DialogueInput.Judged(true, "");
      case 1 -> new DialogueInput.Judged(false, "No.");
      case 2 -> new DialogueInput.Planned(proposal);
      case 3 -> new DialogueInput.Unplannable("No unit.");
      case 4 -> new DialogueInput.Begun("stray");
      case 5 -> new DialogueInput.Withheld("It changed.");
      default -> new DialogueInput.Awaiting("stray", now.plusSeconds(60), List.of("maria"));
    };
  }

  private Interpretation said() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> asks(List.of(), false);
      case 3, 4 -> asks(further(), false);
      case 5 -> asks(List.of(), true);
      case 6, 7 -> Scene.names(entities());
      case 8, 9, 10, 11 -> Scene.act(DialogueAct.AFFIRM);
      case 12, 13 -> Scene.types(oneOf(HOSTS));
      case 14 -> Scene.reading(DialogueAct.AFFIRM, random.nextBoolean(), "", entities());
      case 15 -> Scene.reading(DialogueAct.CORRECT, false, "", entities());
      case 16 -> beside();
      case 17 -> random.nextBoolean() ? Scene.offers(oneOf(INTENTS), oneOf(INTENTS)) : pick();
      default -> Scene.act(oneOf(ACTS));
    };
  }

  private Interpretation beside() {
    return switch (random.nextInt(3)) {
      case 0 -> Scene.objectionable();
      case 1 -> Scene.asksWhatItMayBe();
      default -> Scene.says("lovely weather");
    };
  }

  private Interpretation pick() {
    return Scene.says(Integer.toString(1 + random.nextInt(3)));
  }

  private Interpretation asks(List<Interpretation.Further> further, boolean exact) {
    return new Interpretation(
        "said",
        null,
        random.nextInt(8) == 0 ? DialogueAct.AFFIRM : DialogueAct.INFORM,
        false,
        Zone.ACT,
        List.of(new ScoredIntent(oneOf(INTENTS), 0.9)),
        List.of(entities()),
        further,
        exact,
        link());
  }

  /** How it hangs together with what was said before: mostly not at all. */
  private Link link() {
    return random.nextInt(4) > 0
        ? Link.NONE
        : new Link(
            oneOf(List.of(Link.Change.values())),
            random.nextInt(3) == 0,
            random.nextInt(3) == 0,
            Set.of(oneOf(List.of(Link.Pointer.values()))));
  }

  private List<Interpretation.Further> further() {
    var further = new ArrayList<Interpretation.Further>();
    for (int i = random.nextInt(8) == 0 ? 9 : 1 + random.nextInt(3); i > 0; i--) {
      further.add(
          new Interpretation.Further(oneOf(INTENTS), List.of(entities()), random.nextInt(10) == 0));
    }
    return further;
  }

  private Entity[] entities() {
    var entities = new ArrayList<Entity>();
    if (random.nextInt(3) > 0) {
      entities.add(Scene.service(oneOf(SERVICES)));
    }
    switch (random.nextInt(10)) {
      case 0 -> entities.add(Scene.unknownHost("web-99", "web-01"));
      case 1 -> entities.add(Scene.ambiguousHost("web", "web-01", "web-02"));
      case 2 -> {}
      case 3 -> entities.add(Scene.eitherHost("web-01", "db-01"));
      default -> entities.add(Scene.host(oneOf(HOSTS)));
    }
    return entities.toArray(Entity[]::new);
  }

  /** How the world answers a deed; null for one that it does not answer. */
  DialogueInput answer(SystemAct deed, Instant now) {
    if (deed instanceof SystemAct.AskPermission) {
      return switch (random.nextInt(12)) {
        case 0 -> new DialogueInput.Judged(false, "permissions.yml:3 says no.");
        case 1 -> new DialogueInput.Unplannable("There is no such action here.");
        default -> new DialogueInput.Judged(true, "");
      };
    }
    if (deed instanceof SystemAct.Prepare prepare) {
      return random.nextInt(12) == 0
          ? new DialogueInput.Unplannable("web-01 has no unit for it.")
          : new DialogueInput.Planned(Scene.proposal(prepare.request()));
    }
    if (deed instanceof SystemAct.Perform) {
      return random.nextInt(12) == 0
          ? new DialogueInput.Withheld("What would run has changed.")
          : new DialogueInput.Begun(started());
    }
    if (deed instanceof SystemAct.RequestApproval) {
      return random.nextInt(8) == 0
          ? new DialogueInput.Withheld("Nobody else holds the role approver.")
          : new DialogueInput.Awaiting(awaited(), now.plusSeconds(1800), List.of("maria"));
    }
    if (deed instanceof SystemAct.Offer offer) {
      return new DialogueInput.Offerable(offer.options());
    }
    return new DialogueInput.Answered(
        deed instanceof SystemAct.StopRun
            ? new SystemAct.NothingRuns()
            : new SystemAct.NotSettled("Nothing waits for approval here."));
  }

  private String started() {
    var id = "execution-" + ++executions;
    running.add(id);
    return id;
  }

  private String awaited() {
    var id = "approval-" + ++approvals;
    waiting.add(id);
    return id;
  }

  static boolean needsAnswer(SystemAct act) {
    return act instanceof SystemAct.Deed && !(act instanceof SystemAct.WithdrawApproval);
  }

  private <T> T oneOf(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
