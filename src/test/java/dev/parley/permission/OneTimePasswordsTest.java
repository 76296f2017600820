package dev.parley.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.permission.OneTimePasswords.Fresh;
import dev.parley.permission.OneTimePasswords.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes from a phone. */
class OneTimePasswordsTest {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final InMemoryEnrolments enrolments = new InMemoryEnrolments();
  private final OneTimePasswords codes =
      new OneTimePasswords(enrolments, new SeedBox(() -> "a key"));
  private Instant now = Instant.parse("2026-03-01T12:00:10Z");

  /** RFC 6238, appendix B, the last six digits of SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void areWhatTheStandardSays(long second, String code) {
    var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void countOnceAFirstCodeWasSeen() {
    var fresh = codes.enrol("jason", "jason");
    assertThat(codes.enrolled("jason")).isFalse();
    assertThat(codes.check("jason", code(fresh, 0), now)).isEqualTo(Verdict.UNKNOWN);
    assertThat(codes.confirm("jason", code(fresh, 0), now)).isEqualTo(Verdict.RIGHT);
    assertThat(codes.enrolled("jason")).isTrue();
    assertThat(fresh.uri())
        .startsWith("otpauth://totp/Parley%3Ajason?secret=" + fresh.secret() + "&issuer=Parley");
  }

  @Test
  void aCodeServesOnceAndNoEarlierOneAfterIt() {
    var fresh = enrolled();
    now = now.plusSeconds(60);
    var earlier = code(fresh, -1);
    assertThat(codes.check("jason", code(fresh, 0), now)).isEqualTo(Verdict.RIGHT);
    assertThat(codes.check("jason", code(fresh, 0), now)).isEqualTo(Verdict.REPLAYED);
    assertThat(codes.check("jason", earlier, now)).isEqualTo(Verdict.REPLAYED);
  }

  @Test
  void theCodeThatConfirmedTheEnrolmentServesNoMore() {
    var fresh = enrolled();
    assertThat(codes.check("jason", code(fresh, 0), now)).isEqualTo(Verdict.REPLAYED);
  }

  @Test
  void aClockMayBeOffByOneStepAndNoMore() {
    var fresh = enrolled();
    now = now.plusSeconds(300);
    assertThat(codes.check("jason", code(fresh, -2), now)).isEqualTo(Verdict.WRONG);
    assertThat(codes.check("jason", code(fresh, 2), now)).isEqualTo(Verdict.WRONG);
    assertThat(codes.check("jason", code(fresh, -1), now)).isEqualTo(Verdict.RIGHT);
    assertThat(codes.check("jason", code(fresh, 1), now)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void someoneElsesCodeIsWrong() {
    enrolled();
    var marias = codes.enrol("maria", "maria");
    now = now.plusSeconds(60);
    assertThat(codes.check("jason", code(marias, 0), now)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void fiveWrongOnesLockForTenMinutes() {
    var fresh = enrolled();
    now = now.plusSeconds(60);
    for (int i = 0; i < 4; i++) {
      assertThat(codes.check("jason", wrong(fresh), now)).isEqualTo(Verdict.WRONG);
    }
    assertThat(codes.check("jason", wrong(fresh), now)).isEqualTo(Verdict.LOCKED);
    assertThat(codes.check("jason", code(fresh, 0), now)).isEqualTo(Verdict.LOCKED);
    assertThat(codes.check("jason", fresh.recovery().get(0), now)).isEqualTo(Verdict.LOCKED);
    now = now.plus(Duration.ofMinutes(10));
    assertThat(codes.check("jason", code(fresh, 0), now)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void wrongOnesThatAreFarApartDoNotLock() {
    var fresh = enrolled();
    for (int i = 0; i < 12; i++) {
      now = now.plus(Duration.ofMinutes(4));
      assertThat(codes.check("jason", wrong(fresh), now)).isEqualTo(Verdict.WRONG);
    }
  }

  @Test
  void aRecoveryCodeServesOnce() {
    var fresh = enrolled();
    var recovery = fresh.recovery().get(3);
    assertThat(codes.check("jason", recovery.toLowerCase(java.util.Locale.ROOT), now))
        .isEqualTo(Verdict.RECOVERED);
    assertThat(codes.recoveryLeft("jason")).isEqualTo(7);
    assertThat(codes.check("jason", recovery, now)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void neitherSecretNorRecoveryCodesAreStoredAsTheyAre() {
    var fresh = enrolled();
    var stored = enrolments.find("jason").orElseThrow().toString();
    assertThat(stored).doesNotContain(fresh.secret());
    fresh.recovery().forEach(code -> assertThat(stored).doesNotContain(code));
  }

  @Test
  void whatWasLockedForOnePersonOpensForNobodyElseAndWithNoOtherKey() {
    var box = new SeedBox(() -> "a key");
    var locked = box.lock(new byte[] {1, 2, 3}, "jason");
    assertThat(box.open(locked, "jason")).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> box.open(locked, "maria")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new SeedBox(() -> "another").open(locked, "jason"))
        .hasMessageContaining("otp-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", " 123 456 ", "123-456", "abcd-efgh-2345-klmn"})
  void areRecognisedAsTheyAreTyped(String typed) {
    assertThat(OneTimePasswords.in(typed)).isPresent();
    assertThat(OneTimePasswords.masked("it is " + typed.strip() + ", thanks"))
        .isEqualTo("it is [code], thanks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "1234567", "web-01", "192.168.0.24", "yes", "INC-123456"})
  void otherTextsAreNone(String typed) {
    assertThat(OneTimePasswords.in(typed)).isEmpty();
    assertThat(OneTimePasswords.masked(typed)).isEqualTo(typed);
  }

  private Fresh enrolled() {
    var fresh = codes.enrol("jason", "jason");
    assertThat(codes.confirm("jason", code(fresh, 0), now)).isEqualTo(Verdict.RIGHT);
    return fresh;
  }

  /** What the app shows so many steps from now. */
  private String code(Fresh fresh, int steps) {
    return Totp.code(bytes(fresh.secret()), Totp.step(now) + steps);
  }

  /** What the app shows at none of the steps that are looked at. */
  private String wrong(Fresh fresh) {
    for (int number = 0; ; number++) {
      var candidate = "%06d".formatted(number);
      if (!candidate.equals(code(fresh, -1))
          && !candidate.equals(code(fresh, 0))
          && !candidate.equals(code(fresh, 1))) {
        return candidate;
      }
    }
  }

  /** As an app reads it. */
  static byte[] bytes(String secret) {
    var bytes = new byte[secret.length() * 5 / 8];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int value = BASE32.indexOf(secret.charAt(bit / 5));
      bytes[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
    }
    return bytes;
  }
}
