package dev.parley.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import dev.parley.person.LinkCodes.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes that make an account of another platform somebody's. */
class LinkCodesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Account SLACK = new Account("slack", "U012AB3CD");

  private final InMemoryLinkedAccounts accounts = new InMemoryLinkedAccounts();
  private final LinkCodes codes = new LinkCodes(accounts);
  private final Person maria =
      new Person("maria", "maria", Set.of("operator"), List.of(), ZoneOffset.UTC, false);
  private final People people =
      new LinkedPeople(new FilePeople(List.of(maria), Set.of(), ZoneOffset.UTC), accounts);

  @Test
  void anAccountIsItsPersonsFromThenOn() {
    assertThat(identify("U012AB3CD").guest()).isTrue();
    assertThat(codes.redeem(code(), SLACK, NOON).outcome()).isEqualTo(Outcome.LINKED);
    assertThat(identify("U012AB3CD")).isEqualTo(maria);
    assertThat(identify("U999").guest()).isTrue();
    assertThat(people.identify(Speaker.of("irc", "U012AB3CD")).guest()).isTrue();
    accounts.unlink(SLACK);
    assertThat(identify("U012AB3CD").guest()).isTrue();
  }

  @Test
  void aCodeServesOnceAndForTenMinutes() {
    var code = code();
    assertThat(codes.redeem(code, SLACK, NOON.plusSeconds(600)).outcome())
        .isEqualTo(Outcome.WORTHLESS);
    assertThat(codes.redeem(code, SLACK, NOON).outcome()).isEqualTo(Outcome.WORTHLESS);
    var other = code();
    assertThat(codes.redeem(other, SLACK, NOON).outcome()).isEqualTo(Outcome.LINKED);
    assertThat(codes.redeem(other, new Account("slack", "U2"), NOON).outcome())
        .isEqualTo(Outcome.WORTHLESS);
    assertThat(codes.redeem("link-AAAA-AAAA-AAAA", SLACK, NOON).outcome())
        .isEqualTo(Outcome.WORTHLESS);
  }

  @Test
  void refusesAnAccountOfAnotherPlatform() {
    assertThat(codes.redeem(code(), new Account("irc", "maria"), NOON).outcome())
        .isEqualTo(Outcome.OTHER_PLATFORM);
  }

  @Test
  void neverLinksAnAccountToTwoPeople() {
    codes.redeem(code(), SLACK, NOON);
    var jasons = codes.issue("jason", "slack", NOON).orElseThrow();
    assertThat(codes.redeem(jasons, SLACK, NOON).outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(identify("U012AB3CD")).isEqualTo(maria);
  }

  @Test
  void aLinkToSomebodyWhoIsNoLongerNamedLinksNobody() {
    var jasons = codes.issue("jason", "slack", NOON).orElseThrow();
    assertThat(codes.redeem(jasons, SLACK, NOON).outcome()).isEqualTo(Outcome.LINKED);
    assertThat(identify("U012AB3CD").guest()).isTrue();
  }

  @Test
  void givesFiveInTenMinutes() {
    for (int i = 0; i < LinkCodes.MOST; i++) {
      codes.redeem(code(), new Account("slack", "U" + i), NOON);
    }
    assertThat(codes.issue("maria", "slack", NOON)).isEmpty();
    assertThat(codes.issue("jason", "slack", NOON)).isPresent();
    assertThat(codes.issue("maria", "slack", NOON.plusSeconds(600))).isPresent();
  }

  @Test
  void standsInNoTextAfterwards() {
    var code = code();
    assertThat(LinkCodes.in(" " + code + "\n")).isPresent();
    assertThat(LinkCodes.masked("here: " + code + ".")).isEqualTo("here: [link code].");
    assertThat(LinkCodes.in("link my account")).isEmpty();
  }

  private String code() {
    return codes.issue("maria", "slack", NOON).orElseThrow();
  }

  private Person identify(String id) {
    return people.identify(Speaker.of("slack", id));
  }
}
