package dev.parley.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Prints a login link. */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a new link to the web chat for yourself; it serves once within 10 minutes.",
      ""
    },
    footer = {"", "Example:", "  parley login"})
final class LoginCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Mixin private LoginLinks links = new LoginLinks();

  @Override
  public Integer call() {
    parley.around.out().println(links.make(parley, Map.of()));
    return 0;
  }
}
