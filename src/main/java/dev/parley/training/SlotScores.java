package dev.parley.training;

import dev.parley.understanding.TaggedSpan;
import java.util.List;
import java.util.TreeMap;

/** Counts exact spans with their slot, as CoNLL does. */
public final class SlotScores {
  /**
   * How often a slot was rightly found, found at all, and there.
   *
   * @param right found with exactly its span
   */
  public record Count(int right, int found, int there) {
    public double precision() {
      return found == 0 ? 0 : (double) right / found;
    }

    public double recall() {
      return there == 0 ? 0 : (double) right / there;
    }

    public double f1() {
      return found + there == 0 ? 0 : 2.0 * right / (found + there);
    }

    private Count and(int moreRight, int moreFound, int moreThere) {
      return new Count(right + moreRight, found + moreFound, there + moreThere);
    }
  }

  private static final Count NONE = new Count(0, 0, 0);

  private final TreeMap<String, Count> slots = new TreeMap<>();
  private int texts;
  private int wholeTexts;

  /** Compares what was found in a text with what is there. */
  void add(List<Annotation> there, List<TaggedSpan> found) {
    boolean whole = there.size() == found.size();
    for (TaggedSpan span : found) {
      boolean right = there.stream().anyMatch(a -> same(a, span));
      whole &= right;
      count(span.slot(), right ? 1 : 0, 1, 0);
    }
    there.forEach(annotation -> count(annotation.slot(), 0, 0, 1));
    texts++;
    wholeTexts += whole ? 1 : 0;
  }

  /** Adds what was counted elsewhere. */
  void add(SlotScores others) {
    others.slots.forEach((slot, n) -> count(slot, n.right(), n.found(), n.there()));
    texts += others.texts;
    wholeTexts += others.wholeTexts;
  }

  private static boolean same(Annotation annotation, TaggedSpan span) {
    return annotation.slot().equals(span.slot())
        && annotation.start() == span.start()
        && annotation.end() == span.end();
  }

  private void count(String slot, int right, int found, int there) {
    slots.put(slot, slots.getOrDefault(slot, NONE).and(right, found, there));
  }

  /** All slots together. */
  public Count all() {
    return slots.values().stream()
        .reduce(NONE, (sum, slot) -> sum.and(slot.right(), slot.found(), slot.there()));
  }

  /** Each slot by itself. */
  public TreeMap<String, Count> slots() {
    return new TreeMap<>(slots);
  }

  /** The same as figures. */
  public SlotFigures figures() {
    var each = slots.entrySet().stream().map(e -> figures(e.getKey(), e.getValue())).toList();
    return new SlotFigures(figures("all", all()), wholeTexts(), each);
  }

  private static LabelFigures figures(String label, Count count) {
    return LabelFigures.of(label, count.right(), count.found(), count.there());
  }

  /** The part of the texts of which everything was found and nothing else. */
  public double wholeTexts() {
    return texts == 0 ? 0 : (double) wholeTexts / texts;
  }
}
