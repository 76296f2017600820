package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.DRAFT;
import static dev.parley.wiring.RecordSamples.NOON;
import static dev.parley.wiring.RecordSamples.PROPOSAL;
import static dev.parley.wiring.RecordSamples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.Recent;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of dialogues does. */
interface DialogueStoreContract extends RecordsContract {
  int PEOPLE = 6;
  int MESSAGES = 10;

  private Dialogue dialogue(String person) {
    var frames =
        List.<Frame>of(
            new Frame.Choosing(List.of(DRAFT)),
            new Frame.Collecting(DRAFT, "host", List.of("web-01"), 2),
            new Frame.Approving(PROPOSAL, "r4k9", NOON.plusNanos(789), List.of("maria")),
            new Frame.Confirming(PROPOSAL, NOON.plusNanos(789)));
    return new Dialogue(
        new DialogueId(RecordSamples.conversation(), person), frames, new Recent(REQUEST, NOON), 3);
  }

  @Test
  default void findsADialogueAsItWasSaved() {
    var dialogue = dialogue("jason");
    stored(() -> records().dialogues().save(dialogue));
    assertThat(records().dialogues().find(dialogue.id())).contains(dialogue);
  }

  @Test
  default void keepsTheLatestVersion() {
    var first = dialogue("jason");
    var second = new Dialogue(first.id(), List.of(), Recent.nothing(), 4);
    stored(() -> records().dialogues().save(first));
    stored(() -> records().dialogues().save(second));
    assertThat(records().dialogues().find(first.id())).contains(second);
  }

  @Test
  default void keepsPeopleApart() {
    var dialogue = dialogue("jason");
    stored(() -> records().dialogues().save(dialogue));
    var other = new DialogueId(dialogue.id().conversation(), "maria");
    assertThat(records().dialogues().find(other)).isEmpty();
  }

  @Test
  default void forgetsAnUndoneDialogue() {
    var kept = dialogue("jason");
    stored(() -> records().dialogues().save(kept));
    var lost = dialogue("jason");
    undone(
        () -> {
          records().dialogues().save(lost);
          records().dialogues().save(new Dialogue(kept.id(), List.of(), Recent.nothing(), 9));
        });
    assertThat(records().dialogues().find(lost.id())).isEmpty();
    assertThat(records().dialogues().find(kept.id())).contains(kept);
  }

  @Test
  default void hearsOneMessageOfAConversationAtATime() throws Exception {
    var conversation = RecordSamples.conversation();
    var id = new DialogueId(conversation, "jason");
    var people = Executors.newFixedThreadPool(PEOPLE);
    try {
      var all = people.invokeAll(Collections.nCopies(PEOPLE * MESSAGES, hear(id)));
      for (var one : all) {
        one.get();
      }
    } finally {
      people.shutdown();
    }
    assertThat(records().dialogues().find(id).orElseThrow().version()).isEqualTo(PEOPLE * MESSAGES);
    assertThat(records().outbox().after(conversation, 0, 1000))
        .extracting(m -> m.number() + " " + m.reply().plainText())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, PEOPLE * MESSAGES)
                .mapToObj(n -> n + " version " + n)
                .toList());
  }

  private Callable<Boolean> hear(DialogueId id) {
    return () -> {
      stored(() -> count(id, id.conversation()));
      return true;
    };
  }

  private void count(DialogueId id, ConversationId conversation) {
    var store = records().dialogues();
    store.lock(conversation);
    long version = store.find(id).map(Dialogue::version).orElse(0L) + 1;
    store.save(new Dialogue(id, List.of(), Recent.nothing(), version));
    records().outbox().append(RecordSamples.message(conversation, "version " + version));
  }
}
