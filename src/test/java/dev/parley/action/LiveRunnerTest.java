package dev.parley.action;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.inventory.Inventory;
import dev.parley.permission.Decision;
import dev.parley.permission.Gatekeeper;
import dev.parley.permission.Permit;
import dev.parley.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveRunnerTest {
  private static final Holder SOMEBODY = new Holder("somebody", "doing something", Instant.EPOCH);
  private static final Gatekeeper ANYBODY =
      (person, intent, request, risk, conversation) -> new Decision.Allowed("permissions.yml:1");

  private final List<Plan> ran = new ArrayList<>();
  private Supplier<Outcome> behaviour =
      () -> new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
  private final ResourceLock lock = new InMemoryResourceLock();
  private final Actions actions = new Actions(Map.of(ActionSpec.Ssh.class, new Remembering()));
  private final LiveRunner runner =
      new LiveRunner(actions, lock, Clock.fixed(Instant.parse("2026-11-20T09:41:00Z"), UTC));

  /** Plans like the real one and remembers what it was told to run. */
  private final class Remembering implements Action {
    @Override
    public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
      var values = new SlotValues(intent, request, inventory);
      var argv = new CommandTemplate(List.of("restart", "{service.unit}")).render(values::of);
      return new Plan(
          request.canonical("host").stream()
              .map(host -> new Plan.Step(inventory.host(host).orElseThrow(), argv))
              .toList(),
          List.of());
    }

    @Override
    public Outcome run(
        Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
      ran.add(plan);
      return behaviour.get();
    }
  }

  @Test
  void runsWhatWasConfirmed() {
    assertThat(run(Samples.restart("apache", "web-01")).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ran).singleElement().extracting(plan -> plan.steps().size()).isEqualTo(1);
  }

  @Test
  void runsNothingWhenAnAddressChangedMeanwhile() {
    var permit = permit(Samples.JASON, Samples.restart("apache", "web-01"), Samples.ROOM);
    var moved = Samples.estate(Samples.host("web-01", "192.168.0.99"));

    var outcome = runner.run(permit, Samples.restart(), moved, new ActiveRun("test"));

    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation())
        .isEqualTo(
            "Nothing was run: what would run has changed since it was confirmed; ask again.");
    assertThat(ran).isEmpty();
  }

  @Test
  void runsNothingWhenTheHostIsGone() {
    var permit = permit(Samples.JASON, Samples.restart("foo", "web-01"), Samples.ROOM, "f");
    var outcome = runner.run(permit, Samples.restart(), Samples.estate(), new ActiveRun("test"));
    assertThat(outcome.explanation())
        .isEqualTo("Nothing was run. There is no service named foo; name one that exists.");
    assertThat(ran).isEmpty();
  }

  @Test
  void runsNothingOnAForgedFingerprint() {
    var permit = permit(Samples.JASON, Samples.restart("apache", "web-01"), Samples.ROOM, "f");
    assertThat(
            runner.run(permit, Samples.restart(), Samples.estate(), new ActiveRun("test")).status())
        .isEqualTo(ExecutionStatus.FAILED);
    assertThat(ran).isEmpty();
  }

  @Test
  void runsNothingForAnotherPersonOrConversationThanConfirmed() {
    var proposal = proposal(Samples.restart("apache", "web-01"));
    var elsewhere = new ConversationId("terminal", "there");
    for (var permit :
        List.of(
            permit(Samples.person("maria"), proposal, Samples.ROOM),
            permit(Samples.JASON, proposal, elsewhere))) {
      assertThat(
              runner
                  .run(permit, Samples.restart(), Samples.estate(), new ActiveRun("test"))
                  .status())
          .isEqualTo(ExecutionStatus.FAILED);
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void whoeverComesSecondIsToldWhoHoldsIt() {
    var second = new ArrayList<Outcome>();
    behaviour =
        () -> {
          if (ran.size() == 1) {
            var maria = permit(Samples.person("maria"), Samples.restart("apache", "web-01"));
            second.add(
                runner.run(maria, Samples.restart(), Samples.estate(), new ActiveRun("test")));
          }
          return new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(), Duration.ZERO);
        };

    run(Samples.restart("apache", "web-01", "web-02"));

    assertThat(second.get(0).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(second.get(0).explanation())
        .isEqualTo(
            "Nothing was run: jason is running restart_service host=web-01,web-02 service=apache"
                + " since 09:41; ask again when that has ended.");
    assertThat(ran).hasSize(1);
    assertThat(run(Samples.restart("apache", "web-01")).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void theHolderIsToldInTheAskersTimeAndInTheWordsOfTheIntent() {
    var restart = told(Samples.restart());
    var since = Instant.parse("2026-11-20T09:41:00Z");
    var holder =
        Holder.of(
            Samples.JASON,
            restart,
            Samples.restart("apache", "web-01", "web-02"),
            Samples.estate(),
            since);
    assertThat(holder.sentence(ZoneId.of("Europe/Berlin"), since.plusSeconds(60)))
        .isEqualTo("jason is restarting apache on web-01 and web-02 since 10:41");
    assertThat(holder.sentence(UTC, since.plus(Duration.ofDays(1))))
        .isEqualTo("jason is restarting apache on web-01 and web-02 since 20 November 09:41");
  }

  private static Intent told(Intent intent) {
    return new Intent(
        intent.name(),
        intent.summary(),
        intent.risks(),
        intent.permission(),
        intent.schedulable(),
        intent.slots(),
        intent.action(),
        Map.of("started", "Restarting {service} on {host}"),
        intent.version());
  }

  @Test
  void whoHoldsItIsToldBeforeTheYesAndChangesNothingOfWhatIsConfirmed() {
    var planner = new Planner(actions, lock, Clock.fixed(Instant.EPOCH, UTC));
    var request = Samples.restart("apache", "web-01");
    var free = propose(planner, request);
    try (var held = held(new Claim("web-01", "apache"))) {
      var taken = propose(planner, request);
      assertThat(taken.warnings())
          .containsExactly(
              "somebody is doing something since 00:00, and until that has ended this cannot"
                  + " begin.");
      assertThat(taken.fingerprint()).isEqualTo(free.fingerprint());
    }
    assertThat(free.warnings()).isEmpty();
  }

  private static Proposal propose(Planner planner, ActionRequest request) {
    return planner.propose(
        Samples.restart(), request, Samples.estate(), Samples.JASON, Samples.ROOM);
  }

  @Test
  void anotherServiceOrHostIsNotHeldUp() {
    try (var held = held(new Claim("web-01", "apache"))) {
      assertThat(run(Samples.restart("nginx", "web-01")).status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run(Samples.restart("apache", "web-02")).status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run(Samples.restart("apache", "web-01")).status())
          .isEqualTo(ExecutionStatus.FAILED);
    }
  }

  @Test
  void aWholeHostAndItsServicesHoldEachOtherUp() {
    try (var held = held(new Claim("web-01", null))) {
      assertThat(run(Samples.restart("apache", "web-01")).status())
          .isEqualTo(ExecutionStatus.FAILED);
    }
  }

  @Test
  void lookingIsNeverHeldUp() {
    var status = Samples.intent("restart_service", Risk.LOW, Samples.ssh(false, "x"));
    var request = Samples.restart("apache", "web-01");
    var proposal =
        new Planner(actions)
            .propose(status, request, Samples.estate(), Samples.JASON, Samples.ROOM);
    try (var held = held(new Claim("web-01", null))) {
      var outcome =
          runner.run(
              permit(Samples.JASON, proposal, Samples.ROOM),
              status,
              Samples.estate(),
              new ActiveRun("test"));
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Test
  void aLockThatCannotBeAskedForLeavesNothingRunAndSaysSo() {
    ResourceLock away =
        new ResourceLock() {
          @Override
          public Attempt acquire(List<Claim> claims, Holder holder) {
            throw new IllegalStateException("The database is away.");
          }

          @Override
          public Optional<Taken> taken(List<Claim> claims) {
            return Optional.empty();
          }
        };
    var request = Samples.restart("apache", "web-01");
    var outcome =
        new LiveRunner(actions, away, Clock.fixed(Instant.parse("2026-11-20T09:41:00Z"), UTC))
            .run(
                permit(Samples.JASON, request),
                Samples.restart(),
                Samples.estate(),
                new ActiveRun("test"));
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).startsWith("Nothing was run:");
    assertThat(ran).isEmpty();
  }

  @Test
  void anErrorOfItsOwnLeavesTheEndUnknownAndTheLockFree() {
    behaviour =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThat(run(Samples.restart("apache", "web-01")).status())
        .isEqualTo(ExecutionStatus.UNKNOWN);
    assertThat(lock.acquire(List.of(new Claim("web-01", null)), SOMEBODY))
        .isInstanceOf(ResourceLock.Held.class);
  }

  @Test
  void aRecordingRunnerRunsNothingAndSucceeds() {
    var recorded = new ArrayList<Proposal>();
    var permit = permit(Samples.JASON, Samples.restart("apache", "web-01"));
    var outcome =
        new RecordingRunner(recorded::add)
            .run(permit, Samples.restart(), Samples.estate(), new ActiveRun("test"));
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results())
        .extracting(r -> r.target() + r.output())
        .containsExactly("web-01");
    assertThat(recorded).containsExactly(permit.proposal());
    assertThat(ran).isEmpty();
  }

  private ResourceLock.Held held(Claim claim) {
    return (ResourceLock.Held) lock.acquire(List.of(claim), SOMEBODY);
  }

  private Outcome run(ActionRequest request) {
    return runner.run(
        permit(Samples.JASON, request), Samples.restart(), Samples.estate(), new ActiveRun("test"));
  }

  private Proposal proposal(ActionRequest request) {
    return new Planner(actions)
        .propose(Samples.restart(), request, Samples.estate(), Samples.JASON, Samples.ROOM);
  }

  private Permit permit(Person person, ActionRequest request) {
    return permit(person, request, Samples.ROOM);
  }

  private Permit permit(Person person, ActionRequest request, ConversationId conversation) {
    var proposal =
        new Planner(actions)
            .propose(Samples.restart(), request, Samples.estate(), person, conversation);
    return permit(person, proposal, conversation);
  }

  private static Permit permit(
      Person person, ActionRequest request, ConversationId conversation, String fingerprint) {
    var proposal = new Proposal(request, Risk.HIGH, fingerprint, List.of(), List.of(), List.of());
    return permit(person, proposal, conversation);
  }

  private static Permit permit(Person person, Proposal proposal, ConversationId conversation) {
    return ANYBODY
        .permit("1", person, Samples.restart(), proposal, conversation, null)
        .orElseThrow();
  }
}
