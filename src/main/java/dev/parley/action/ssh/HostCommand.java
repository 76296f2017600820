package dev.parley.action.ssh;

import dev.parley.action.ActiveRun;
import dev.parley.action.Verdict;
import dev.parley.action.process.LocalCommand;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.inventory.Host;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A command on one host: in a session with it, or here when the host is this machine. */
record HostCommand(
    Host host,
    Verdict verdict,
    Duration limit,
    SshConnector connector,
    Path workFolders,
    ActiveRun active)
    implements HostWork {

  /** The same, told in another way. */
  HostCommand with(Verdict told, ActiveRun run) {
    return new HostCommand(host, told, limit, connector, workFolders, run);
  }

  /** Another command there. */
  HostCommand asking(Verdict question, Duration patience, ActiveRun run) {
    return new HostCommand(host, question, patience, connector, workFolders, run);
  }

  @Override
  public TargetResult run() {
    long began = System.nanoTime();
    try {
      if (connector.endpoint(host).local()) {
        return new LocalCommand(workFolders, verdict, limit, active).run(new byte[0]);
      }
      var session = connector.open(host);
      try {
        var by = active.stoppedBy();
        return by.isPresent()
            ? verdict.stoppedBefore(by.get())
            : new RemoteCommand(session, verdict, limit, active).run();
      } finally {
        session.close(true);
      }
    } catch (ConnectionProblem | UncheckedIOException e) {
      var took = Duration.ofNanos(System.nanoTime() - began);
      return verdict.refused(String.valueOf(e.getMessage()), took);
    }
  }
}
