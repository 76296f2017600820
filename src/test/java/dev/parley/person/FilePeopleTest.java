package dev.parley.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilePeopleTest {
  private final Person jason =
      new Person(
          "jason",
          "jason",
          Set.of("operator"),
          List.of(new Account("os", "jason"), new Account("slack", "U1")),
          ZoneOffset.UTC,
          false);
  private final People people = new FilePeople(List.of(jason), Set.of("viewer"), ZoneOffset.UTC);

  @Test
  void knowsAPersonByEveryAccount() {
    assertThat(people.identify(Speaker.of("os", "jason"))).isEqualTo(jason);
    assertThat(people.identify(Speaker.of("slack", "U1"))).isEqualTo(jason);
    assertThat(people.all()).containsExactly(jason);
  }

  @Test
  void takesTheNameFromATrustedCredentialOnly() {
    assertThat(people.identify(new Speaker("parley", "jason", "jason", "admin"))).isEqualTo(jason);
    assertThat(people.identify(Speaker.of("slack", "jason")).guest()).isTrue();
  }

  @Test
  void neverBelievesADisplayName() {
    var impostor = people.identify(new Speaker("slack", "U666", "jason", null));
    assertThat(impostor.guest()).isTrue();
    assertThat(impostor.key()).isEqualTo("slack:U666");
    assertThat(impostor.roles()).containsExactly("viewer");
  }

  @Test
  void givesNobodyElseARoleWhereNoneIsForGuests() {
    var closed = new FilePeople(List.of(jason), Set.of(), ZoneOffset.UTC);
    assertThat(closed.identify(Speaker.of("os", "eve")).roles()).isEmpty();
    assertThat(closed.identify(new Speaker("parley", "eve", "eve", "admin")).guest()).isTrue();
  }

  @Test
  void anAccountIsThatOfItsPlatformOnly() {
    assertThat(people.identify(Speaker.of("irc", "U1")).guest()).isTrue();
    assertThat(people.identify(Speaker.of("OS", "jason")).guest()).isTrue();
  }
}
