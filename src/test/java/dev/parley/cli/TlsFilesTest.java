package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path folder;
  private SelfSigned server;

  @BeforeEach
  void make() throws Exception {
    server = SelfSigned.write(folder, "ops.example.org");
  }

  private Map<String, String> environment() {
    return Map.of(
        "PARLEY_TLS_CERTIFICATE", server.certificate().toString(),
        "PARLEY_TLS_KEY", server.key().toString());
  }

  @Test
  void takesWhatCanBeUsed() {
    assertThat(TlsFiles.of(environment(), NOW)).isPresent();
    assertThat(TlsFiles.of(Map.of(), NOW)).isEmpty();
  }

  @Test
  void refusesHalfOfIt() {
    assertThatThrownBy(() -> TlsFiles.of(Map.of("PARLEY_TLS_KEY", server.key().toString()), NOW))
        .hasMessageContaining("needs both");
  }

  @Test
  void refusesAKeyThatOthersCanRead() throws IOException {
    Files.setPosixFilePermissions(server.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> TlsFiles.of(environment(), NOW))
        .hasMessageContaining("can be read by others");
  }

  @Test
  void refusesACertificateThatExpired() {
    assertThatThrownBy(() -> TlsFiles.of(environment(), NOW.plusSeconds(86_400L * 1_000)))
        .hasMessageContaining("expired");
  }

  @Test
  void refusesWhatIsNoCertificate() throws IOException {
    Files.writeString(server.certificate(), "nothing");
    assertThatThrownBy(() -> TlsFiles.of(environment(), NOW))
        .hasMessageContaining("no certificate in PEM");
  }
}
