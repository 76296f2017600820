package dev.parley.cli;

import dev.parley.web.RunFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Finds the server that owns a data folder. */
final class RunningServer {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private RunningServer() {}

  /** The server, when its process lives and it answers: after a crash another may have its id. */
  static Optional<RunFile> find(Places places) {
    return RunFile.find(places.data()).filter(RunningServer::answers);
  }

  /** The server; a complaint when there is none. */
  static RunFile require(Places places) {
    return find(places)
        .orElseThrow(() -> Complaint.failed("No server is running. Start one with: parley serve"));
  }

  private static boolean answers(RunFile run) {
    var client = run.client().connectTimeout(PATIENCE).build();
    var request =
        HttpRequest.newBuilder(URI.create(run.url() + "/q/health/live")).timeout(PATIENCE).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
