package dev.parley.teaching.jpa;

import dev.parley.teaching.Misreading;
import dev.parley.teaching.ReviewItem;
import dev.parley.teaching.ReviewList;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The review list in the database. Who notes something takes a turn, in whichever process. */
public final class JpaReviewList implements ReviewList {
  @Override
  public void note(Misreading misreading) {
    ReviewRow.getEntityManager()
        .createNativeQuery("update review_turns set turn = turn + 1 where id = 1")
        .executeUpdate();
    var hash = Hash.of(misreading.words());
    var before = ReviewRow.<ReviewRow>find("wordsHash", hash).firstResultOptional();
    save(
        before
            .map(row -> item(row).again(misreading))
            .orElseGet(() -> ReviewItem.first(next(), misreading)));
  }

  private static long next() {
    return ReviewRow.<ReviewRow>find("order by number desc")
        .firstResultOptional()
        .map(row -> row.number + 1)
        .orElse(1L);
  }

  @Override
  public List<ReviewItem> open(int limit) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ReviewRow.<ReviewRow>stream("status", ReviewItem.Status.OPEN.name())
                    .map(JpaReviewList::item)
                    .sorted(ORDER)
                    .limit(limit)
                    .toList());
  }

  @Override
  public Optional<ReviewItem> find(long number) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> ReviewRow.<ReviewRow>findByIdOptional(number).map(JpaReviewList::item));
  }

  @Override
  public void save(ReviewItem item) {
    ReviewRow row = ReviewRow.findById(item.number());
    if (row == null) {
      row = new ReviewRow();
      row.number = item.number();
    }
    var last = item.last();
    row.wordsHash = Hash.of(last.words());
    row.words = last.words();
    row.said = last.text();
    row.reason = last.reason().name();
    row.readAs = last.read();
    row.worth = last.value();
    row.meant = last.meant();
    row.meaning = last.meaning();
    row.person = last.person();
    row.conversation = last.conversation();
    row.firstAt = item.first().truncatedTo(ChronoUnit.MICROS);
    row.lastAt = last.at().truncatedTo(ChronoUnit.MICROS);
    row.count = item.count();
    row.status = item.status().name();
    row.label = item.label();
    row.settledBy = item.by();
    row.persist();
  }

  private static ReviewItem item(ReviewRow row) {
    var last =
        new Misreading(
            row.words,
            row.said,
            Misreading.Reason.valueOf(row.reason),
            row.readAs,
            row.worth,
            row.meant,
            row.meaning,
            row.person,
            row.conversation,
            row.lastAt);
    return new ReviewItem(
        row.number,
        last,
        row.count,
        row.firstAt,
        ReviewItem.Status.valueOf(row.status),
        row.label,
        row.settledBy);
  }
}
