package dev.parley.teaching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was misread and is to be looked at. */
public interface ReviewList {
  /** Most is learnt from the first. */
  Comparator<ReviewItem> ORDER =
      Comparator.comparingDouble(ReviewItem::worth)
          .reversed()
          .thenComparingLong(ReviewItem::number);

  /** Adds a misreading; what was said before is counted. */
  void note(Misreading misreading);

  /** What nobody has settled, in {@link #ORDER}. */
  List<ReviewItem> open(int limit);

  /** The line of that number, settled or not. */
  Optional<ReviewItem> find(long number);

  /** Stores what a maintainer made of a line. */
  void save(ReviewItem item);
}
