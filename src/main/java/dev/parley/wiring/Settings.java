package dev.parley.wiring;

import dev.parley.action.SecretBox;
import dev.parley.cli.Complaint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an assembly is told besides its home.
 *
 * @param data the folder for what the assistant writes
 * @param simulate whether actions are recorded instead of run
 * @param operator the operating system's user who started this; jason in a demo
 * @param outputKept for how long long outputs are kept
 */
public record Settings(
    Path data, boolean simulate, String operator, Clock clock, Duration outputKept) {
  private static final String OUTPUT_DAYS = "PARLEY_OUTPUT_DAYS";
  private static final String SEALING_KEY = "PARLEY_SEALING_KEY";
  private static final Duration KEPT = Duration.ofDays(30);

  public Settings(Path data, boolean simulate, String operator, Clock clock) {
    this(data, simulate, operator, clock, KEPT);
  }

  /** As a server runs. */
  public static Settings of(Path data, boolean simulate) {
    return new Settings(
        data,
        simulate,
        System.getProperty("user.name"),
        Clock.systemUTC(),
        kept(System.getenv(OUTPUT_DAYS)));
  }

  /** Closes secret values up; several servers of one database need one key. */
  SecretBox box() {
    var given = System.getenv(SEALING_KEY);
    try {
      return SecretBox.of(
          given == null || given.isBlank()
              ? DataFolder.open(data).secret("sealing-key")
              : given.strip());
    } catch (IllegalArgumentException e) {
      throw Complaint.usage(
          SEALING_KEY + " and the file sealing-key hold 32 bytes in base64url; this is none.");
    }
  }

  static Duration kept(@Nullable String days) {
    if (days == null || days.isBlank()) {
      return KEPT;
    }
    if (!days.strip().matches("[1-9]\\d{0,3}")) {
      throw Complaint.usage(
          OUTPUT_DAYS + " is " + days + "; write a whole number of days, e.g. 30.");
    }
    return Duration.ofDays(Integer.parseInt(days.strip()));
  }
}
