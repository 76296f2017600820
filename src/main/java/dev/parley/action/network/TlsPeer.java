package dev.parley.action.network;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Talks TLS with a peer without trusting it, and judges the certificate that it shows. */
final class TlsPeer {
  private final SSLSocket socket;
  private final Witness witness;

  private TlsPeer(SSLSocket socket, Witness witness) {
    this.socket = socket;
    this.witness = witness;
  }

  /**
   * Shakes hands over an open connection.
   *
   * @param name whom to ask for
   */
  static TlsPeer over(Socket plain, String name, int port) throws IOException {
    var witness = new Witness();
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true);
      ask(socket, name);
      socket.startHandshake();
      return new TlsPeer(socket, witness);
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS is not available here (" + e.getMessage() + ")", e);
    }
  }

  private static void ask(SSLSocket socket, String name) {
    if (NumericForm.address(name).isPresent()) {
      return;
    }
    var parameters = socket.getSSLParameters();
    try {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    } catch (IllegalArgumentException e) {
      // A name that TLS cannot carry, such as one with an underscore, is not asked for.
      return;
    }
    socket.setSSLParameters(parameters);
  }

  SSLSocket socket() {
    return socket;
  }

  /** The certificate of the peer itself. */
  X509Certificate certificate() throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  /** Why the certificate is not to be trusted; empty when this machine's authorities vouch. */
  Optional<String> distrust() {
    return witness.distrust();
  }

  /** Trusts everybody for as long as the handshake takes, and remembers what was shown. */
  private static final class Witness implements X509TrustManager {
    private X509Certificate @Nullable [] chain;
    private String way = "";

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) {
      chain = shown.clone();
      way = authType;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      throw new CertificateException("Nobody connects here.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }

    Optional<String> distrust() {
      if (chain == null) {
        return Optional.of("no certificate was shown");
      }
      try {
        authorities().checkServerTrusted(chain, way);
        return Optional.empty();
      } catch (GeneralSecurityException e) {
        return Optional.of(reason(e));
      }
    }

    private static X509TrustManager authorities() throws GeneralSecurityException {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    }

    private static String reason(Throwable e) {
      var cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      var message = String.valueOf(cause.getMessage());
      return message.contains("unable to find valid certification path")
          ? "no authority that this machine trusts has signed it"
          : message;
    }
  }
}
