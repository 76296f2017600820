package dev.parley.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inventory.Inventory;
import dev.parley.reply.Audience;
import dev.parley.reply.Pending;
import dev.parley.reply.ReplyComposer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever happens to a dialogue, over a million random inputs. A walk that fails tells
 * its seed; {@code -Dwalk.seed=…} walks it again and nothing else.
 */
class RandomWalksTest {
  private static final int WALKS = 2_000;
  private static final int STEPS = 520;

  private final ReplyComposer words = new ReplyComposer();

  @Test
  void everyWalkKeepsItsPromises() {
    var performed = seeds().parallel().mapToInt(seed -> walk(seed, false).performed()).sum();
    assertThat(performed).isGreaterThan(WALKS);
  }

  @Test
  void theSameInputsLeadToTheSameSteps() {
    seeds()
        .filter(seed -> seed % 40 == 0)
        .forEach(
            seed ->
                assertThat(walk(seed, true).fingerprint())
                    .as("-Dwalk.seed=" + seed)
                    .isEqualTo(walk(seed, true).fingerprint()));
  }

  private static LongStream seeds() {
    var one = System.getProperty("walk.seed");
    return one == null ? LongStream.range(0, WALKS) : LongStream.of(Long.parseLong(one));
  }

  private Walk walk(long seed, boolean remember) {
    return new Walk(seed, this::hasWords).steps(STEPS, remember);
  }

  private void hasWords(SystemAct.Saying saying) {
    var audience =
        new Audience(
            "Jason",
            List.of("operator"),
            ZoneOffset.UTC,
            Scene.CATALOG,
            new Inventory(false, List.of(), Map.of(), List.of()),
            () -> List.copyOf(Scene.CATALOG.all()),
            intent -> "",
            Map.of(),
            () -> new Pending(List.of(), id -> "", null, List.of(), List.of(), Instant.EPOCH),
            List::of,
            Instant.EPOCH);
    assertThat(words.say(saying, audience).plainText()).as(saying.toString()).isNotBlank();
  }
}
