package dev.parley.web.chat;

import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.delivery.Transcript;
import dev.parley.permission.Approval;
import dev.parley.person.Person;
import java.util.List;

/** What goes on, as the web chat shows it. */
public interface Happenings {
  /** Everything that was said. */
  Transcript transcript();

  /** What runs in this process, with what it says. */
  ActiveRuns runs();

  /** The executions that have not ended, of everybody, oldest first. */
  List<Execution> open();

  /** The actions that wait for a second person now, of everybody, oldest first. */
  List<Approval> waiting();

  /** Whether this person could give or refuse that approval. */
  boolean maySettle(Person person, Approval approval);
}
