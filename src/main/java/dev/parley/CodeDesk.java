package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.dialogue.DialogueInput;
import dev.parley.permission.OneTimePasswords;
import java.time.Instant;
import java.util.Locale;

/** Where a one-time password is looked at; it goes no further than here. */
final class CodeDesk {
  private final Stores stores;
  private final Participant whose;
  private final Instant now;

  CodeDesk(Stores stores, Participant whose, Instant now) {
    this.stores = stores;
    this.whose = whose;
    this.now = now;
  }

  /** Why nothing can be begun that takes a code; empty when its person has one. */
  String missing(String rule) {
    return stores.codes().enrolled(whose.person().key())
        ? ""
        : "%s asks for a one-time password, and you have none yet. Enrol your phone with `parley otp enrol`, and ask again."
            .formatted(rule);
  }

  DialogueInput check(String code) {
    var verdict = stores.codes().check(whose.person().key(), code, now);
    stores
        .audit()
        .append(
            new AuditEvent.CodeChecked(
                now,
                whose.person().key(),
                whose.place(),
                whose.speaker().account(),
                verdict.name().toLowerCase(Locale.ROOT)));
    boolean over =
        verdict == OneTimePasswords.Verdict.LOCKED || verdict == OneTimePasswords.Verdict.UNKNOWN;
    return new DialogueInput.CodeChecked(verdict.accepted(), over, words(verdict));
  }

  private String words(OneTimePasswords.Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> "";
      case RECOVERED ->
          "That was a recovery code; %d are left. `parley otp enrol` makes new ones."
              .formatted(stores.codes().recoveryLeft(whose.person().key()));
      case WRONG -> "That code is not right.";
      case REPLAYED -> "That code was used before; wait for the next one.";
      case LOCKED ->
          "Too many codes were wrong, so none is taken for %d minutes, and nothing was done."
              .formatted(OneTimePasswords.LOCK.toMinutes());
      case UNKNOWN ->
          "You have no one-time passwords any more, so nothing was done. Enrol your phone with `parley otp enrol`.";
    };
  }
}
