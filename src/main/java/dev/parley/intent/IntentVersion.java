package dev.parley.intent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;

/** The version of an intent: a hash of what its file means, whatever its layout and comments. */
final class IntentVersion {
  private static final int LENGTH = 16;

  private IntentVersion() {}

  static Intent stamped(Intent intent) {
    return new Intent(
        intent.name(),
        intent.summary(),
        intent.risks(),
        intent.permission(),
        intent.schedulable(),
        intent.slots(),
        intent.action(),
        intent.replies(),
        intent.undo(),
        hash(meaning(intent)).substring(0, LENGTH));
  }

  /** Every part behind its length, so that no two meanings are written alike. */
  private static String meaning(Intent intent) {
    var text = new StringBuilder();
    part(text, intent.name());
    part(text, intent.summary());
    for (var rule : intent.risks()) {
      part(text, new TreeMap<>(rule.conditions()) + " " + rule.risk());
    }
    part(text, intent.permission() + " " + intent.schedulable());
    intent.slots().forEach(slot -> part(text, slot.toString()));
    part(text, action(intent.action()));
    new TreeMap<>(intent.replies()).forEach((moment, reply) -> part(text, moment + " " + reply));
    if (intent.undo() != null) {
      part(text, "undo " + intent.undo());
    }
    return text.toString();
  }

  private static String action(ActionSpec action) {
    var text = new StringBuilder(action.getClass().getSimpleName());
    if (action instanceof ActionSpec.Ssh ssh) {
      ssh.command().forEach(argument -> part(text, argument));
      part(text, ssh.on());
      part(text, ssh.become() + " " + ssh.timeout() + " " + new TreeSet<>(ssh.ok()) + ssh.head());
      if (ssh.until() != null) {
        part(text, ssh.until().name());
      }
      if (ssh.since() != null || ssh.spare() != null) {
        part(text, ssh.since() + " " + ssh.spare());
      }
    } else if (action instanceof ActionSpec.Process process) {
      process.command().forEach(argument -> part(text, argument));
      part(text, process.timeout() + " " + new TreeSet<>(process.ok()) + process.head());
    } else {
      part(text, action.toString());
    }
    return text.toString();
  }

  private static void part(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part).append('\n');
  }

  private static String hash(String meaning) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(meaning.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
