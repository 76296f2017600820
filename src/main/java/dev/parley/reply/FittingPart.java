package dev.parley.reply;

import dev.parley.intent.Outcome.TargetResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of an output that fits into a message: the beginning, and the end, where what came of it
 * mostly stands.
 *
 * @param lines how many lines are left out; 0 where only parts of lines are
 * @param allLines how many there were
 */
record FittingPart(String text, boolean leftOut, int lines, int allLines) {
  private static final int FIRST_LINES = 30;
  private static final int LAST_LINES = 20;
  private static final int CHARACTERS = 4_000;
  private static final int LONGEST_LINE = 1_000;

  static FittingPart of(TargetResult result) {
    var lines = result.output().stripTrailing().lines().toList();
    boolean shortened = lines.stream().anyMatch(line -> line.length() > LONGEST_LINE);
    var fitting = lines.stream().map(FittingPart::shortened).toList();
    if (fitting.size() <= FIRST_LINES + LAST_LINES && length(fitting) <= CHARACTERS) {
      return new FittingPart(
          String.join("\n", fitting),
          shortened || result.truncated(),
          0,
          Math.max(result.lines(), lines.size()));
    }
    return bothEnds(fitting, Math.max(result.lines(), lines.size()));
  }

  private static FittingPart bothEnds(List<String> lines, int all) {
    int half = CHARACTERS / 2;
    int first = count(lines, Math.min(FIRST_LINES, lines.size() - 1), half, true);
    int last = count(lines, Math.min(LAST_LINES, lines.size() - first), half, false);
    int leftOut = all - first - last;
    var part = new ArrayList<>(lines.subList(0, first));
    part.add(String.format(Locale.ROOT, "[… %,d lines left out …]", leftOut));
    part.addAll(lines.subList(lines.size() - last, lines.size()));
    return new FittingPart(String.join("\n", part), true, leftOut, all);
  }

  /** How many lines from one end fit, at least one. */
  private static int count(List<String> lines, int most, int characters, boolean fromStart) {
    int count = 0;
    int length = 0;
    while (count < most) {
      length += lines.get(fromStart ? count : lines.size() - 1 - count).length() + 1;
      if (count > 0 && length > characters) {
        break;
      }
      count++;
    }
    return count;
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(line -> line.length() + 1).sum();
  }
}
