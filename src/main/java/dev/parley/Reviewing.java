package dev.parley;

import dev.parley.conversation.Speaker;
import dev.parley.teaching.ReviewItem;
import dev.parley.understanding.NearExamples.Near;
import java.time.Clock;
import java.util.List;

/** The review list for those who do not talk. Whoever no rule lets review is refused. */
public interface Reviewing {
  /** Over these records, with the checks that hold in chat. */
  static Reviewing of(Mind mind, Stores stores, Clock clock) {
    return new DeskReviewing(mind, stores, clock);
  }

  /** A line, and the examples that it is worded most like. */
  record Line(ReviewItem item, List<Near> near) {
    public Line {
      near = List.copyOf(near);
    }
  }

  /** The open lines, or why this speaker may not see them. */
  record Lines(String refusal, List<Line> lines) {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What was done.
   *
   * @param refused whether for want of permission nothing was
   */
  record Outcome(boolean refused, boolean done, String sentence) {}

  /** What nobody has settled; most is learnt from the first. */
  Lines open(Speaker speaker, int limit);

  /** Says which intent a line should have been read as. */
  Outcome label(Speaker speaker, long number, String intent);

  /** Has a line learnt as it is labelled; a taught phrase holds for everybody from then on. */
  Outcome accept(Speaker speaker, long number);

  /** Takes a line off the list. */
  Outcome reject(Speaker speaker, long number);
}
