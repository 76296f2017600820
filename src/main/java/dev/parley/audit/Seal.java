package dev.parley.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hash that chains an entry to the one before. */
public final class Seal {
  private Seal() {}

  /**
   * SHA-256 of the predecessor's hash and of everything that is stored of the entry, each with its
   * length before it, so that nothing can move from one field into the next.
   */
  public static String of(String previous, List<String> fields) {
    var digest = sha256();
    add(digest, previous);
    fields.forEach(field -> add(digest, field));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String field) {
    var bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    digest.update((byte) ',');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
