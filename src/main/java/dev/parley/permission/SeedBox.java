package dev.parley.permission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks what must be stored and read again, with a key that does not lie beside it. What was locked
 * for one person opens for nobody else.
 */
public final class SeedBox {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<String> passphrase;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param passphrase a long one, made by chance; asked for when there is something to lock or open
   */
  public SeedBox(Supplier<String> passphrase) {
    this.passphrase = passphrase;
  }

  private SecretKeySpec key() {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      var bytes = passphrase.get().getBytes(StandardCharsets.UTF_8);
      return new SecretKeySpec(hash.digest(bytes), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  String lock(byte[] secret, String owner) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var locked = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
    var whole = ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
    return Base64.getEncoder().encodeToString(whole);
  }

  byte[] open(String locked, String owner) {
    var whole = Base64.getDecoder().decode(locked);
    var nonce = Arrays.copyOf(whole, NONCE);
    return run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(whole, NONCE, whole.length), owner);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String owner) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A stored secret does not open; otp-key in the data folder is not the one that locked it."
              + " Put the right one back, or have its person enrol anew.",
          e);
    }
  }
}
