package dev.parley.action;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Discretion;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Inventory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes the values of secret slots up as soon as they are heard, and opens them for the moment in
 * which their action runs. Between the two only what nobody can read is kept (AES-256-GCM).
 */
public final class SecretBox {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  private SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A box whose key goes with the process. */
  public static SecretBox fresh() {
    return new SecretBox(random(KEY_BYTES));
  }

  /**
   * A box with a key that is kept.
   *
   * @param key 32 bytes, as base64 that can stand in a URL
   */
  public static SecretBox of(String key) {
    byte[] bytes = decoded(key);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key of secret values is no 32 bytes in base64. Remove it to have one made.");
    }
    return new SecretBox(bytes);
  }

  private static byte[] decoded(String key) {
    try {
      return Base64.getUrlDecoder().decode(key);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A secret value that can be kept, and that shows nothing. */
  public SlotValue close(String secret) {
    var nonce = random(NONCE_BYTES);
    var text = secret.getBytes(StandardCharsets.UTF_8);
    var closed = cipher(Cipher.ENCRYPT_MODE, nonce, text, 0, text.length);
    var all = ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
    return SlotValue.secret(Base64.getUrlEncoder().withoutPadding().encodeToString(all));
  }

  private String open(SlotValue value) {
    var all = decoded(value.canonical());
    try {
      var nonce = ByteBuffer.wrap(all).slice(0, NONCE_BYTES);
      var bytes = new byte[NONCE_BYTES];
      nonce.get(bytes);
      return new String(
          cipher(Cipher.DECRYPT_MODE, bytes, all, NONCE_BYTES, all.length - NONCE_BYTES),
          StandardCharsets.UTF_8);
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      throw new Action.UnplannableException(
          "A secret value can no longer be read, because its key has changed; say it again.");
    }
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text, int offset, int length) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text, offset, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret value cannot be opened or closed.", e);
    }
  }

  /**
   * A request as an action needs it.
   *
   * @param secrets what must never be told of it
   */
  public record Opened(ActionRequest request, List<String> secrets) {
    public Opened {
      secrets = List.copyOf(secrets);
    }

    /** The text without any of the secrets. */
    String veiled(String text) {
      var covered = text;
      for (var secret : secrets) {
        covered = covered.replace(secret, Discretion.HIDDEN);
      }
      return Discretion.over(covered);
    }

    private Outcome veiled(Outcome outcome) {
      var results = outcome.results().stream().map(this::veiled).toList();
      return new Outcome(outcome.status(), veiled(outcome.explanation()), results, outcome.took());
    }

    private Outcome.TargetResult veiled(Outcome.TargetResult told) {
      return new Outcome.TargetResult(
          told.target(),
          told.status(),
          told.exitStatus(),
          veiled(told.output()),
          told.truncated(),
          veiled(told.problem()),
          told.took(),
          told.lines());
    }
  }

  /**
   * What would run, as it may be shown. What cannot run with a secret is told now, and not after a
   * yes.
   */
  Plan plan(Action action, Intent intent, ActionRequest request, Inventory inventory) {
    if (holdsNone(request)) {
      return action.plan(intent, request, inventory);
    }
    openPlan(action, intent, opened(request), inventory);
    return action.plan(intent, request.shown(), inventory);
  }

  private static Plan openPlan(Action action, Intent intent, Opened open, Inventory inventory) {
    try {
      return action.plan(intent, open.request(), inventory);
    } catch (Action.UnplannableException e) {
      throw new Action.UnplannableException(open.veiled(e.problem()));
    } catch (RuntimeException e) {
      throw new IllegalStateException(open.veiled(String.valueOf(e)));
    }
  }

  /** Runs an action with its secrets, and takes them out of whatever it tells. */
  Outcome run(
      Action action,
      Intent intent,
      ActionRequest request,
      Plan shown,
      Inventory inventory,
      ActiveRun run) {
    if (holdsNone(request)) {
      return action.run(intent, request, shown, inventory, run);
    }
    var open = opened(request);
    run.conceal(open.secrets());
    var plan = openPlan(action, intent, open, inventory);
    try {
      return open.veiled(action.run(intent, open.request(), plan, inventory, run));
    } catch (RuntimeException e) {
      throw new IllegalStateException(open.veiled(String.valueOf(e)));
    }
  }

  private static boolean holdsNone(ActionRequest request) {
    return request.slots().values().stream().flatMap(List::stream).noneMatch(SlotValue::secret);
  }

  /** Opens every secret value of a request. */
  public Opened opened(ActionRequest request) {
    var secrets = new ArrayList<String>();
    var open =
        request.each(
            value -> {
              if (!value.secret()) {
                return value;
              }
              var text = open(value);
              secrets.add(text);
              return SlotValue.of(text, Discretion.HIDDEN);
            });
    return new Opened(open, secrets);
  }
}
