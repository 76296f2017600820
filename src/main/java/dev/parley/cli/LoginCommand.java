package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.LoginResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Prints a login link. */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a new login link of the running server; it serves once within 10 minutes.",
      ""
    },
    footer = {"", "Example:", "  parley login"})
final class LoginCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Override
  public Integer call() {
    var places = parley.places();
    var run =
        RunningServer.find(places)
            .orElseThrow(
                () -> Complaint.failed("No server is running. Start one with: parley serve"));
    var code =
        parley
            .meeting()
            .own(places, run)
            .post("/api/v1/login-codes", Map.of(), new TypeReference<LoginResource.Code>() {});
    parley.around.out().println(run.url() + "/#login=" + code.code());
    return 0;
  }
}
