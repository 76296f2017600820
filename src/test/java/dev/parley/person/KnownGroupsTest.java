package dev.parley.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import dev.parley.web.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Roles by the groups of a directory, which may be down. */
class KnownGroupsTest {
  private final Map<String, Set<String>> members = new HashMap<>();
  private final SettableClock clock = new SettableClock();
  private final DirectorySettings settings = settings();
  private boolean down;
  private int asked;

  private final GroupSource source =
      user -> {
        asked++;
        if (down) {
          throw new GroupSource.UnavailableException("It is down.", new IllegalStateException());
        }
        return members.getOrDefault(user, Set.of());
      };
  private final KnownGroups groups =
      new KnownGroups(source, settings, Duration.ofSeconds(30), Runnable::run, clock);
  private final Person maria =
      new Person(
          "maria",
          "maria",
          Set.of("viewer"),
          List.of(new Account("os", "maria")),
          ZoneOffset.UTC,
          false);
  private final People people =
      new DirectoryPeople(
          new FilePeople(List.of(maria), Set.of(), ZoneOffset.UTC), settings, groups);

  private static DirectorySettings settings() {
    return new DirectorySettings(
        "localhost",
        389,
        false,
        false,
        null,
        "",
        "",
        "dc=example",
        "(uid={user})",
        "memberOf",
        null,
        "(member={dn})",
        "cn",
        Map.of("ops", Set.of("operator", "viewer")),
        List.of("os"),
        Duration.ofMinutes(5),
        Duration.ofHours(1));
  }

  @Test
  void aMemberHoldsTheGroupsRolesBesidesTheirOwn() {
    members.put("maria", Set.of("ops", "golf"));
    assertThat(roles("maria")).containsExactlyInAnyOrder("viewer", "operator");
    assertThat(people.all()).singleElement().extracting(Person::roles).isEqualTo(roles("maria"));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whoeverLeavesAGroupLosesItsRolesWithTheNextLook() {
    members.put("maria", Set.of("ops"));
    assertThat(roles("maria")).contains("operator");
    members.clear();
    clock.advance(Duration.ofMinutes(4));
    assertThat(roles("maria")).contains("operator");
    clock.advance(Duration.ofMinutes(1));
    assertThat(roles("maria")).containsExactly("viewer");
  }

  @Test
  void whileItIsDownWhatItSaidLastCountsForAnHourAndNoLonger() {
    members.put("maria", Set.of("ops"));
    assertThat(roles("maria")).contains("operator");
    down = true;
    clock.advance(Duration.ofMinutes(59));
    assertThat(roles("maria")).contains("operator");
    assertThat(people.trouble(maria)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(roles("maria")).containsExactly("viewer");
    assertThat(people.trouble(maria))
        .hasValueSatisfying(
            why -> assertThat(why).contains("has not answered since 2026-01-05T10:00:00Z"));
    down = false;
    clock.advance(Duration.ofSeconds(15));
    assertThat(roles("maria")).contains("operator");
    assertThat(people.trouble(maria)).isEmpty();
  }

  @Test
  void whoWasNeverFoundBecauseItIsDownHoldsNothingOfIt() {
    down = true;
    assertThat(roles("maria")).containsExactly("viewer");
    assertThat(people.trouble(maria))
        .hasValueSatisfying(why -> assertThat(why).contains("does not answer"));
  }

  @Test
  void somebodyWhomTheDirectoryAloneKnowsIsNoGuest() {
    members.put("otto", Set.of("ops"));
    var otto = people.identify(Speaker.of("os", "otto"));
    assertThat(otto.guest()).isFalse();
    assertThat(otto.key()).isEqualTo("os:otto");
    assertThat(otto.roles()).contains("operator");
  }

  @Test
  void anAccountOfAnotherPlatformIsNobodyInTheDirectory() {
    members.put("otto", Set.of("ops"));
    assertThat(people.identify(Speaker.of("irc", "otto")).roles()).isEmpty();
    assertThat(asked).isZero();
  }

  @Test
  void aNameOfTheFileIsNobodyElsesByHavingItInTheDirectory() {
    members.put("maria", Set.of("ops"));
    var other = new Person("maria", "maria", Set.of(), List.of(), ZoneOffset.UTC, false);
    var without =
        new DirectoryPeople(
            new FilePeople(List.of(other), Set.of(), ZoneOffset.UTC), settings, groups);
    var stranger = without.identify(Speaker.of("os", "maria"));
    assertThat(stranger.guest()).isTrue();
    assertThat(stranger.roles()).isEmpty();
  }

  private Set<String> roles(String name) {
    return people.identify(Speaker.of("os", name)).roles();
  }
}
