package dev.parley.channel.terminal;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed before, without the codes: those serve once, and are nobody's to read. */
final class CodelessHistory extends DefaultHistory {
  private static final Pattern CODE =
      Pattern.compile("\\d{3}[ -]?\\d{3}|(?i)(?:link-)?[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,3}");

  @Override
  public void add(Instant time, String line) {
    if (!CODE.matcher(line.strip()).matches()) {
      super.add(time, line);
    }
  }
}
