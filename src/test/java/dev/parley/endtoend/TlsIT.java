package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.SelfSigned;
import dev.parley.web.RunFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS itself. */
class TlsIT {
  @TempDir Path folder;
  @TempDir Path renewed;

  private HttpResponse<String> ready(HttpClient client, URI address) throws Exception {
    var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpClient pinned() {
    return RunFile.find(folder.resolve("data")).orElseThrow().client().build();
  }

  @Test
  void speaksTlsAndNothingElseAndTakesRenewedFiles() throws Exception {
    var files = SelfSigned.write(Files.createDirectory(folder.resolve("tls")), "ops.example.org");
    var home =
        TestHome.empty(folder)
            .copied("intents/host_uptime.yml")
            .copied("training-data/host_uptime.yml")
            .setting("PARLEY_TLS_CERTIFICATE", files.certificate().toString())
            .setting("PARLEY_TLS_KEY", files.key().toString());
    try (var server = Server.start(home)) {
      var answer = ready(pinned(), server.address());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();

      var plain = URI.create("http://127.0.0.1:" + server.address().getPort());
      assertThatThrownBy(() -> ready(HttpClient.newHttpClient(), plain))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> ready(HttpClient.newHttpClient(), server.address()))
          .isInstanceOf(IOException.class);

      var named = URI.create("https://localhost:" + server.address().getPort());
      Eventually.until("it answers by name", () -> reached(named));
      assertThat(home.run("", "audit", "verify").status()).isZero();

      var others = SelfSigned.write(renewed, "ops.example.org");
      Files.copy(others.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(others.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
      Eventually.until("the renewed certificate is served", () -> reached(server.address()));
    }
  }

  private boolean reached(URI address) {
    try {
      return ready(pinned(), address).statusCode() == 200;
    } catch (Exception e) {
      return false;
    }
  }
}
