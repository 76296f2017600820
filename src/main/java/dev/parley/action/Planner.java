package dev.parley.action;

import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Proposal.Target;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.person.Person;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says exactly what a complete request would run, and where, without running it. */
public final class Planner {
  private final Actions actions;
  private final ResourceLock lock;
  private final Clock clock;

  /** For actions that nobody else runs. */
  public Planner(Actions actions) {
    this(actions, new InMemoryResourceLock(), Clock.systemUTC());
  }

  /**
   * @param lock tells who is changing the same thing now, which is worth knowing before a yes
   */
  public Planner(Actions actions, ResourceLock lock, Clock clock) {
    this.actions = actions;
    this.lock = lock;
    this.clock = clock;
  }

  /** Why nothing of this intent can be run, to be told before any slot is asked for. */
  public Optional<String> unavailable(Intent intent) {
    return actions.of(intent.action()).unavailable(intent);
  }

  /**
   * What would run, resolved to the last argument.
   *
   * @throws Action.UnplannableException with a sentence for people
   */
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    return actions.of(intent.action()).plan(intent, intent.atAnyTime(request), inventory);
  }

  /**
   * What to show its person before it runs.
   *
   * @param request every required slot has its values, all of them known
   * @throws Action.UnplannableException with a sentence for people
   */
  public Proposal propose(
      Intent intent,
      ActionRequest request,
      Inventory inventory,
      Person person,
      ConversationId conversation) {
    var plan = plan(intent, request, inventory);
    var radius = new BlastRadius(hosts(plan), inventory);
    var risk = radius.wide() ? intent.risk(request).raised() : intent.risk(request);
    return new Proposal(
        request,
        risk,
        Fingerprint.of(intent, request, plan, person, conversation),
        hosts(plan).stream().map(host -> new Target(host.name(), host.address())).toList(),
        preview(plan),
        warnings(intent, request, plan, person, radius.told(intent, risk).stream()));
  }

  private List<String> warnings(
      Intent intent, ActionRequest request, Plan plan, Person person, Stream<String> further) {
    var held =
        intent.onlyReads()
            ? Optional.<ResourceLock.Taken>empty()
            : lock.taken(Claim.of(intent, request, plan));
    return Stream.of(
            plan.warnings().stream(),
            further,
            held.stream().map(taken -> held(taken.holder(), person)))
        .flatMap(each -> each)
        .toList();
  }

  private String held(Holder holder, Person person) {
    return "%s, and until that has ended this cannot begin."
        .formatted(holder.sentence(person.zone(), clock.instant()));
  }

  private static List<Host> hosts(Plan plan) {
    return plan.steps().stream().map(Plan.Step::host).filter(Objects::nonNull).distinct().toList();
  }

  /** One line a command; the host stands before it only where hosts run different ones. */
  private static List<String> preview(Plan plan) {
    var lines = plan.steps().stream().map(step -> ShellWords.line(step.argv())).distinct().toList();
    return lines.size() == 1 ? lines : plan.steps().stream().map(Planner::line).toList();
  }

  private static String line(Plan.Step step) {
    var command = ShellWords.line(step.argv());
    return step.host() == null ? command : step.host().name() + ": " + command;
  }
}
