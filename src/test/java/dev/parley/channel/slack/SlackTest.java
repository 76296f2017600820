package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.action.Execution;
import dev.parley.channel.slack.fake.FakeSlack;
import dev.parley.channel.slack.fake.Faults;
import dev.parley.channel.slack.fake.HttpEvents;
import dev.parley.channel.slack.fake.Post;
import dev.parley.channel.slack.fake.Workspace;
import dev.parley.intent.ExecutionStatus;
import dev.parley.person.LinkCodes;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assistant in Slack, as people there see it; the client is the real one, Slack is not. */
class SlackTest {
  private static final String US = "<@" + Workspace.BOT + "> ";
  private static final String OPS = "C0OPS";
  private static final String JASON = "U0JASON";
  private static final String MARIA = "U0MARIA";
  private static final String VERA = "U0VERA";
  private static final String GUEST = "U0GUEST";

  @TempDir static Path folder;
  private static Assembly assembly;
  private FakeSlack slack;
  private SlackHouse house;

  @BeforeAll
  static void open() {
    assembly = TestEstate.open(folder);
  }

  @AfterAll
  static void shut() {
    assembly.close();
  }

  @BeforeEach
  void begin() {
    slack = FakeSlack.start();
    List.of(JASON, MARIA, VERA, GUEST).forEach(id -> slack.workspace().person(id, id));
    slack.workspace().channel(OPS, "ops");
    house = new SlackHouse(assembly, slack, Records.inMemory());
  }

  @AfterEach
  void end() {
    house.close();
    slack.close();
  }

  private void connected() {
    house.connect(SlackSetup.Mode.SOCKET);
  }

  private Post awaits(String viewer, String containing) {
    return slack.await(viewer, OPS, post -> post.shown().contains(containing));
  }

  /** All that ran or runs. */
  private List<Execution> runs() {
    return house
        .records
        .journal()
        .endedSince(
            house.records.transcript().latest("slack", "", 100).get(0).conversation(),
            "jason",
            Instant.EPOCH);
  }

  private List<String> thread(String viewer, Post root) {
    return slack.thread(viewer, OPS, root.ts()).stream().map(Post::shown).toList();
  }

  @ParameterizedTest
  @EnumSource(SlackSetup.Mode.class)
  void theFirstConversationOfTheReadme(SlackSetup.Mode mode) {
    if (mode == SlackSetup.Mode.HTTP) {
      slack.callsOver(house.hooksAddress(), SlackHouse.SECRET);
    }
    house.connect(mode);
    var root = slack.say(JASON, OPS, US + "restart apache");
    var question = awaits(JASON, "On which host would you like to restart apache?");
    assertThat(question.threadTs()).isEqualTo(root.ts());
    assertThat(question.buttons()).extracting(Post.Button::label).contains("web-01", "web-02");

    slack.reply(JASON, OPS, root.ts(), "192.168.0.24");
    var offer = awaits(JASON, "Shall I go ahead");
    assertThat(offer.shown())
        .contains("$ sudo -n -- systemctl restart apache2")
        .contains("Exactly: restart_service service=apache host=web-01");
    assertThat(offer.button("Yes").style()).isEqualTo("danger");

    slack.press(JASON, offer, offer.button("Yes"));
    awaits(JASON, "Restarting apache service on host 192.168.0.24");
    awaits(JASON, "The apache service has been restarted on host 192.168.0.24");
    slack.await("reaction", () -> root.reactions().contains("white_check_mark"));
    slack.await(
        "outcome under what was confirmed",
        () -> offer.shown().contains("Confirmed by <@U0JASON> — done"));
    assertThat(offer.buttons()).isEmpty();
    assertThat(root.reactions()).contains("eyes");
    assertThat(slack.all(JASON, OPS))
        .filteredOn(Post::byBot)
        .allMatch(post -> root.ts().equals(post.threadTs()));
  }

  @Test
  void whatIsTypedServesAsWellAsWhatIsPressed() {
    connected();
    var root = slack.say(JASON, OPS, US + "restart apache on web-01");
    var offer = awaits(JASON, "Shall I go ahead");
    slack.reply(JASON, OPS, root.ts(), "yes");
    awaits(JASON, "has been restarted");
    slack.await("end of the buttons", () -> offer.buttons().isEmpty());
    slack.await("outcome", () -> offer.shown().contains("— done"));
    assertThat(runs()).hasSize(1);
  }

  @Test
  void aMentionAndAMessageOfOnePostAreOneAndARedeliveryIsNone() {
    connected();
    var root = slack.say(JASON, OPS, US + "how is nginx on web-01?");
    awaits(JASON, "nginx");
    for (int i = 0; i < 3; i++) {
      slack.tell(root);
    }
    slack.await("acknowledgement of all", () -> slack.unacknowledged() == 0);
    house.settle();
    assertThat(runs()).hasSize(1);
    assertThat(runs().get(0).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void whatComesAgainAfterARestartIsNotNew() {
    connected();
    var root = slack.say(JASON, OPS, US + "restart apache on web-01");
    awaits(JASON, "Shall I go ahead");
    house.settle();
    int posts = slack.all(JASON, OPS).size();
    var records = house.records;
    house.close();
    house = new SlackHouse(assembly, slack, records);
    connected();
    slack.tell(root);
    // what comes after it is answered, so it was heard
    slack.reply(JASON, OPS, root.ts(), "no");
    awaits(JASON, "dropped that");
    house.settle();
    assertThat(slack.all(JASON, OPS)).hasSize(posts + 2);
  }

  @Test
  void editsRunNothing() {
    connected();
    var root = slack.say(JASON, OPS, "restart apache on web-01");
    slack.edit(root, US + "restart apache on web-01");
    var next = slack.say(JASON, OPS, US + "how is nginx on web-01?");
    slack.await("answer", () -> slack.thread(JASON, OPS, next.ts()).size() > 1);
    house.settle();
    assertThat(thread(JASON, root)).hasSize(1);
  }

  @Test
  void botsAndItsOwnPostsAreNotHeard() {
    connected();
    slack.bot(OPS, US + "restart apache on web-01");
    slack.say(JASON, OPS, US + "how is nginx on web-01?");
    awaits(JASON, "nginx");
    slack.await("acknowledgement of all", () -> slack.unacknowledged() == 0);
    assertThat(house.records.transcript().latest("slack", "", 100)).hasSize(1);
  }

  @Test
  void talkOfOthersInAChannelIsNotHeard() {
    connected();
    slack.say(JASON, OPS, "restart apache on web-01");
    var root = slack.say(JASON, OPS, US + "how is nginx on web-01?");
    slack.await("answer", () -> slack.thread(JASON, OPS, root.ts()).size() > 1);
    slack.reply(MARIA, OPS, root.ts(), "restart apache on web-02");
    slack.reply(JASON, OPS, root.ts(), "<@U0MARIA> look at that");
    slack.reply(JASON, OPS, root.ts(), "how is apache on web-02?");
    awaits(JASON, "apache on host web-02");
    house.settle();
    assertThat(slack.all(MARIA, OPS)).noneMatch(post -> post.shown().contains("Shall I"));
    assertThat(house.records.transcript().latest("slack", "", 100)).hasSize(1);
  }

  @Test
  void onlyWhoeverWasAskedMayPress() {
    connected();
    slack.say(JASON, OPS, US + "restart apache on web-01");
    var offer = awaits(JASON, "Shall I go ahead");
    slack.press(MARIA, offer, offer.button("Yes"));
    var refusal = awaits(MARIA, "not yours to answer");
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(runs()).isEmpty();
    assertThat(offer.buttons()).hasSize(2);
    slack.press(JASON, offer, offer.button("Yes"));
    awaits(JASON, "has been restarted");
  }

  @Test
  void somebodyElsesTypedYesConfirmsNothing() {
    connected();
    var root = slack.say(JASON, OPS, US + "restart apache on web-01");
    awaits(JASON, "Shall I go ahead");
    slack.reply(MARIA, OPS, root.ts(), US + "yes");
    slack.await(MARIA, OPS, Post::ephemeral);
    house.settle();
    assertThat(runs()).isEmpty();
  }

  @Test
  void aButtonOfBeforeRunsNothing() {
    connected();
    var root = slack.say(JASON, OPS, US + "restart apache on web-01");
    var offer = awaits(JASON, "Shall I go ahead");
    var yes = offer.button("Yes");
    slack.reply(JASON, OPS, root.ts(), "no, web-02");
    var second = slack.await(JASON, OPS, post -> post.shown().contains("host=web-02"));
    slack.await("end of the first buttons", () -> offer.buttons().isEmpty());
    slack.press(JASON, offer, yes);
    assertThat(awaits(JASON, "That offer has expired").ephemeral()).isTrue();
    assertThat(runs()).isEmpty();
    slack.press(JASON, second, second.button("Yes"));
    awaits(JASON, "has been restarted");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void twoPressesRunItOnce() {
    connected();
    slack.say(JASON, OPS, US + "restart apache on web-01");
    var offer = awaits(JASON, "Shall I go ahead");
    var yes = offer.button("Yes");
    slack.press(JASON, offer, yes);
    slack.press(JASON, offer, yes);
    awaits(JASON, "That offer has expired");
    awaits(JASON, "has been restarted");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void whoMayNotIsToldSoAndNobodyElse() {
    connected();
    var root = slack.say(VERA, OPS, US + "restart apache on web-01");
    var refusal = slack.await(VERA, OPS, Post::ephemeral);
    assertThat(refusal.shown()).contains("may not");
    assertThat(thread(JASON, root)).hasSize(1);
  }

  @Test
  void anUnknownAccountIsToldHowToLinkItselfAndIsThenKnown() {
    connected();
    slack.say(GUEST, OPS, US + "restart apache on web-01");
    assertThat(awaits(GUEST, "parley link slack").ephemeral()).isTrue();
    var accounts = house.records.accounts();
    var code =
        house
            .records
            .transactions()
            .call(() -> new LinkCodes(accounts).issue("olga", "slack", Instant.now()))
            .orElseThrow();
    var direct = slack.workspace().direct(GUEST);
    slack.say(GUEST, direct, code);
    slack.await(GUEST, direct, post -> post.shown().contains("is olga's from now on"));
    slack.say(GUEST, direct, "restart apache on web-01");
    slack.await(GUEST, direct, post -> post.shown().contains("Shall I go ahead"));
  }

  @Test
  void aDirectConversationNeedsNeitherMentionNorThread() {
    connected();
    var direct = slack.workspace().direct(JASON);
    slack.say(JASON, direct, "restart apache on web-01");
    var offer = slack.await(JASON, direct, post -> post.shown().contains("Shall I go ahead"));
    assertThat(offer.threadTs()).isNull();
    slack.say(JASON, direct, "yes");
    slack.await(JASON, direct, post -> post.shown().contains("has been restarted"));
  }

  @Test
  void aCommandBeginsAThread() {
    connected();
    slack.command(JASON, OPS, "restart apache on web-01");
    var offer = awaits(JASON, "Shall I go ahead");
    var root = slack.thread(JASON, OPS, String.valueOf(offer.threadTs())).get(0);
    assertThat(root.shown()).contains("<@U0JASON>").contains("restart apache on web-01");
    slack.press(JASON, offer, offer.button("Yes"));
    awaits(JASON, "has been restarted");
  }

  @Test
  void aCommandWhereItIsNotInvitedSaysSo() {
    connected();
    slack.workspace().remove(OPS);
    slack.command(JASON, OPS, "restart apache on web-01");
    assertThat(awaits(JASON, "/invite @parley").ephemeral()).isTrue();
  }

  @Test
  void aSecondPersonApprovesByAButton() {
    connected();
    var direct = slack.workspace().direct(MARIA);
    slack.say(MARIA, direct, "hello");
    slack.await(MARIA, direct, Post::byBot);
    var root = slack.say(JASON, OPS, US + "reboot web-03");
    awaits(JASON, "web-03");
    slack.reply(JASON, OPS, root.ts(), "web-03");
    var request = slack.await(MARIA, direct, post -> !post.buttons().isEmpty());
    slack.press(MARIA, request, request.button("Approve"));
    awaits(JASON, "approved");
    slack.await("who approved", () -> request.shown().contains("Approved by <@U0MARIA>"));
    slack.await("end", () -> runs().size() == 1);
    assertThat(runs().get(0).approver()).isEqualTo("maria");
  }

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested", "too_many_websockets", "link_disabled"})
  void whateverEndsAConnectionAnotherTakesItsPlace(String reason) {
    connected();
    int before = slack.connections();
    slack.announce(reason);
    slack.await("new connection", () -> slack.connections() > before && house.connected());
    slack.say(JASON, OPS, US + "restart apache on web-01");
    awaits(JASON, "Shall I go ahead");
    house.settle();
    assertThat(slack.all(JASON, OPS)).filteredOn(Post::byBot).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsMadeAnew() {
    connected();
    slack.cut();
    slack.await("new connection", () -> slack.connections() > 1 && house.connected());
    slack.say(JASON, OPS, US + "restart apache on web-01");
    awaits(JASON, "Shall I go ahead");
  }

  @Test
  void whereSlackWantsItSlowerNothingIsLostAndNothingComesTwice() {
    slack.limit("chat.postMessage", 2, 1);
    connected();
    var roots =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(i -> slack.say(JASON, OPS, US + "restart apache on web-0" + (1 + i % 3)))
            .toList();
    for (var root : roots) {
      slack.await("answer", () -> slack.thread(JASON, OPS, root.ts()).size() > 1);
    }
    house.settle();
    roots.forEach(root -> assertThat(thread(JASON, root)).hasSize(2));
    assertThat(slack.calls("chat.postMessage")).isLessThan(30);
  }

  @Test
  void whereSlackWantsItToWaitItConnectsNoSooner() {
    slack.limit("apps.connections.open", 0.5, 1);
    connected();
    long before = System.nanoTime();
    slack.cut();
    slack.await("new connection", () -> slack.connections() > 1 && house.connected());
    slack.cut();
    slack.await("new connection", () -> slack.connections() > 2 && house.connected());
    // it was told to come back after two seconds, and asked no oftener than that
    assertThat(System.nanoTime() - before).isGreaterThan(1_000_000_000L);
    assertThat(slack.calls("apps.connections.open")).isLessThanOrEqualTo(6);
  }

  @Test
  void anAnswerThatGotLostIsNotSaidAgain() {
    connected();
    slack.faults(new Faults(0, 0, Duration.ZERO, 0, 0, 0.5, new Random(7)));
    var roots =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(i -> slack.say(JASON, OPS, US + "restart apache on web-01"))
            .toList();
    for (var root : roots) {
      slack.await("answer", () -> slack.thread(JASON, OPS, root.ts()).size() > 1);
    }
    house.settle();
    roots.forEach(root -> assertThat(thread(JASON, root)).hasSize(2));
    assertThat(slack.calls("conversations.replies")).isPositive();
  }

  @Test
  void callsThatSlackDidNotSignAreRefused() {
    var events = slack.callsOver(house.hooksAddress(), SlackHouse.SECRET);
    house.connect(SlackSetup.Mode.HTTP);
    var body = "{\"type\":\"url_verification\",\"challenge\":\"abc\",\"token\":\"t\"}";
    var now = HttpEvents.now();
    var right = HttpEvents.signature(SlackHouse.SECRET, now, body);
    assertThat(events.call(now, body, right)).isEqualTo(200);
    assertThat(events.call(now, body + " ", right)).isEqualTo(401);
    assertThat(events.call(now, body, HttpEvents.signature("another", now, body))).isEqualTo(401);
    assertThat(events.call(now, body, "v0=")).isEqualTo(401);
    assertThat(events.call("soon", body, HttpEvents.signature(SlackHouse.SECRET, "soon", body)))
        .isEqualTo(401);
    var old = String.valueOf(Instant.now().getEpochSecond() - 301);
    assertThat(events.call(old, body, HttpEvents.signature(SlackHouse.SECRET, old, body)))
        .isEqualTo(401);
    var late = String.valueOf(Instant.now().getEpochSecond() + 400);
    assertThat(events.call(late, body, HttpEvents.signature(SlackHouse.SECRET, late, body)))
        .isEqualTo(401);
  }

  @Test
  void overSocketModeNobodyCallsUs() {
    connected();
    var events = slack.callsOver(house.hooksAddress(), SlackHouse.SECRET);
    var now = HttpEvents.now();
    assertThat(events.call(now, "{}", HttpEvents.signature(SlackHouse.SECRET, now, "{}")))
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack-bot-token", "slack-app-token"})
  void aWrongTokenIsToldInOneSentenceAndNothingBegins(String secret) {
    house.secret(secret, secret.contains("bot") ? "xoxb-wrong" : "xapp-wrong");
    house.begin(SlackSetup.Mode.SOCKET);
    slack.await(
        "problem", () -> house.frontEnds.statuses().get(0).problem().contains("refuses the token"));
    assertThat(house.connected()).isFalse();
  }

  @Test
  void tokensThatWereMixedUpAreToldApart() {
    house.secret("slack-bot-token", FakeSlack.APP_TOKEN).begin(SlackSetup.Mode.SOCKET);
    slack.await(
        "problem", () -> house.frontEnds.statuses().get(0).problem().contains("begins with xoxb-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void withoutASigningSecretItDoesNotBegin(String blank) {
    house.secret("slack-signing-secret", blank).begin(SlackSetup.Mode.HTTP);
    slack.await("problem", () -> !house.frontEnds.statuses().get(0).problem().isEmpty());
    assertThat(house.connected()).isFalse();
  }
}
