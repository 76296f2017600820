package dev.parley.permission;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes from a phone, as a second proof that it is really the person: enrolment, and looking at a
 * code. A code serves once, a recovery code too, and whoever guesses is locked out for a while.
 */
public final class OneTimePasswords {
  /** How many wrong codes lock. */
  public static final int MOST_WRONG = 5;

  /** In which time, and for how long. */
  public static final Duration LOCK = Duration.ofMinutes(10);

  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 8;
  private static final int RECOVERY_BYTES = 10;
  private static final Pattern CODE = Pattern.compile("\\d{3}[ -]?\\d{3}");
  private static final Pattern RECOVERY = Pattern.compile("(?i)[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}");
  private static final Pattern EITHER =
      Pattern.compile(
          "(?<![\\w.-])(?:" + CODE.pattern() + "|" + RECOVERY.pattern() + ")(?![\\w-])");

  private final Enrolments enrolments;
  private final SeedBox box;
  private final SecureRandom random = new SecureRandom();

  public OneTimePasswords(Enrolments enrolments, SeedBox box) {
    this.enrolments = enrolments;
    this.box = box;
  }

  /** What came of looking at a code. */
  public enum Verdict {
    RIGHT,
    /** Right, and one recovery code fewer is left. */
    RECOVERED,
    WRONG,
    /** It was right, and was used before. */
    REPLAYED,
    /** Too many were wrong; no more are looked at for a while. */
    LOCKED,
    /** The person has none. */
    UNKNOWN;

    public boolean accepted() {
      return this == RIGHT || this == RECOVERED;
    }
  }

  /**
   * What a person takes into their app, and keeps for the day it is lost. It is shown once and
   * stands nowhere else.
   *
   * @param uri as authenticator apps read it, also from a picture
   */
  public record Fresh(String uri, String secret, List<String> recovery) {
    public Fresh {
      recovery = List.copyOf(recovery);
    }
  }

  /** The code that a whole message is; empty when it is none. */
  public static Optional<String> in(String text) {
    var stripped = text.strip();
    return CODE.matcher(stripped).matches() || RECOVERY.matcher(stripped).matches()
        ? Optional.of(stripped)
        : Optional.empty();
  }

  /** A text in which no code stands. */
  public static String masked(String text) {
    return EITHER.matcher(text).replaceAll("[code]");
  }

  /** Whether somebody can be asked for a code. */
  public boolean enrolled(String person) {
    return enrolments.find(person).filter(Enrolment::confirmed).isPresent();
  }

  /** A new secret for a person; it counts once {@link #confirm} has seen a code of it. */
  public Fresh enrol(String person, String name) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var recovery = new ArrayList<String>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      recovery.add(recoveryCode());
    }
    var hashes = recovery.stream().map(OneTimePasswords::hash).toList();
    enrolments.save(
        new Enrolment(person, box.lock(secret, person), false, 0, hashes, 0, null, null));
    return new Fresh(uri(name, Base32.encode(secret)), Base32.encode(secret), recovery);
  }

  private String recoveryCode() {
    var bytes = new byte[RECOVERY_BYTES];
    random.nextBytes(bytes);
    return String.join("-", Base32.encode(bytes).split("(?<=\\G.{4})"));
  }

  private static String uri(String name, String secret) {
    var label =
        java.net.URLEncoder.encode("Parley:" + name, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%s?secret=%s&issuer=Parley&algorithm=SHA1&digits=%d&period=%d"
        .formatted(label, secret, Totp.DIGITS, Totp.STEP_SECONDS);
  }

  /** Makes an enrolment count, by a first code of it. */
  public Verdict confirm(String person, String code, Instant now) {
    return look(person, code, now, false);
  }

  /** Looks at a code, in the transaction that is open; whatever comes of it is stored. */
  public Verdict check(String person, String code, Instant now) {
    return look(person, code, now, true);
  }

  /** How many recovery codes are left. */
  public int recoveryLeft(String person) {
    return enrolments.find(person).map(enrolment -> enrolment.recovery().size()).orElse(0);
  }

  public boolean remove(String person) {
    return enrolments.remove(person);
  }

  private Verdict look(String person, String typed, Instant now, boolean confirmed) {
    var enrolment = enrolments.hold(person).orElse(null);
    if (enrolment == null || enrolment.confirmed() != confirmed) {
      return Verdict.UNKNOWN;
    }
    if (enrolment.locked(now)) {
      return Verdict.LOCKED;
    }
    var hash = hash(typed);
    if (confirmed && enrolment.recovery().contains(hash)) {
      enrolments.save(enrolment.usedRecovery(hash));
      return Verdict.RECOVERED;
    }
    var secret = box.open(enrolment.secret(), person);
    var step = Totp.match(secret, typed.replaceAll("[ -]", ""), now);
    if (step.isPresent() && step.getAsLong() > enrolment.lastStep()) {
      enrolments.save(enrolment.used(step.getAsLong()));
      return Verdict.RIGHT;
    }
    var missed = missed(enrolment, now);
    enrolments.save(missed);
    if (missed.locked(now)) {
      return Verdict.LOCKED;
    }
    return step.isPresent() ? Verdict.REPLAYED : Verdict.WRONG;
  }

  /** Counts within a time; the last that is let pass locks. */
  private static Enrolment missed(Enrolment enrolment, Instant now) {
    var since = enrolment.wrongSince();
    boolean anew = since == null || !now.isBefore(since.plus(LOCK));
    int times = anew ? 1 : enrolment.wrong() + 1;
    return times >= MOST_WRONG
        ? enrolment.wrong(0, null, now.plus(LOCK))
        : enrolment.wrong(times, anew ? now : since, null);
  }

  private static String hash(String code) {
    try {
      var plain = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
