package dev.parley.person;

import dev.parley.person.LinkedAccounts.Code;
import dev.parley.person.LinkedAccounts.Link;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links an account of another platform to a person: where they are known already they get a code,
 * and typed through the new account it makes that account theirs. It serves once, for ten minutes.
 */
public final class LinkCodes {
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** How many a person gets in that time. */
  public static final int MOST = 5;

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int PARTS = 3;
  private static final int PART = 4;
  private static final Pattern CODE =
      Pattern.compile("(?i)\\blink(?:-[A-HJ-NP-Z2-9]{4}){3}(?![\\w-])");

  private final LinkedAccounts accounts;
  private final SecureRandom random = new SecureRandom();

  public LinkCodes(LinkedAccounts accounts) {
    this.accounts = accounts;
  }

  /** The code that a whole message is; empty when it is none. */
  public static Optional<String> in(String text) {
    var stripped = text.strip();
    return CODE.matcher(stripped).matches() ? Optional.of(stripped) : Optional.empty();
  }

  /** A text in which no code stands. */
  public static String masked(String text) {
    return CODE.matcher(text).replaceAll("[link code]");
  }

  /** A new code, in the transaction that is open; empty when there were too many. */
  public Optional<String> issue(String person, String platform, Instant now) {
    if (accounts.issued(person, now) >= MOST) {
      return Optional.empty();
    }
    var code = new StringBuilder("link");
    for (int i = 0; i < PARTS * PART; i++) {
      code.append(i % PART == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    accounts.issue(new Code(hash(code.toString()), person, platform, now.plus(LIFETIME)));
    return Optional.of(code.toString());
  }

  /** What came of a code. */
  public enum Outcome {
    LINKED,
    /** It was used, has expired, or never was. */
    WORTHLESS,
    /** It is for an account of another platform. */
    OTHER_PLATFORM,
    /** The account is somebody's already. */
    TAKEN
  }

  /** What came of it, and whose the account is to be. */
  public record Result(Outcome outcome, String person) {}

  /** Links an account that is nobody's; whatever comes of it, the code serves no more. */
  public Result redeem(String code, Account account, Instant now) {
    var found = accounts.redeem(hash(code)).filter(c -> now.isBefore(c.expiresAt()));
    if (found.isEmpty()) {
      return new Result(Outcome.WORTHLESS, "");
    }
    var person = found.get().person();
    if (!found.get().platform().equals(account.platform())) {
      return new Result(Outcome.OTHER_PLATFORM, person);
    }
    return accounts.link(new Link(account, person, now))
        ? new Result(Outcome.LINKED, person)
        : new Result(Outcome.TAKEN, person);
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
