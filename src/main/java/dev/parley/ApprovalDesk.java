package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.Proposal;
import dev.parley.permission.Approval;
import dev.parley.permission.SecondPerson;
import dev.parley.person.People;
import dev.parley.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where critical actions wait for a second person, and where that person settles them. */
final class ApprovalDesk {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final Pattern SETTLES =
      Pattern.compile("(?i)approv|reject|declin|den[iy]|refus|\\bok'?(?:ay|ed)|lgtm|veto");

  private final Stores stores;
  private final People people;
  private final SecondPerson second;
  private final Duration lasts;
  private final Instant now;

  ApprovalDesk(People people, Stores stores, Duration lasts, Instant now) {
    this.stores = stores;
    this.people = people;
    this.second = new SecondPerson(people);
    this.lasts = lasts;
    this.now = now;
  }

  /** Whether a text may approve or reject: everything that is read so holds such a word. */
  static boolean maySettle(String text) {
    return SETTLES.matcher(text).find();
  }

  /** Has what its asker confirmed wait, where there is somebody who could approve it. */
  DialogueInput request(Proposal proposal, Participant asker) {
    var candidates = second.candidates(asker.person().key());
    if (candidates.isEmpty()) {
      return new DialogueInput.Withheld(
          "A critical action takes a second person's approval, and nobody else here holds the role %s, so nothing was done. A line in permissions.yml can give it to somebody."
              .formatted(SecondPerson.ROLE));
    }
    var approval =
        new Approval(
            ShortIds.unused(id -> stores.approvals().find(id).isPresent()),
            proposal,
            asker.person().key(),
            asker.person().name(),
            asker.speaker(),
            asker.conversation(),
            now,
            now.plus(lasts));
    stores.approvals().await(approval);
    stores
        .audit()
        .append(
            new AuditEvent.ApprovalRequested(
                now,
                approval.person(),
                asker.place(),
                approval.id(),
                proposal.request().exactForm(),
                proposal.fingerprint()));
    return new DialogueInput.Awaiting(
        approval.id(), approval.expiresAt(), candidates.stream().map(Person::name).toList());
  }

  /** Whoever asked for it does not want it any more. */
  void withdraw(String id, Participant asker) {
    if (stores.approvals().settle(id)) {
      stores
          .audit()
          .append(new AuditEvent.ApprovalWithdrawn(now, asker.person().key(), asker.place(), id));
    }
  }

  /** What a message can mean: the requests that it names, else those that wait in its place. */
  List<Approval> meant(String said, Participant by) {
    var words = WORD.matcher(said.toLowerCase(Locale.ROOT)).results();
    var named = words.map(word -> word.group()).collect(Collectors.toSet());
    var waiting = stores.approvals().waiting(now);
    var byId = waiting.stream().filter(approval -> named.contains(approval.id())).toList();
    return byId.isEmpty()
        ? waiting.stream().filter(a -> a.conversation().equals(by.conversation())).toList()
        : byId;
  }

  /** Why nothing can be settled, or an empty text when exactly one request can be. */
  String objection(List<Approval> meant, Participant by) {
    if (meant.size() == 1) {
      var approval = meant.get(0);
      return second
          .objection(approval, by.person(), by.speaker(), now)
          .map(explanation -> refused(approval, by, explanation))
          .orElse("");
    }
    var elsewhere =
        (meant.isEmpty() ? stores.approvals().waiting(now) : meant)
            .stream()
                .filter(approval -> SecondPerson.may(approval.person(), by.person()))
                .map(ApprovalDesk::line)
                .toList();
    var none = meant.isEmpty() ? "Nothing waits for approval here." : "Several requests wait here.";
    return elsewhere.isEmpty()
        ? none
        : none
            + " Name the one you mean, for example \"approve %s\":\n%s"
                .formatted(elsewhere.get(0).split(":", 2)[0], String.join("\n", elsewhere));
  }

  /** Who asked, as they are now. */
  Participant asker(Approval approval) {
    var person = people.identify(approval.speaker());
    return new Participant(person, approval.speaker(), approval.conversation());
  }

  private static String line(Approval approval) {
    return "%s: %s asks for %s"
        .formatted(approval.id(), approval.name(), approval.proposal().request().exactForm());
  }

  private String refused(Approval approval, Participant by, String explanation) {
    stores
        .audit()
        .append(
            new AuditEvent.ApprovalRefused(
                now,
                by.person().key(),
                by.place(),
                by.speaker().account(),
                approval.id(),
                explanation));
    return explanation;
  }

  /** Takes a request away for good, by somebody against whom there is no objection. */
  void settle(Approval approval, boolean approved, Participant by) {
    if (!stores.approvals().settle(approval.id())) {
      throw new IllegalStateException("The approval " + approval.id() + " was settled before.");
    }
    stores
        .audit()
        .append(
            new AuditEvent.ApprovalSettled(
                now,
                by.person().key(),
                by.place(),
                by.speaker().account(),
                approval.id(),
                approved,
                approval.person()));
  }

  /** What the second person is told afterwards. */
  static SystemAct.Saying told(Approval approval, boolean approved, TurnResult asked) {
    if (approved && asked.started().isEmpty() && asked.scheduled().isEmpty()) {
      var why =
          asked.sayings().stream()
              .filter(SystemAct.CannotRun.class::isInstance)
              .map(saying -> ((SystemAct.CannotRun) saying).problem())
              .findFirst();
      return new SystemAct.NotSettled(why.orElse("It is no longer wanted, so nothing was done."));
    }
    return new SystemAct.Settled(approved, approval.proposal(), approval.name());
  }
}
