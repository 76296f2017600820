package dev.parley.action.ssh;

import dev.parley.action.Verdict;
import dev.parley.intent.Outcome.TargetResult;

/** What is done on one host. */
interface HostWork {
  /** Does it to its end. */
  TargetResult run();

  /** How it is told. */
  Verdict verdict();
}
