package dev.parley.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells everything that is wrong with a home. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads intents, training data, inventory and permissions, and tells every problem at once:"
          + " file:line: what is wrong. What to do.",
      ""
    },
    footer = {"", "Examples:", "  parley check", "  parley --home ~/ops check --connect"})
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Option(
      names = "--connect",
      description =
          "Also try each host: whether it answers, its key is trusted, and it lets us in; and each"
              + " front end of channels.yml.")
  private boolean connect;

  @Override
  public Integer call() {
    var places = parley.places();
    var problems = parley.around.house().problems(places);
    ProblemList.print(problems, places.home(), parley.around.out());
    int unreachable = connect ? connect(places) + frontEnds(places) : 0;
    if (problems.isEmpty() && unreachable == 0) {
      parley.around.out().println("Nothing is wrong in " + places.home() + ".");
      return 0;
    }
    return Complaint.FAILED;
  }

  private int frontEnds(Places places) {
    var tried = parley.around.house().tryFrontEnds(places);
    tried.forEach(one -> parley.around.out().println(one.line()));
    return (int) tried.stream().filter(one -> !one.well()).count();
  }

  private int connect(Places places) {
    if (places.demo()) {
      parley
          .around
          .out()
          .println("The demo's hosts run inside the assistant; there is nothing to try.");
      return 0;
    }
    var hosts = List.copyOf(parley.around.house().hosts(places));
    try (var keys = new HostKeys(places.data())) {
      return (int) hosts.stream().filter(host -> !keys.tell(host, parley.around.out())).count();
    }
  }
}
