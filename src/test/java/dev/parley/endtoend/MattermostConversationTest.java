package dev.parley.endtoend;

import static dev.parley.endtoend.FakeMattermost.DIRECT;
import static dev.parley.endtoend.FakeMattermost.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.Hooked;
import dev.parley.channel.mattermost.MattermostKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first conversation in Mattermost, and what may go wrong in it. */
class MattermostConversationTest {
  private static final String JASON = FrontEndStage.JASON_IN_MATTERMOST;
  private static final String MARIA = FrontEndStage.MARIA_IN_MATTERMOST;
  private static final String EXPIRED = "That offer has expired";

  @TempDir Path folder;
  private final FakeMattermost server = new FakeMattermost();
  private FrontEndStage stage;

  @BeforeEach
  void open() {
    stage =
        new FrontEndStage(
            folder,
            Map.of("chat-token", FakeMattermost.TOKEN, "chat-command", "slash", "old", "revoked"));
  }

  @AfterEach
  void close() {
    stage.close();
    server.close();
  }

  private void connect(String further) {
    stage.connect(
        "mattermost: {url: \"%s\", token: chat-token%s}\n".formatted(server.url(), further),
        new MattermostKind());
  }

  private void connectWithButtons() {
    connect(", callback: \"https://parley.example.org\", command: chat-command");
  }

  @Test
  void restartsApacheInAThread() {
    connect("");
    var root = server.says(JASON, OPS, "", "@parley restart apache");
    server.hears(root, "On which host would you like to restart apache?");
    server.says(MARIA, OPS, root, "take web-02");
    server.says(JASON, OPS, root, "192.168.0.24");
    server.hears(root, "restart_service service=apache host=web-01");
    server.says(MARIA, OPS, root, "@parley yes");
    server.says(JASON, OPS, root, "yes");
    server.hears(root, "Restarting apache service on host 192.168.0.24");
    server.hears(root, "The apache service has been restarted on host 192.168.0.24");
    assertThat(stage.ran()).isEqualTo(1);
  }

  @Test
  void aDirectChannelNeedsNoMention() {
    connect("");
    server.says(JASON, DIRECT, "", "restart apache on web-01");
    server.hears("", "Shall I go ahead?");
  }

  @Test
  void whatIsNotSaidToItIsNotHeard() {
    connect("");
    var other = server.says(JASON, OPS, "", "restart apache on web-01");
    var root = server.says(JASON, OPS, "", "@parley restart apache on web-02");
    server.hears(root, "Shall I go ahead?");
    assertThat(server.answers(other)).isEmpty();
  }

  @Test
  void aPostThatIsToldTwiceOrEditedActsOnce() {
    connect("");
    var root = server.says(JASON, OPS, "", "@parley restart apache on web-01");
    server.hears(root, "Shall I go ahead?");
    var yes = server.says(JASON, OPS, root, "yes");
    server.hears(root, "has been restarted");
    server.tellAgain(yes, "posted");
    server.edit(root, "@parley restart apache on web-02");
    var later = server.says(JASON, OPS, "", "@parley restart apache on web-03");
    server.hears(later, "web-03");
    assertThat(server.answers(root)).noneMatch(post -> post.toString().contains("web-02"));
    assertThat(stage.ran()).isEqualTo(1);
  }

  @Test
  void buttonsAnswerAndServeOnceAndOnlyWhomTheyWereShownTo() {
    connectWithButtons();
    var root = server.says(JASON, OPS, "", "@parley restart apache");
    var asked = server.hears(root, "On which host");
    assertThat(press(FakeMattermost.pressed(asked, "web-01", MARIA))).isEqualTo(200);
    server.hears(root, "That was asked of jason");
    press(FakeMattermost.pressed(asked, "web-01", JASON));
    var shown = server.hears(root, "Shall I go ahead?");
    press(FakeMattermost.pressed(asked, "web-02", JASON));
    server.hears(root, EXPIRED);
    press(FakeMattermost.pressed(shown, "yes", JASON));
    server.hears(root, "has been restarted");
    press(FakeMattermost.pressed(shown, "yes", JASON));
    Eventually.until("the second yes is refused", () -> expired(root) == 2);
    assertThat(stage.ran()).isEqualTo(1);
    Eventually.until(
        "the buttons are gone",
        () -> server.hears(root, "Shall I go ahead?").at("/props/attachments").isEmpty());
  }

  private long expired(String root) {
    return server.answers(root).stream()
        .filter(post -> post.path("message").asText().contains(EXPIRED))
        .count();
  }

  @Test
  void aButtonThatWeDidNotMakeIsRefused() {
    connectWithButtons();
    var root = server.says(JASON, OPS, "", "@parley restart apache on web-01");
    var shown = server.hears(root, "Shall I go ahead?");
    var forged = (ObjectNode) FakeMattermost.json(FakeMattermost.pressed(shown, "no", JASON));
    ((ObjectNode) forged.get("context")).put("says", "yes");
    assertThat(press(forged.toString())).isEqualTo(401);
    assertThat(press("{}")).isEqualTo(401);
    assertThat(press("no json")).isEqualTo(401);
    assertThat(stage.ran()).isZero();
  }

  private int press(String body) {
    return call("action", body).status();
  }

  private Hooked.Return call(String path, String body) {
    return ((Hooked) stage.frontEnd("mattermost"))
        .called(new Hooked.Call(path, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSlashCommandBeginsAThread() {
    connectWithButtons();
    var command = "token=%s&user_id=%s&user_name=jason&channel_id=%s&trigger_id=t1&text=%s";
    var text = "restart+apache+on+web-01";
    assertThat(call("command", command.formatted("wrong", JASON, OPS, text)).status())
        .isEqualTo(401);
    assertThat(call("command", command.formatted("", JASON, OPS, text)).status()).isEqualTo(401);
    assertThat(call("command", command.formatted("slash", JASON, OPS, text)).status())
        .isEqualTo(200);
    var root = server.hears("", "asks").path("id").asText();
    server.hears(root, "Shall I go ahead?");
    assertThat(server.answers("")).hasSize(1);
  }

  @Test
  void goesOnWhereAConnectionBroke() {
    connect("");
    var root = server.says(JASON, OPS, "", "@parley restart apache");
    server.hears(root, "On which host");
    server.drop(false);
    server.says(JASON, OPS, root, "web-01");
    server.hears(root, "host=web-01");
  }

  @Test
  void catchesUpWhereTheServerHasForgottenTheConnection() {
    connect("");
    var root = server.says(JASON, OPS, "", "@parley restart apache");
    server.hears(root, "On which host");
    server.drop(true);
    server.says(JASON, OPS, root, "web-01");
    server.hears(root, "host=web-01");
    assertThat(
            server.answers(root).stream()
                .filter(post -> post.path("message").asText().contains("On which host"))
                .count())
        .isEqualTo(1);
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    connect("");
    server.busy.set(2);
    var root = server.says(JASON, OPS, "", "@parley restart apache");
    server.hears(root, "On which host");
    assertThat(server.answers(root)).hasSize(1);
  }

  @Test
  void aWrongTokenIsToldInOneSentence() {
    stage.configure(
        "mattermost: {url: \"%s\", token: old}\n".formatted(server.url()), new MattermostKind());
    Eventually.until("it says so", () -> stage.status().problem().contains("token is refused"));
    assertThat(stage.status().connected()).isFalse();
  }
}
