package dev.parley.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** The certificate of a server, of which this machine's own verbs know the file. */
public record ServerCertificate(X509Certificate certificate) {
  private static final int DNS = 2;
  private static final int IP = 7;

  /** Reads the first certificate of a PEM file. */
  public static ServerCertificate read(Path file) throws IOException, CertificateException {
    try (var in = Files.newInputStream(file)) {
      var all = CertificateFactory.getInstance("X.509").generateCertificates(in);
      return all.stream()
          .findFirst()
          .map(first -> new ServerCertificate((X509Certificate) first))
          .orElseThrow(() -> new CertificateException("It holds no certificate."));
    }
  }

  public Instant expires() {
    return certificate.getNotAfter().toInstant();
  }

  /** The names and addresses that it is for, as a browser's Host header writes them. */
  public Collection<String> names() {
    var names = new TreeSet<String>();
    try {
      var all = certificate.getSubjectAlternativeNames();
      for (List<?> one : all == null ? List.<List<?>>of() : all) {
        if (one.get(1) instanceof String name) {
          boolean six = one.get(0).equals(IP) && name.contains(":");
          if (one.get(0).equals(DNS) || one.get(0).equals(IP)) {
            names.add((six ? "[" + name + "]" : name).toLowerCase(Locale.ROOT));
          }
        }
      }
    } catch (CertificateParsingException e) {
      // it names nobody that could be understood
    }
    return names;
  }

  /** TLS with exactly this server, whatever address it is called by, and with no other. */
  public SSLContext pinned() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Only(certificate)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has TLS.", e);
    }
  }

  /** Trusts one certificate; the name is no matter, because the certificate itself is known. */
  private static final class Only extends X509ExtendedTrustManager {
    private final X509Certificate trusted;

    private Only(X509Certificate trusted) {
      this.trusted = trusted;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !chain[0].equals(trusted)) {
        throw new CertificateException("This is not the server whose certificate is known.");
      }
      chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("Nobody is served here.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("Nobody is served here.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("Nobody is served here.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
