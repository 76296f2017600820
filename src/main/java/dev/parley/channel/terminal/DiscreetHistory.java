package dev.parley.channel.terminal;

import dev.parley.intent.Discretion;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was typed before, without codes, tokens and passwords: its file lies open to whoever sits
 * here.
 */
final class DiscreetHistory extends DefaultHistory {
  private static final Pattern CODE =
      Pattern.compile("\\d{3}[ -]?\\d{3}|(?i)(?:link-)?[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,3}");

  @Override
  public void add(Instant time, String line) {
    if (!CODE.matcher(line.strip()).matches()) {
      super.add(time, Discretion.over(line));
    }
  }
}
