package dev.parley.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: without a verb it serves and, at a terminal, chats. */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "[VERB]",
    description = {
      "A natural-language operations assistant that runs on your own machines.",
      "",
      "Without a verb it serves and, where somebody sits at a terminal, chats.",
      ""
    },
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "Environment:",
      "  PARLEY_HOST         address to listen on (127.0.0.1)",
      "  PARLEY_PORT         port to listen on (8080; 0 for one that is free)",
      "  PARLEY_DATA         folder for the database, logs and secrets (data in the home)",
      "  PARLEY_ADMIN_TOKEN  the token that may do everything (else made at first start)",
      "  PARLEY_TOKEN        the token for --url",
      "",
      "Examples:",
      "  parley                              the demo, with a chat",
      "  parley --home ~/ops serve           a server for your own hosts",
      "  parley say \"restart apache on web-01\"",
      "",
      "Each verb has a --help of its own."
    })
final class ParleyCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "The folder that holds intents/, training-data/, models/, inventory/ and"
              + " permissions.yml (the project's own: the demo).")
  @Nullable Path home;

  @Option(
      names = "--simulate",
      scope = ScopeType.INHERIT,
      description = "Record actions instead of running them.")
  boolean simulate;

  @Option(
      names = "--behind-proxy",
      description = "Listen on an address that is not loopback: a proxy in front speaks TLS.")
  boolean behindProxy;

  final Surroundings around;

  ParleyCommand(Surroundings around) {
    this.around = around;
  }

  Places places() {
    return Places.find(home, around.project(), around.environment().get("PARLEY_DATA"));
  }

  Meeting meeting() {
    return new Meeting(around.house(), around.environment());
  }

  @Override
  public Integer call() {
    return new Serving(this).run(behindProxy, true);
  }
}
