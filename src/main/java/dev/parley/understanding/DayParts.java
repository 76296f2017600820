package dev.parley.understanding;

import java.util.Map;
import java.util.Optional;

/** Parts of a day: the morning, this evening, tonight, overnight. */
final class DayParts {
  /**
   * A part of a day.
   *
   * @param from the hour in which it begins
   * @param hours how long it lasts
   */
  record Part(String name, int from, int hours) {
    boolean night() {
      return from == 20;
    }

    /** Whether bare hours of it are those after noon. */
    boolean afterNoon() {
      return from >= 12;
    }
  }

  /**
   * A part where it stands.
   *
   * @param days how many days from today it begins where that is said, else {@code UNSAID}
   */
  record Found(Part part, int days, int words) {}

  static final int UNSAID = Integer.MIN_VALUE;

  private static final Part MORNING = new Part("morning", 6, 6);
  private static final Part AFTERNOON = new Part("afternoon", 12, 6);
  private static final Part EVENING = new Part("evening", 18, 4);
  private static final Part NIGHT = new Part("night", 20, 10);
  private static final Map<String, Part> PARTS =
      Map.of("morning", MORNING, "afternoon", AFTERNOON, "evening", EVENING, "night", NIGHT);

  private DayParts() {}

  /** The part that a word names. */
  static Optional<Part> named(String word) {
    return Optional.ofNullable(PARTS.get(word));
  }

  /**
   * The part that begins at a word.
   *
   * @param besideADay whether a day or a clock time stands before it: "tomorrow night"
   */
  static Optional<Found> at(Line line, int at, boolean besideADay) {
    String word = line.word(at);
    switch (word) {
      case "tonight", "tonite", "2nite":
        return Optional.of(new Found(NIGHT, 0, 1));
      case "overnight":
        return Optional.of(new Found(NIGHT, 0, 1));
      case "over":
        return line.word(at + 1).equals("night")
            ? Optional.of(new Found(NIGHT, 0, 2))
            : during(line, at);
      case "this":
        return named(line.word(at + 1)).map(part -> new Found(part, 0, 2));
      case "last":
        return line.word(at + 1).equals("night")
            ? Optional.of(new Found(NIGHT, -1, 2))
            : Optional.empty();
      case "in", "during", "for", "throughout":
        return during(line, at);
      case "at":
        return besideADay && line.word(at + 1).equals("night")
            ? Optional.of(new Found(NIGHT, UNSAID, 2))
            : Optional.empty();
      default:
        return besideADay ? named(word).map(part -> new Found(part, UNSAID, 1)) : Optional.empty();
    }
  }

  /** "in the morning". */
  private static Optional<Found> during(Line line, int at) {
    return line.word(at + 1).equals("the")
        ? named(line.word(at + 2)).map(part -> new Found(part, UNSAID, 3))
        : Optional.empty();
  }
}
