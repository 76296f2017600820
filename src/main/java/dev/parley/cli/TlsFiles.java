package dev.parley.cli;

import dev.parley.web.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server proves with who it is: a certificate, with those that stand between it and a
 * root, and its private key, in PEM.
 */
public record TlsFiles(Path certificate, Path key) {
  private static final String CERTIFICATE = "PARLEY_TLS_CERTIFICATE";
  private static final String KEY = "PARLEY_TLS_KEY";
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

  /** What the environment names; empty where it names none. Whatever is wrong is told. */
  static Optional<TlsFiles> of(Map<String, String> environment, Instant now) {
    var certificate = environment.getOrDefault(CERTIFICATE, "").strip();
    var key = environment.getOrDefault(KEY, "").strip();
    if (certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw Complaint.usage(
          "TLS needs both " + CERTIFICATE + " and " + KEY + ". Set the other one too.");
    }
    var files = new TlsFiles(Path.of(certificate).toAbsolutePath(), Path.of(key).toAbsolutePath());
    files.check(now);
    return Optional.of(files);
  }

  private void check(Instant now) {
    try {
      var read = ServerCertificate.read(certificate);
      if (now.isAfter(read.expires())) {
        throw Complaint.usage(
            CERTIFICATE + " " + certificate + " expired " + read.expires() + ". Renew it.");
      }
    } catch (IOException | CertificateException e) {
      throw Complaint.usage(
          CERTIFICATE + " " + certificate + " is no certificate in PEM that can be read.");
    }
    try {
      if (!Files.readString(key).contains("PRIVATE KEY-----")) {
        throw Complaint.usage(KEY + " " + key + " is no private key in PEM.");
      }
      if (othersMayRead()) {
        throw Complaint.usage(KEY + " " + key + " can be read by others. Run chmod o-rwx on it.");
      }
    } catch (IOException e) {
      throw Complaint.usage(KEY + " " + key + " cannot be read. Check its owner and mode.");
    }
  }

  private boolean othersMayRead() throws IOException {
    return key.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(key).stream().anyMatch(OTHERS::contains);
  }
}
