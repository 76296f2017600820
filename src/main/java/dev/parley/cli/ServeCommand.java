package dev.parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the HTTP API until it is told to stop (Ctrl-C, or SIGTERM).",
      "",
      "Standard output gets one line: the address to open, with a login code that serves once"
          + " within 10 minutes. Everything else goes to standard error and the log.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley serve",
      "  PARLEY_PORT=0 parley serve           on a port that is free",
      "  PARLEY_HOST=0.0.0.0 parley serve --behind-proxy",
      "  parley --home ~/ops serve --simulate"
    })
final class ServeCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Option(
      names = "--behind-proxy",
      description = "Listen on an address that is not loopback: a proxy in front speaks TLS.")
  private boolean behindProxy;

  @Override
  public Integer call() {
    return new Serving(parley).run(behindProxy, false);
  }
}
