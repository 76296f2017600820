package dev.parley.action;

import dev.parley.intent.Discretion;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Collects a command's standard output and error in the order in which they come. The beginning and
 * the end are kept here; all of it is passed on, to whoever follows it and to the file that keeps
 * the whole.
 */
public final class OutputBuffer extends OutputStream {
  /** What is kept here of one target's output, in characters. */
  public static final int LIMIT = 64 * 1024;

  private static final int HALF = LIMIT / 2;
  private static final IntPredicate LINE = c -> c == '\n';

  private final PlainOutput plain = new PlainOutput();
  private final DiscreetOutput discreet;
  private final Consumer<String> follower;
  private final StringBuilder beginning = new StringBuilder();
  private final StringBuilder end = new StringBuilder();
  private int breaks;
  private char last = '\n';
  private boolean cut;

  /** For output that nobody follows. */
  public OutputBuffer() {
    this(text -> {});
  }

  /**
   * @param follower gets all of it as it comes, without what would act on a terminal
   */
  public OutputBuffer(Consumer<String> follower) {
    this(follower, Discretion::over);
  }

  /**
   * @param veil takes out of it what nobody may see
   */
  OutputBuffer(Consumer<String> follower, UnaryOperator<String> veil) {
    this.follower = follower;
    this.discreet = new DiscreetOutput(veil);
  }

  /**
   * What is kept.
   *
   * @param text without control characters; where something was left out a line says so
   * @param lines how many lines there were
   */
  record Kept(String text, boolean truncated, int lines) {}

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] source, int offset, int length) {
    take(discreet.next(plain.next(source, offset, length)));
  }

  /** Nothing more comes. */
  public synchronized void end() {
    take(discreet.next(plain.end()));
    take(discreet.end());
  }

  private void take(String text) {
    if (text.isEmpty()) {
      return;
    }
    breaks += (int) text.chars().filter(LINE).count();
    last = text.charAt(text.length() - 1);
    int room = cut ? 0 : Math.min(LIMIT - beginning.length(), text.length());
    beginning.append(text, 0, room);
    if (room < text.length()) {
      cut();
      end.append(text, room, text.length());
      if (end.length() > LIMIT) {
        end.delete(0, end.length() - HALF);
      }
    }
    follower.accept(text);
  }

  /** Half of what is kept is the beginning, once that is not all of it. */
  private void cut() {
    if (!cut) {
      cut = true;
      end.append(beginning, HALF, beginning.length());
      beginning.setLength(HALF);
    }
  }

  /** Whether there was more than is kept here. */
  public synchronized boolean truncated() {
    take(discreet.end());
    return cut;
  }

  /** The output as text, at most {@code lines} lines of it. */
  public String text(int lines) {
    return kept(lines).text();
  }

  /** What is kept, at most {@code lines} lines of it. */
  synchronized Kept kept(int lines) {
    take(discreet.end());
    int all = breaks + (last == '\n' ? 0 : 1);
    if (lines < all) {
      return new Kept(first(lines), cut && beginning.chars().filter(LINE).count() < lines, lines);
    }
    return new Kept(cut ? bothEnds(all) : first(all), cut, all);
  }

  private String first(int lines) {
    return beginning.toString().lines().limit(lines).collect(Collectors.joining("\n"));
  }

  /** Whole lines, unless one is longer than all that is kept. */
  private String bothEnds(int all) {
    int lastBreak = beginning.lastIndexOf("\n");
    var first = beginning.substring(0, lastBreak < 0 ? beginning.length() : lastBreak);
    var tail = end.substring(Math.max(0, end.length() - HALF));
    var rest = tail.substring(tail.indexOf('\n') + 1).stripTrailing();
    long leftOut = all - first.lines().count() - rest.lines().count();
    return leftOut > 0
        ? String.format(Locale.ROOT, "%s\n[… %,d lines left out …]\n%s", first, leftOut, rest)
        : "%s\n[…]\n%s".formatted(first, rest);
  }
}
