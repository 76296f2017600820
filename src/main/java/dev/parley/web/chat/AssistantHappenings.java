package dev.parley.web.chat;

import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.action.Journal;
import dev.parley.delivery.Transcript;
import dev.parley.permission.Approval;
import dev.parley.person.Person;
import java.util.List;

/** What goes on in the assistant itself. */
public record AssistantHappenings(Transcript transcript, ActiveRuns runs, Journal journal)
    implements Happenings {

  @Override
  public List<Execution> open() {
    return journal.open();
  }

  @Override
  public List<Approval> waiting() {
    return List.of();
  }

  @Override
  public boolean maySettle(Person person, Approval approval) {
    return !person.key().equals(approval.person());
  }
}
