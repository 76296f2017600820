package dev.parley.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of the record at some time: whoever noted it elsewhere can tell later whether everything
 * up to there is still as it was.
 *
 * @param position how many entries there were
 * @param hash of the last one
 */
public record Head(long position, String hash) {
  /** What stands before the first entry. */
  public static final Head NONE = new Head(0, "0".repeat(64));

  private static final Pattern WRITTEN =
      Pattern.compile("\\s*(\\d{1,18})[\\s:]+([0-9a-f]{64})\\s*");

  /** Reads what {@link #toString} writes. */
  public static Optional<Head> parse(String text) {
    var written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(new Head(Long.parseLong(written.group(1)), written.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return position + " " + hash;
  }
}
