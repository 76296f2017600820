package dev.parley.action.network;

import dev.parley.action.ActiveRun;
import dev.parley.action.Verdict;
import dev.parley.action.process.LocalCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a machine answers pings, by the machine's own ping program. */
final class PingCheck implements NetworkCheck {
  private static final int NO_ANSWER = 1;
  private static final Pattern COUNT =
      Pattern.compile("(\\d+) packets transmitted, (\\d+)(?: packets)? received");
  private static final Pattern AVERAGE = Pattern.compile("= [\\d.]+/([\\d.]+)/");

  private final Destinations destinations;
  private final Path workFolders;

  PingCheck(Destinations destinations, Path workFolders) {
    this.destinations = destinations;
    this.workFolders = workFolders;
  }

  @Override
  public String look(Look look) throws NetworkProblem {
    var destination = destinations.of(look.target(), 0, look.inventory());
    var address = destination.addresses().get(0).getHostAddress();
    // The address that was judged: the program resolves no name itself.
    var argv = List.of("ping", "-n", "-c", "4", "-i", "0.3", "-W", "2", "--", address);
    var verdict = new Verdict(destination.name(), argv, Set.of(0, NO_ANSWER), Integer.MAX_VALUE);
    // What it says is told once, with what it comes to.
    var quiet = new ActiveRun(look.run().executionId());
    look.run().whenStopped(() -> quiet.stop(look.run().stoppedBy().orElse("Somebody")));
    var result = new LocalCommand(workFolders, verdict, look.limit(), quiet).run(new byte[0]);
    if (!result.problem().isEmpty()) {
      throw new NetworkProblem(result.problem());
    }
    var answered = result.exitStatus() != null && result.exitStatus() == 0;
    return headline(destination, answered, result.output()) + "\n\n" + result.output();
  }

  private static String headline(Destination destination, boolean answered, String output) {
    var count = COUNT.matcher(output);
    var average = AVERAGE.matcher(output);
    if (!answered) {
      return "%s does not answer: none of the pings came back.".formatted(destination.shown());
    }
    return "%s answers%s%s."
        .formatted(
            destination.shown(),
            count.find() ? " %s of %s pings".formatted(count.group(2), count.group(1)) : "",
            average.find() ? ", in %s ms on average".formatted(average.group(1)) : "");
  }
}
