package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.LoginResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Ends the sessions of a person. */
@Command(
    name = "logout",
    mixinStandardHelpOptions = true,
    description = {
      "Ends every session of a person in the web chat at once; their login links that were not"
          + " used yet are worthless then.",
      ""
    },
    footer = {"", "Example:", "  parley logout maria"})
final class LogoutCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Parameters(paramLabel = "NAME", description = "The person, as permissions.yml names them.")
  private String name = Unset.value();

  @Override
  public Integer call() {
    var places = parley.places();
    var ended =
        parley
            .meeting()
            .own(places, RunningServer.require(places))
            .post(
                "/api/v1/logout",
                Map.of("person", name),
                new TypeReference<LoginResource.Ended>() {});
    int count = ended.sessions();
    parley.around.out().println(count == 1 ? "Ended 1 session of " + name + "." : sessions(count));
    return 0;
  }

  private String sessions(int count) {
    return count == 0 ? name + " had no session." : "Ended " + count + " sessions of " + name + ".";
  }
}
