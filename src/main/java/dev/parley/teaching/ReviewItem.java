package dev.parley.teaching;

import java.time.Instant;

/**
 * One line of the review list: a misreading, and what a maintainer made of it.
 *
 * @param number by which people name it
 * @param last the latest of its kind; its reason and reading stand for all
 * @param count how often it was said
 * @param first when it was said first
 * @param label the intent that it should have been read as; empty until somebody says so
 * @param by who labelled, accepted or rejected it; empty for nobody
 */
public record ReviewItem(
    long number,
    Misreading last,
    int count,
    Instant first,
    Status status,
    String label,
    String by) {
  /** What became of it. */
  public enum Status {
    OPEN,
    ACCEPTED,
    REJECTED
  }

  /** One that was said for the first time. */
  public static ReviewItem first(long number, Misreading misreading) {
    return new ReviewItem(
        number, misreading, 1, misreading.at(), Status.OPEN, misreading.meant(), "");
  }

  /** Said once more: what was rejected stays so, what was learnt was not learnt well enough. */
  public ReviewItem again(Misreading misreading) {
    var kept = last.reason() == Misreading.Reason.TAUGHT ? last : misreading;
    return new ReviewItem(
        number,
        kept,
        count + 1,
        first,
        status == Status.REJECTED ? status : Status.OPEN,
        misreading.meant().isEmpty() ? label : misreading.meant(),
        by);
  }

  public ReviewItem labelled(String intent, String maintainer) {
    return new ReviewItem(number, last, count, first, Status.OPEN, intent, maintainer);
  }

  public ReviewItem settled(Status outcome, String maintainer) {
    return new ReviewItem(number, last, count, first, outcome, label, maintainer);
  }

  /** How much it would teach. */
  public double worth() {
    return LearningValue.of(last.value(), count);
  }
}
