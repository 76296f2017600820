package dev.parley.web;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.ScheduleDesk;
import dev.parley.Transactions;
import dev.parley.action.Execution;
import dev.parley.action.Journal;
import dev.parley.action.OutputFiles;
import dev.parley.action.WholeOutput;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.AuditLog;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Resource;
import dev.parley.knowledge.KnowledgeSource;
import dev.parley.permission.Approval;
import dev.parley.permission.Approvals;
import dev.parley.permission.SecondPerson;
import dev.parley.person.People;
import dev.parley.person.Person;
import dev.parley.schedule.Schedule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assistant itself, with what it keeps and knows. */
public record AssistantConversations(
    Assistant assistant,
    Outbox outbox,
    Journal journal,
    Schedule schedule,
    OutputFiles outputs,
    Approvals approvals,
    AuditLog audit,
    Transactions transactions,
    People named,
    KnowledgeSource knowledge,
    Clock clock)
    implements Conversations {

  @Override
  public Answer hear(Utterance utterance) {
    return assistant.hear(utterance);
  }

  @Override
  public List<Message> after(ConversationId conversation, long number, int limit) {
    return outbox.after(conversation, number, limit);
  }

  @Override
  public long last(ConversationId conversation) {
    return outbox.last(conversation);
  }

  @Override
  public Outbox.Subscription subscribe(ConversationId conversation, Runnable listener) {
    return outbox.subscribe(conversation, listener);
  }

  @Override
  public Optional<Execution> execution(String id) {
    return journal.find(id).or(() -> schedule.find(id).map(ScheduleDesk::execution));
  }

  @Override
  public WholeOutput output(Execution execution, @Nullable String target) {
    return WholeOutput.of(execution, target, outputs);
  }

  /** They were accepted in the commit that holds how the one before ended. */
  @Override
  public List<Execution> followers(Execution ended) {
    var end = ended.endedAt();
    if (end == null) {
      return List.of();
    }
    var over = journal.endedSince(ended.conversation(), ended.person(), end.minusMillis(1));
    return Stream.concat(journal.open().stream(), over.stream())
        .filter(execution -> !execution.id().equals(ended.id()))
        .filter(execution -> execution.conversation().equals(ended.conversation()))
        .filter(execution -> execution.person().equals(ended.person()))
        .filter(execution -> execution.acceptedAt().equals(end))
        .toList();
  }

  @Override
  public Answer.State state(Speaker speaker, ConversationId conversation) {
    return assistant.state(speaker, conversation);
  }

  @Override
  public List<Execution> running(Person person) {
    return journal.open().stream()
        .filter(execution -> execution.person().equals(person.key()))
        .toList();
  }

  @Override
  public List<Approval> waiting(Person person) {
    return approvals.waiting(clock.instant()).stream()
        .filter(approval -> SecondPerson.concerns(approval, person))
        .toList();
  }

  @Override
  public Person person(Speaker speaker) {
    return named.identify(speaker);
  }

  @Override
  public Collection<Person> people() {
    return named.all();
  }

  @Override
  public List<String> vocabulary(Speaker speaker, ConversationId conversation) {
    var current = knowledge.current();
    var names = new TreeSet<String>();
    for (Intent intent : assistant.askable(speaker, conversation)) {
      names.add(intent.name());
      intent.slots().stream().map(Slot::name).map(slot -> slot + "=").forEach(names::add);
    }
    current.inventory().hosts().stream().map(Host::name).forEach(names::add);
    names.addAll(current.inventory().groups());
    for (SlotType type : SlotType.values()) {
      current.inventory().all(type).stream().map(Resource::name).forEach(names::add);
    }
    return List.copyOf(names);
  }

  @Override
  public AuditLog record() {
    return audit;
  }

  @Override
  public void note(AuditEvent event) {
    transactions.call(
        () -> {
          audit.append(event);
          return event;
        });
  }
}
