package dev.parley.wiring;

import dev.parley.cli.Complaint;
import dev.parley.cli.TlsFiles;
import dev.parley.web.ServerCertificate;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the server speaks TLS: on its one port, 1.2 and later, with files that may be renewed. */
final class TlsSettings {
  /**
   * Whoever connects while files are read again has to connect once more, so that is done rarely.
   */
  private static final String RELOADED = "30s";

  private TlsSettings() {}

  static Map<String, String> of(TlsFiles files, int port) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("quarkus.tls.key-store.pem.server.cert", files.certificate().toString());
    settings.put("quarkus.tls.key-store.pem.server.key", files.key().toString());
    settings.put("quarkus.tls.protocols", "TLSv1.3,TLSv1.2");
    settings.put("quarkus.tls.reload-period", RELOADED);
    settings.put("quarkus.http.insecure-requests", "disabled");
    settings.put("quarkus.http.ssl-port", String.valueOf(port));
    settings.put("parley.certificate-names", names(files));
    return settings;
  }

  private static String names(TlsFiles files) {
    try {
      return String.join(",", ServerCertificate.read(files.certificate()).names());
    } catch (IOException | CertificateException e) {
      throw Complaint.usage("The certificate " + files.certificate() + " cannot be read.");
    }
  }
}
