package dev.parley.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains what {@code permissions.yml} says. */
@Command(
    name = "permissions",
    mixinStandardHelpOptions = true,
    description = {"Explains what permissions.yml says to a request, rule by rule.", ""},
    footer = {
      "",
      "Examples:",
      "  parley permissions why maria restart_service service=apache host=web-01",
      "  parley permissions why os:eve deploy environment=prod --channel slack",
      "  parley permissions why jason deploy environment=prod --at 2026-12-24T18:00:00Z"
    })
final class PermissionsCommand implements Runnable {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: why PERSON INTENT slot=value….");
  }

  @Command(
      name = "why",
      mixinStandardHelpOptions = true,
      description = {
        "Tells of each rule whether it matches and why not, what the intent asks for besides, and"
            + " which freezes hold. The exit status is 0 when it is allowed and 1 when it is not.",
        ""
      })
  int why(
      @Parameters(
              index = "0",
              paramLabel = "PERSON",
              description = "A name in permissions.yml, or an account such as os:eve.")
          String person,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "INTENT",
              description = "An exact command: the intent and slot=value….")
          List<String> command,
      @Option(
              names = "--channel",
              paramLabel = "NAME",
              defaultValue = "terminal",
              description = "Where it is asked (terminal): a channel, or channel:place.")
          String channel,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              description = "When it is asked (now), e.g. 2026-12-24T18:00:00Z.")
          @Nullable String at) {
    var asked =
        new House.Asked(person, String.join(" ", command), channel, at == null ? null : time(at));
    var reason = parley.around.house().why(parley.places(), asked);
    reason.lines().forEach(parley.around.out()::println);
    return reason.allowed() ? 0 : Complaint.FAILED;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Complaint.usage("--at " + text + " is no time. Write e.g. 2026-12-24T18:00:00Z.");
    }
  }
}
