package dev.parley.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificates of the demo hosts, made when somebody first asks for one and signed by an
 * authority that nobody outside the fleet knows.
 */
final class DemoCertificates {
  private static final Duration VALID = Duration.ofDays(90);
  private static final X500Name AUTHORITY = new X500Name("CN=Demo fleet authority");
  private static final char[] NO_PASSWORD = new char[0];

  private final KeyPairGenerator keys;
  private final Instant made = Instant.now();
  private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

  DemoCertificates(KeyPairGenerator keys) {
    this.keys = keys;
  }

  /** A connection with a caller, secured as the server of this host. */
  Socket secured(Socket caller, String host, String address) throws IOException {
    var context = contexts.computeIfAbsent(host, name -> context(name, address));
    var socket = (SSLSocket) context.getSocketFactory().createSocket(caller, null, true);
    socket.setUseClientMode(false);
    return socket;
  }

  private SSLContext context(String host, String address) {
    try {
      var pair = pair();
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "host",
          pair.getPrivate(),
          NO_PASSWORD,
          new Certificate[] {certificate(host, address, pair)});
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, NO_PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("No certificate could be made for " + host, e);
    }
  }

  private synchronized KeyPair pair() {
    return keys.generateKeyPair();
  }

  private X509Certificate certificate(String host, String address, KeyPair pair)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    var names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, host),
              new GeneralName(GeneralName.iPAddress, address)
            });
    var builder =
        new JcaX509v3CertificateBuilder(
            AUTHORITY,
            BigInteger.valueOf(made.toEpochMilli()),
            Date.from(made),
            Date.from(made.plus(VALID)),
            new X500Name("CN=" + host),
            pair.getPublic());
    builder.addExtension(Extension.subjectAlternativeName, false, names);
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair().getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }
}
