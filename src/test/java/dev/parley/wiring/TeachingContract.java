package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.teaching.Misreading;
import dev.parley.teaching.Misreading.Reason;
import dev.parley.teaching.ReviewItem;
import dev.parley.teaching.ReviewItem.Status;
import dev.parley.teaching.TaughtPhrase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of taught phrases and of the review list does. */
interface TeachingContract extends RecordsContract {
  private static String unique() {
    return UUID.randomUUID().toString();
  }

  private static TaughtPhrase phrase(String owner, String words, String meaning) {
    return new TaughtPhrase(owner, words, words + "!", meaning, "jason", NOON);
  }

  private static Misreading misreading(String words, Reason reason, double value) {
    return new Misreading(
        words, words + "?", reason, "restart_service", value, "", "", "jason", "web:team/1", NOON);
  }

  private ReviewItem line(String words) {
    return records().reviews().open(Integer.MAX_VALUE).stream()
        .filter(item -> item.last().words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  default void aPhraseIsItsOwnersUntilItIsForgotten() {
    var owner = unique();
    var words = unique();
    var first = phrase(owner, words, "cpu_load host=web-01");
    var later = phrase(owner, words, "cpu_load host=web-02");
    stored(() -> records().phrases().keep(first));
    assertThat(records().phrases().find(owner, words)).contains(first);
    assertThat(records().phrases().saidBy(unique(), words)).isEmpty();
    stored(() -> records().phrases().keep(later));
    assertThat(records().phrases().of(owner)).containsExactly(later);
    undone(() -> records().phrases().forget(owner, words));
    assertThat(records().phrases().find(owner, words)).contains(later);
    stored(() -> assertThat(records().phrases().forget(owner, words)).isTrue());
    stored(() -> assertThat(records().phrases().forget(owner, words)).isFalse());
    assertThat(records().phrases().of(owner)).isEmpty();
  }

  @Test
  default void onesOwnMeaningGoesBeforeEverybodys() {
    var owner = unique();
    var words = unique();
    var own = phrase(owner, words, "cpu_load host=web-01");
    var everybodys = phrase("maria", words, "cpu_load host=web-02").forEverybody();
    stored(() -> records().phrases().keep(everybodys));
    assertThat(records().phrases().saidBy(owner, words)).contains(everybodys);
    stored(() -> records().phrases().keep(own));
    assertThat(records().phrases().saidBy(owner, words)).contains(own);
    assertThat(records().phrases().saidBy(unique(), words)).contains(everybodys);
  }

  @Test
  default void whatIsSaidAgainIsCountedAndNotListedTwice() {
    var words = unique();
    stored(() -> records().reviews().note(misreading(words, Reason.DECLINED, 0.5)));
    undone(() -> records().reviews().note(misreading(words, Reason.OFFERED, 0.5)));
    assertThat(line(words).count()).isEqualTo(1);
    stored(() -> records().reviews().note(misreading(words, Reason.OFFERED, 0.5)));
    assertThat(line(words).count()).isEqualTo(2);
    assertThat(line(words).last().reason()).isEqualTo(Reason.OFFERED);
    assertThat(records().reviews().find(line(words).number())).contains(line(words));
  }

  @Test
  default void whatTeachesMostComesFirst() {
    var little = unique();
    var much = unique();
    stored(() -> records().reviews().note(misreading(little, Reason.DECLINED, 0.1)));
    stored(() -> records().reviews().note(misreading(much, Reason.DECLINED, 0.9)));
    var open = records().reviews().open(Integer.MAX_VALUE);
    assertThat(open.indexOf(line(much))).isLessThan(open.indexOf(line(little)));
  }

  @Test
  default void whatIsSettledIsOffTheListAndWhatWasRejectedStaysOff() {
    var words = unique();
    stored(() -> records().reviews().note(misreading(words, Reason.DECLINED, 0.5)));
    var labelled = line(words).labelled("reload_service", "maria");
    stored(() -> records().reviews().save(labelled));
    assertThat(line(words)).isEqualTo(labelled);
    stored(() -> records().reviews().save(labelled.settled(Status.REJECTED, "maria")));
    stored(() -> records().reviews().note(misreading(words, Reason.DECLINED, 0.5)));
    assertThat(records().reviews().open(Integer.MAX_VALUE))
        .noneMatch(item -> item.last().words().equals(words));
    stored(() -> records().reviews().save(labelled.settled(Status.ACCEPTED, "maria")));
    stored(() -> records().reviews().note(misreading(words, Reason.DECLINED, 0.5)));
    assertThat(line(words).label()).isEqualTo("reload_service");
  }
}
