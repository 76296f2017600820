package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.LoginResource;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Links that open the web chat of the server that owns the data folder. */
final class LoginLinks {
  @Option(
      names = "--at",
      paramLabel = "URL",
      description =
          "The address under which browsers reach the server, where a proxy stands in front (the"
              + " server's own).")
  private @Nullable URI at;

  /** A new link, made with what the request says. */
  String make(ParleyCommand parley, Map<String, String> request) {
    var places = parley.places();
    var run = RunningServer.require(places);
    var code =
        parley
            .meeting()
            .own(places, run)
            .post("/api/v1/login-codes", request, new TypeReference<LoginResource.Code>() {});
    return address(run.url()) + "/#login=" + code.code();
  }

  private String address(String own) {
    if (at == null) {
      return own;
    }
    if (at.getHost() == null || !"https".equals(at.getScheme()) && !"http".equals(at.getScheme())) {
      throw Complaint.usage(
          "--at " + at + " is no address. Write one such as https://ops.example.org.");
    }
    return at.toString().replaceAll("/+$", "");
  }
}
