package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.intent.Problem;
import dev.parley.web.ReloadResource.ReloadView;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Has the running server read the home's files again. */
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    description = {
      "Has the running server read the home's files again, run the programs of its inventory, and"
          + " learn what is new; prints what changed, or what is wrong.",
      "",
      "The server notices changed files by itself; this tells how it went, and waits for it.",
      ""
    },
    footer = {"", "Examples:", "  parley reload", "  parley --home ~/ops reload"})
final class ReloadCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Override
  public Integer call() {
    var places = parley.places();
    var run =
        RunningServer.find(places)
            .orElseThrow(
                () -> Complaint.failed("No server is running. Start one with: parley serve"));
    var reload =
        parley
            .meeting()
            .own(places, run)
            .patient()
            .post("/api/v1/reload", Map.of(), new TypeReference<ReloadView>() {});
    var out = parley.around.out();
    var problems =
        reload.problems().stream()
            .map(flaw -> new Problem(flaw.file(), flaw.line(), flaw.what(), flaw.todo()))
            .toList();
    ProblemList.print(problems, places.home(), out);
    reload.changes().forEach(out::println);
    if (problems.isEmpty() && reload.changes().isEmpty()) {
      out.println("Nothing has changed.");
    }
    return problems.isEmpty() ? 0 : Complaint.FAILED;
  }
}
