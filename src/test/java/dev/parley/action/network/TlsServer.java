package dev.parley.action.network;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A TLS server on loopback with a certificate of its own making; it reads and hangs up. */
final class TlsServer implements Closeable {
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant UNTIL = FROM.plus(Duration.ofDays(90));

  private final SSLServerSocket listening;
  private final AtomicInteger requests = new AtomicInteger();
  private final BlockingQueue<String> askedFor = new LinkedBlockingQueue<>();

  private TlsServer(SSLServerSocket listening) {
    this.listening = listening;
    var thread = new Thread(this::serve, "tls-server");
    thread.setDaemon(true);
    thread.start();
  }

  static TlsServer start(String... names) throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    var pair = generator.generateKeyPair();
    var subject = new X500Name("CN=" + names[0]);
    var builder =
        new JcaX509v3CertificateBuilder(
            subject,
            BigInteger.valueOf(0xabc),
            Date.from(FROM),
            Date.from(UNTIL),
            subject,
            pair.getPublic());
    var general = Stream.of(names).map(TlsServer::general).toArray(GeneralName[]::new);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(general));
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
    var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("it", pair.getPrivate(), new char[0], new Certificate[] {certificate});
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, new char[0]);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new TlsServer(
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
  }

  private static GeneralName general(String name) {
    return new GeneralName(
        NumericForm.address(name).isPresent() ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (var caller = (SSLSocket) listening.accept()) {
        caller.startHandshake();
        ((ExtendedSSLSession) caller.getSession())
            .getRequestedServerNames().stream()
                .map(name -> ((SNIHostName) name).getAsciiName())
                .forEach(askedFor::add);
        if (caller.getInputStream().read() >= 0) {
          requests.incrementAndGet();
        }
      } catch (IOException e) {
        continue;
      }
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many callers said something after the handshake. */
  int requests() {
    return requests.get();
  }

  /** The server name of a handshake, which the caller may have ended before it is told here. */
  String askedFor() throws InterruptedException {
    return askedFor.poll(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
