package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.permission.Enrolment;
import dev.parley.person.Account;
import dev.parley.person.LinkedAccounts.Code;
import dev.parley.person.LinkedAccounts.Link;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of one-time passwords and linked accounts does. */
interface EnrolmentsContract extends RecordsContract {
  private static String unique() {
    return UUID.randomUUID().toString();
  }

  @Test
  default void keepsAnEnrolmentAsItWasStoredLast() {
    var person = unique();
    var first = new Enrolment(person, "locked", false, 0, List.of("a", "b"), 0, null, null);
    var later = new Enrolment(person, "locked", true, 58, List.of("b"), 2, NOON, NOON);
    stored(() -> records().enrolments().save(first));
    assertThat(records().enrolments().find(person)).contains(first);
    stored(
        () -> {
          assertThat(records().enrolments().hold(person)).contains(first);
          records().enrolments().save(later);
        });
    assertThat(records().enrolments().find(person)).contains(later);
    undone(() -> records().enrolments().save(first));
    assertThat(records().enrolments().find(person)).contains(later);
    stored(() -> assertThat(records().enrolments().remove(person)).isTrue());
    stored(() -> assertThat(records().enrolments().remove(person)).isFalse());
    assertThat(records().enrolments().find(person)).isEmpty();
  }

  @Test
  default void linksAnAccountOnceAndFindsIt() {
    var person = unique();
    var account = new Account("slack", unique());
    var link = new Link(account, person, NOON);
    stored(() -> assertThat(records().accounts().link(link)).isTrue());
    stored(() -> assertThat(records().accounts().link(new Link(account, "jason", NOON))).isFalse());
    assertThat(records().accounts().find(account)).contains(link);
    assertThat(records().accounts().of(person)).containsExactly(link);
    stored(() -> assertThat(records().accounts().unlink(account)).isTrue());
    assertThat(records().accounts().find(account)).isEmpty();
  }

  @Test
  default void aLinkCodeIsRedeemedOnceAndAnUndoneRedemptionIsNone() {
    var person = unique();
    var code = new Code(unique(), person, "slack", NOON);
    stored(() -> records().accounts().issue(code));
    assertThat(counted(person)).isEqualTo(1);
    undone(() -> records().accounts().redeem(code.hash()));
    stored(() -> assertThat(records().accounts().redeem(code.hash())).contains(code));
    stored(() -> assertThat(records().accounts().redeem(code.hash())).isEmpty());
    assertThat(counted(person)).isEqualTo(1);
  }

  private int counted(String person) {
    return records()
        .transactions()
        .call(() -> records().accounts().issued(person, NOON.minusSeconds(1)));
  }
}
