package dev.parley.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints a login link for somebody else. */
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a link to the web chat for a person of permissions.yml; it serves once within 10"
          + " minutes.",
      "",
      "Whoever opens it speaks as that person, so give it to nobody else.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley invite maria",
      "  parley invite maria --at https://ops.example.org"
    })
final class InviteCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Mixin private LoginLinks links = new LoginLinks();

  @Parameters(paramLabel = "NAME", description = "The person, as permissions.yml names them.")
  private String name = Unset.value();

  @Override
  public Integer call() {
    parley.around.out().println(links.make(parley, Map.of("person", name)));
    return 0;
  }
}
