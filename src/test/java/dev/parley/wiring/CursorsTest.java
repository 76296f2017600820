package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.jpa.JpaCursors;
import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.delivery.jpa.JpaPlaceNames;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.Draft;
import dev.parley.dialogue.Frame;
import dev.parley.node.Node;
import dev.parley.reply.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One process at a time posts in a conversation and sits at a platform, and who dies holds nothing.
 */
@QuarkusTest
@TestProfile(H2RecordsTest.InAFile.class)
class CursorsTest {
  @Inject DataSource database;
  @Inject TransactionSynchronizationRegistry registry;

  private final ConversationId place = new ConversationId("irc", "#" + UUID.randomUUID());
  private final Node here = new Node(UUID.randomUUID().toString(), "here");
  private final Node there = new Node(UUID.randomUUID().toString(), "there");
  private final JpaCursors ours = new JpaCursors(here.id());
  private final JpaCursors theirs = new JpaCursors(there.id());
  private Records records;

  @BeforeEach
  void join() {
    records = process(here);
    process(there);
  }

  private Records process(Node node) {
    var started =
        Records.stored(database, registry, Runnable::run, Duration.ofHours(1), node, false, null);
    started.neighbours().nodes().join();
    return started;
  }

  @Test
  void onePostsAtATimeAndTheNextGoesOnWhereItStopped() {
    assertThat(ours.claim(place)).hasValue(0);
    assertThat(theirs.claim(place)).isEmpty();
    assertThat(ours.posted(place, 7)).isTrue();
    assertThat(theirs.posted(place, 9)).isFalse();
    ours.release(place);
    assertThat(theirs.claim(place)).hasValue(7);
    assertThat(ours.posted(place, 8)).isFalse();
  }

  @Test
  void whatADeadOneHeldIsTakenUp() {
    assertThat(ours.claim(place)).hasValue(0);
    assertThat(ours.sits("irc")).isTrue();
    assertThat(theirs.sits("irc")).isFalse();
    process(new Node(UUID.randomUUID().toString(), "here"));
    assertThat(theirs.claim(place)).hasValue(0);
    assertThat(theirs.sits("irc")).isTrue();
    assertThat(ours.sits("irc")).isFalse();
    theirs.leave("irc");
  }

  @Test
  void tellsWhereSomethingIsToBePosted() {
    var elsewhere = new ConversationId("ircx", "#" + UUID.randomUUID());
    List.of(place, elsewhere).forEach(this::say);
    assertThat(ours.behind("irc")).contains(place).doesNotContain(elsewhere);
    assertThat(ours.claim(place)).isPresent();
    assertThat(ours.posted(place, 1)).isTrue();
    assertThat(ours.behind("irc")).doesNotContain(place);
  }

  private void say(ConversationId conversation) {
    records
        .transactions()
        .call(
            () ->
                records
                    .outbox()
                    .append(new Message(0, conversation, "jason", Reply.text("Hi."), null, NOON)));
  }

  @Test
  void keepsTheLastNameOfAPlace() {
    var names = new JpaPlaceNames();
    assertThat(names.find(place)).isEmpty();
    names.keep(place, "#ops");
    names.keep(place, "#ops");
    new JpaPlaceNames().keep(place, "#operations");
    assertThat(names.find(place)).contains("#operations");
  }

  @Test
  void findsDialoguesThatAreInTheMiddleOfSomething() {
    var who = "person-" + UUID.randomUUID();
    var idle = new ConversationId("irc", "#" + UUID.randomUUID());
    var asking =
        new Frame.Collecting(new Draft(RecordSamples.REQUEST, List.of()), "host", List.of(), 0);
    save(Dialogue.start(new DialogueId(idle, who)));
    var begun = Dialogue.start(new DialogueId(place, who));
    save(new Dialogue(begun.id(), List.of(asking), begun.recent(), 1));
    assertThat(records.dialogues().open(who)).containsExactly(place);
    assertThat(records.dialogues().open("nobody")).isEmpty();
  }

  private void save(Dialogue dialogue) {
    records
        .transactions()
        .call(
            () -> {
              records.dialogues().lock(dialogue.id().conversation());
              records.dialogues().save(dialogue);
              return dialogue;
            });
  }
}
