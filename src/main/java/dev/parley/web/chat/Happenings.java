package dev.parley.web.chat;

import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.delivery.Transcript;
import java.util.List;

/** What goes on, as the web chat shows it. */
public interface Happenings {
  /** Everything that was said. */
  Transcript transcript();

  /** What runs in this process, with what it says. */
  ActiveRuns runs();

  /** The executions that have not ended, of everybody, oldest first. */
  List<Execution> open();
}
