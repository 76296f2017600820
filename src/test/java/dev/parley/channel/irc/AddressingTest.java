package dev.parley.channel.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a message in a channel speaks to. */
class AddressingTest {
  @Test
  void itIsSpokenToByItsName() {
    assertThat(Addressing.to("parley", "parley: restart apache")).contains("restart apache");
    assertThat(Addressing.to("parley", "Parley, restart apache")).contains("restart apache");
    assertThat(Addressing.to("parley", "@parley: yes")).contains("yes");
  }

  @Test
  void itIsNotSpokenToWhenItIsOnlyNamed() {
    assertThat(Addressing.to("parley", "ask parley: it knows")).isEmpty();
    assertThat(Addressing.to("parley", "parley restarted apache")).isEmpty();
    assertThat(Addressing.to("parley", "parley2: yes")).isEmpty();
  }

  @Test
  void knowsWhatIsSaidToSomebodyElse() {
    assertThat(Addressing.toSomebody(List.of("maria", "parley"), "maria: yes")).isTrue();
    assertThat(Addressing.toSomebody(List.of("maria"), "restart: apache")).isFalse();
  }
}
