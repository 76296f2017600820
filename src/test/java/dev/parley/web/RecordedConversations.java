package dev.parley.web;

import dev.parley.Answer;
import dev.parley.action.Execution;
import dev.parley.action.OutputFiles;
import dev.parley.action.WholeOutput;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.AuditLog;
import dev.parley.audit.InMemoryAuditLog;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.InMemoryInbox;
import dev.parley.delivery.InMemoryNumbering;
import dev.parley.delivery.InMemoryOutbox;
import dev.parley.delivery.InMemoryTranscript;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.SlotValue;
import dev.parley.permission.Approval;
import dev.parley.permission.SecondPerson;
import dev.parley.person.Person;
import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import dev.parley.understanding.ScoredIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An assistant for tests of the ways in: asks for a host after "restart apache", starts an action
 * on "yes", throws on "break", and ends the action when told.
 */
public class RecordedConversations implements Conversations {
  private static final Map<String, List<String>> SLOTS = Map.of("service", List.of("apache"));

  public final List<Utterance> heard = new CopyOnWriteArrayList<>();

  /** What the web chat shows of it. */
  public final List<Execution> open = new CopyOnWriteArrayList<>();

  public final List<Approval> waiting = new CopyOnWriteArrayList<>();
  private final InMemoryNumbering numbering = new InMemoryNumbering(Runnable::run);
  private final InMemoryInbox<Answer> inbox = new InMemoryInbox<>(numbering);
  private final InMemoryOutbox outbox = new InMemoryOutbox(numbering);
  public final InMemoryTranscript transcript = new InMemoryTranscript(inbox, outbox, numbering);
  private final List<Message> said = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Execution> executions = new LinkedHashMap<>();
  private volatile Answer.State state =
      new Answer.State(Answer.Phase.IDLE, null, null, null, false);

  @Override
  public Answer hear(Utterance utterance) {
    var before = inbox.answered(utterance, person(utterance.speaker()).key());
    if (before.isPresent()) {
      return before.get();
    }
    heard.add(utterance);
    return switch (utterance.text()) {
      case "restart apache" ->
          answer(
              utterance,
              new Reply(
                  List.of(
                      new ReplyPart.Text("On which host would you like to restart apache?"),
                      new ReplyPart.Choices(List.of("web-01", "web-02")))),
              new Answer.State(Answer.Phase.COLLECTING, "restart_service", SLOTS, "host", false),
              List.of());
      case "yes" -> started(utterance);
      case "break" -> throw new IllegalStateException("the database password is hunter2");
      default ->
          answer(
              utterance,
              Reply.text("I did not understand."),
              new Answer.State(Answer.Phase.IDLE, null, null, null, false),
              List.of());
    };
  }

  private synchronized Answer started(Utterance utterance) {
    var id = "e" + (executions.size() + 1);
    var request =
        ActionRequest.of("restart_service")
            .with("service", List.of(SlotValue.of("apache", "apache")));
    executions.put(
        id,
        new Execution(
            id,
            new Proposal(request, Risk.HIGH, "f", List.of(), List.of(), List.of()),
            person(utterance.speaker()).key(),
            utterance.speaker(),
            utterance.conversation(),
            null,
            ExecutionStatus.RUNNING,
            null,
            utterance.at(),
            utterance.at(),
            null));
    return answer(
        utterance,
        Reply.text("Restarting apache."),
        new Answer.State(Answer.Phase.IDLE, null, null, null, false),
        List.of(new Answer.ExecutionView(id, "restart_service", SLOTS, ExecutionStatus.RUNNING)));
  }

  /** Ends an action, and says so in its conversation. */
  public synchronized void finish(String id) {
    var result =
        new Outcome.TargetResult(
            "web-01", ExecutionStatus.SUCCEEDED, 0, "all of it", false, "", Duration.ofSeconds(1));
    var outcome =
        new Outcome(ExecutionStatus.SUCCEEDED, "", List.of(result), Duration.ofSeconds(1));
    var ended = executions.get(id).ended(outcome, Instant.EPOCH);
    executions.put(id, ended);
    say(ended.conversation(), ended.person(), Reply.text("Restarted apache."), id);
  }

  private Answer answer(
      Utterance utterance, Reply reply, Answer.State now, List<Answer.ExecutionView> started) {
    state = now;
    var answer = answered(reply, now, started);
    inbox.record(utterance, person(utterance.speaker()).key(), answer);
    say(
        utterance.conversation(),
        person(utterance.speaker()).key(),
        reply,
        started.isEmpty() ? null : started.get(0).id());
    return answer;
  }

  private static Answer answered(
      Reply reply, Answer.State state, List<Answer.ExecutionView> started) {
    return new Answer(
        List.of(reply),
        state,
        new Answer.Understanding(
            state.intent(),
            0.98,
            List.of(new ScoredIntent("restart_service", 0.98)),
            List.of(new Answer.NamedEntity("service", "apache", "apache", 8, 14))),
        started,
        state.intent(),
        SLOTS,
        state.intent() != null || !started.isEmpty());
  }

  private void say(ConversationId conversation, String person, Reply reply, String execution) {
    var message =
        new Message(last(conversation) + 1, conversation, person, reply, execution, Instant.EPOCH);
    said.add(message);
    outbox.append(message);
    listeners.forEach(Runnable::run);
  }

  @Override
  public WholeOutput output(Execution execution, String target) {
    return WholeOutput.of(execution, target, new OutputFiles(Path.of("target/no-output"), 0));
  }

  @Override
  public List<Execution> followers(Execution ended) {
    return List.of();
  }

  @Override
  public Answer.State state(Speaker speaker, ConversationId conversation) {
    return state;
  }

  @Override
  public List<Execution> running(Person person) {
    return open.stream().filter(run -> run.person().equals(person.key())).toList();
  }

  @Override
  public List<Approval> waiting(Person person) {
    return waiting.stream().filter(one -> SecondPerson.concerns(one, person)).toList();
  }

  @Override
  public List<Message> after(ConversationId conversation, long number, int limit) {
    return said.stream()
        .filter(m -> m.conversation().equals(conversation) && m.number() > number)
        .limit(limit)
        .toList();
  }

  @Override
  public long last(ConversationId conversation) {
    return said.stream().filter(m -> m.conversation().equals(conversation)).count();
  }

  @Override
  public Outbox.Subscription subscribe(ConversationId conversation, Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public synchronized Optional<Execution> execution(String id) {
    return Optional.ofNullable(executions.get(id));
  }

  @Override
  public Person person(Speaker speaker) {
    return people().stream()
        .filter(person -> speaker.account().equals("parley:" + person.key()))
        .findFirst()
        .orElseGet(() -> person(speaker.account(), true));
  }

  private static Person person(String key, boolean guest) {
    var roles = guest ? Set.<String>of() : Set.of("approver");
    return new Person(key, key, roles, List.of(), ZoneOffset.UTC, guest);
  }

  @Override
  public List<Person> people() {
    return List.of(person("jason", false), person("maria", false));
  }

  @Override
  public List<String> vocabulary(Speaker speaker, ConversationId conversation) {
    return List.of("restart_service", "service=", "web-01");
  }

  @Override
  public AuditLog record() {
    var log = new InMemoryAuditLog();
    log.append(new AuditEvent.ActionStarted(Instant.EPOCH, "jason", "api:admin/c", "e1"));
    log.append(new AuditEvent.ActionStarted(Instant.EPOCH, "=maria()", "api:admin/c", "e2"));
    return log;
  }

  public final List<AuditEvent> noted = new CopyOnWriteArrayList<>();

  @Override
  public void note(AuditEvent event) {
    noted.add(event);
  }

  /** Who waits for news. */
  public List<Runnable> listeners() {
    return new ArrayList<>(listeners);
  }
}
