package dev.parley.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running server tells the other verbs, in the data folder: where it is.
 *
 * @param url its address on this machine
 * @param simulate whether it records actions instead of running them
 * @param certificate the file of its certificate, where it speaks TLS, else null
 */
public record RunFile(
    int port, long pid, String url, boolean simulate, @Nullable String certificate) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** What the server of a data folder wrote, when its process lives. */
  public static Optional<RunFile> find(Path dataFolder) {
    try {
      var run = JSON.readValue(file(dataFolder).toFile(), RunFile.class);
      return Optional.of(run)
          .filter(found -> ProcessHandle.of(found.pid()).map(ProcessHandle::isAlive).orElse(false));
    } catch (IOException e) {
      // there is none, or it is half of one that a full disk left
      return Optional.empty();
    }
  }

  /** A client that trusts this server and nobody else. */
  public HttpClient.Builder client() {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (certificate == null) {
      return client;
    }
    try {
      return client.sslContext(ServerCertificate.read(Path.of(certificate)).pinned());
    } catch (IOException | CertificateException e) {
      // it is being renewed; what the system trusts will do, or it does not answer
      return client;
    }
  }

  public void write(Path dataFolder) throws IOException {
    PrivateFiles.folder(dataFolder);
    PrivateFiles.write(file(dataFolder), JSON.writeValueAsString(this) + "\n");
  }

  /** Removes it, where it is still this server's. */
  public void remove(Path dataFolder) throws IOException {
    if (find(dataFolder).filter(found -> found.pid() == pid).isPresent()) {
      Files.deleteIfExists(file(dataFolder));
    }
  }

  private static Path file(Path dataFolder) {
    return dataFolder.resolve("run.json");
  }
}
