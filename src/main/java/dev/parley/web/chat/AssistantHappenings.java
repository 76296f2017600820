package dev.parley.web.chat;

import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.action.Journal;
import dev.parley.delivery.Transcript;
import java.util.List;

/** What goes on in the assistant itself. */
public record AssistantHappenings(Transcript transcript, ActiveRuns runs, Journal journal)
    implements Happenings {

  @Override
  public List<Execution> open() {
    return journal.open();
  }
}
