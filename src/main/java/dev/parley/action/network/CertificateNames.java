package dev.parley.action.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The names that a certificate is good for, as RFC 6125 compares them. */
final class CertificateNames {
  private static final int DNS = 2;
  private static final int IP = 7;

  private CertificateNames() {}

  static List<String> of(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names == null) {
        return List.of();
      }
      var texts = new ArrayList<String>();
      for (var name : names) {
        if (name.get(0) instanceof Integer type && (type == DNS || type == IP)) {
          texts.add(String.valueOf(name.get(1)));
        }
      }
      return texts;
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** Whether it is good for a name or an address. */
  static boolean cover(X509Certificate certificate, String asked) {
    boolean address = NumericForm.address(asked).isPresent();
    return of(certificate).stream()
        .anyMatch(name -> address ? same(name, asked) : matches(lower(name), lower(asked)));
  }

  /** A star stands for exactly one label, the first. */
  private static boolean matches(String name, String asked) {
    if (!name.startsWith("*.")) {
      return name.equals(asked);
    }
    int dot = asked.indexOf('.');
    return dot > 0 && asked.substring(dot).equals(name.substring(1));
  }

  private static boolean same(String name, String address) {
    try {
      return NumericForm.address(name).isPresent()
          && InetAddress.getByName(name).equals(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
