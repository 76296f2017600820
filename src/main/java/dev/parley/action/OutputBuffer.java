package dev.parley.action;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Collects a command's standard output and error in the order in which they come, up to a limit;
 * the rest is counted as cut and dropped.
 */
public final class OutputBuffer extends OutputStream {
  /** What is kept of one target's output. */
  public static final int LIMIT = 64 * 1024;

  /** Colours and cursor movements, which would act on the terminal of whoever reads the reply. */
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|.)");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean truncated;

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] source, int offset, int length) {
    int kept = Math.min(length, LIMIT - bytes.size());
    bytes.write(source, offset, kept);
    truncated |= kept < length;
  }

  /** Whether there was more than is kept. */
  public synchronized boolean truncated() {
    return truncated;
  }

  /** The output as text without control characters, at most {@code lines} lines of it. */
  public String text(int lines) {
    return text().lines().limit(lines).collect(Collectors.joining("\n"));
  }

  private synchronized String text() {
    var plain = ESCAPE_SEQUENCE.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("");
    return CONTROL.matcher(plain).replaceAll("");
  }
}
