package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.reply.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody asked in one place goes on in another: its values are kept, a yes is asked anew.
 */
class ContinueElsewhereTest {
  private static final ConversationId OPS = new ConversationId("irc", "#ops");
  private static final ConversationId THREAD = new ConversationId("mattermost", "c0ffee/1");
  private static final ConversationId TERMINAL = new ConversationId("netcat", "desk");
  private static final Speaker IRC = Speaker.of("irc", "jason");
  private static final Speaker CHAT = Speaker.of("mattermost", FrontEndStage.JASON_IN_MATTERMOST);
  private static final Speaker DESK = Speaker.of("netcat", "jason");
  private static final Speaker MARIA = Speaker.of("netcat", "maria");

  @TempDir Path folder;
  private FrontEndStage stage;

  @BeforeEach
  void open() {
    stage = new FrontEndStage(folder, Map.of());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aQuestionIsAskedAgainWithWhatWasSaid() {
    stage.say(IRC, OPS, "restart apache");
    var answer = stage.say(DESK, TERMINAL, "continue what I asked in #ops");
    assertThat(answer.state().asking()).isEqualTo("host");
    assertThat(answer.slots()).containsEntry("service", List.of("apache"));
    assertThat(words(stage.say(DESK, TERMINAL, "web-01"))).contains("Shall I go ahead?");
  }

  @Test
  void aConfirmationIsAskedAnewAndTheOldOneIsWorthless() {
    stage.say(IRC, OPS, "restart apache on web-01");
    var answer = stage.say(DESK, TERMINAL, "continue what I asked in #ops");
    assertThat(answer.state().confirming()).isTrue();
    assertThat(words(answer)).contains("restart_service service=apache host=web-01");
    assertThat(stage.say(IRC, OPS, "yes").executions()).isEmpty();
    assertThat(stage.ran()).isZero();
    stage.say(DESK, TERMINAL, "yes");
    assertThat(stage.ran()).isEqualTo(1);
    stage.say(DESK, TERMINAL, "yes");
    assertThat(stage.ran()).isEqualTo(1);
  }

  @Test
  void whereItWasAskedIsToldThatItGoesOnElsewhere() {
    stage.say(IRC, OPS, "restart apache");
    stage.say(DESK, TERMINAL, "continue what I asked in irc");
    assertThat(stage.records().outbox().after(OPS, 0, 9))
        .anyMatch(message -> message.reply().plainText().contains("You go on with this in"));
  }

  @Test
  void aPlaceIsMeantByWhatPeopleCallIt() {
    stage.records().places().keep(THREAD, "#deploys");
    stage.say(CHAT, THREAD, "restart apache");
    stage.say(IRC, OPS, "restart nginx");
    var answer = stage.say(DESK, TERMINAL, "please continue what I asked in #deploys");
    assertThat(answer.slots()).containsEntry("service", List.of("apache"));
  }

  @Test
  void whereSeveralAreMeantTheyAreListed() {
    stage.records().places().keep(THREAD, "#deploys");
    stage.say(CHAT, THREAD, "restart apache");
    stage.say(IRC, OPS, "restart nginx");
    var answer = stage.say(DESK, TERMINAL, "continue what I asked elsewhere");
    assertThat(words(answer)).contains("more than one").contains("#deploys: ").contains("#ops: ");
    assertThat(answer.state().phase()).isEqualTo(Answer.Phase.IDLE);
  }

  @Test
  void nobodyTakesUpWhatSomebodyElseAsked() {
    stage.say(IRC, OPS, "restart apache on web-01");
    var answer = stage.say(MARIA, TERMINAL, "continue what I asked in #ops");
    assertThat(words(answer)).contains("nothing elsewhere");
    assertThat(answer.state().phase()).isEqualTo(Answer.Phase.IDLE);
    assertThat(stage.say(IRC, OPS, "yes").executions()).hasSize(1);
  }

  private static String words(Answer answer) {
    return answer.replies().stream().map(Reply::plainText).collect(Collectors.joining("\n"));
  }
}
