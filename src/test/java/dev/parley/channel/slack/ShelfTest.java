package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static final ConversationId HERE = new ConversationId("slack", "T01/C0OPS/1.1");
  private static final String JASON = "jason";

  private final Shelf shelf = new Shelf();
  private final List<@Nullable Shown> taken = new ArrayList<>();

  @Test
  void whatStandsThereIsTakenOnce() {
    assertThat(shelf.replace(HERE, JASON, shown("1"))).isNull();
    shelf.take(HERE, JASON, taken::add);
    shelf.take(HERE, JASON, taken::add);
    assertThat(taken).containsExactly(shown("1"), null);
  }

  @Test
  void aNewerOneTakesItsPlace() {
    shelf.replace(HERE, JASON, shown("1"));
    assertThat(shelf.replace(HERE, JASON, shown("2"))).isEqualTo(shown("1"));
    shelf.take(HERE, "maria", taken::add);
    shelf.take(HERE, JASON, taken::add);
    assertThat(taken).containsExactly(null, shown("2"));
  }

  @Test
  void whatIsAnsweredBeforeSlackToldWhereItStandsIsTakenThen() {
    shelf.coming(HERE, JASON);
    shelf.take(HERE, JASON, taken::add);
    assertThat(taken).isEmpty();
    shelf.replace(HERE, JASON, shown("1"));
    assertThat(taken).containsExactly(shown("1"));
    shelf.take(HERE, JASON, taken::add);
    assertThat(taken).containsExactly(shown("1"), null);
  }

  @Test
  void whatCouldNotBePostedIsNotWaitedFor() {
    shelf.coming(HERE, JASON);
    shelf.take(HERE, JASON, taken::add);
    shelf.gone(HERE, JASON);
    assertThat(taken).containsExactly((Shown) null);
  }

  private static Shown shown(String ts) {
    return new Shown("C0OPS", ts, "Shall I go ahead?", List.of());
  }
}
