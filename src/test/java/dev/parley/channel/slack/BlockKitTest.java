package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import dev.parley.channel.slack.fake.FakeSlack;
import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of reply as Slack gets it, compared with what lies in {@code golden/}; rewrite it with
 * {@code -Dgolden=write} and look at the difference.
 */
class BlockKitTest {
  private static final Path GOLDEN = Path.of("src/test/resources/channel/slack/golden");

  private static Map<String, Reply> replies() {
    var replies = new LinkedHashMap<String, Reply>();
    replies.put("text", Reply.text("Restarting <apache> & *nginx* on @here"));
    replies.put(
        "question",
        new Reply(
            List.of(
                new ReplyPart.Text("On which host?"),
                new ReplyPart.Choices(List.of("web-01", "web-02")))));
    replies.put(
        "question-of-many",
        new Reply(
            List.of(
                new ReplyPart.Text("On which host?"),
                new ReplyPart.Choices(
                    IntStream.rangeClosed(1, 9).mapToObj(i -> "web-0" + i).toList()))));
    var details =
        List.of(
            "$ sudo -n -- systemctl restart apache2",
            "on web-01 (192.168.0.24)",
            "Risk: high, on 1 host.",
            "Exactly: restart_service service=apache host=web-01");
    replies.put(
        "confirmation",
        new Reply(
            List.of(
                new ReplyPart.Confirmation("Shall I go ahead? (yes or no)", details, true),
                new ReplyPart.Choices(List.of("yes", "no")))));
    replies.put(
        "confirmation-of-little",
        new Reply(
            List.of(
                new ReplyPart.Confirmation("Shall I?", List.of("Risk: medium."), false),
                new ReplyPart.Choices(List.of("yes", "no")))));
    replies.put(
        "approval",
        new Reply(
            List.of(
                new ReplyPart.Confirmation("Approve it?", details, true),
                new ReplyPart.Choices(List.of("approve k3f9", "reject k3f9")))));
    replies.put(
        "table",
        new Reply(
            List.of(
                new ReplyPart.Table(
                    List.of("host", "state"),
                    List.of(List.of("web-01", "<up>"), List.of("web-02", "down"))))));
    replies.put("code", new Reply(List.of(new ReplyPart.Code("web-01:", "a ``` b\n<c> & d"))));
    replies.put(
        "long-code",
        new Reply(
            List.of(
                new ReplyPart.Code(
                    "The log:",
                    IntStream.range(0, 400)
                        .mapToObj(i -> "line " + i)
                        .collect(Collectors.joining("\n"))))));
    return replies;
  }

  @TestFactory
  Stream<DynamicTest> looksAsItDid() {
    return replies().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
  }

  private static void compare(String name, Reply reply) throws IOException {
    var file = GOLDEN.resolve(name + ".json");
    var now = json(BlockKit.of(reply, 12, "U0JASON"));
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, now);
    }
    assertThat(file).exists();
    assertThat(now).isEqualTo(Files.readString(file));
  }

  @Test
  void nothingLiesThereThatIsNotCompared() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()).replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(replies().keySet());
    }
  }

  private static String json(SlackMessage message) {
    var json = new JsonObject();
    json.addProperty("text", message.text());
    json.add("blocks", blocks(message));
    if (!message.snippets().isEmpty()) {
      var files = new JsonObject();
      message.snippets().forEach(s -> files.addProperty(s.name(), s.content().length()));
      json.add("characters of files", files);
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static JsonArray blocks(SlackMessage message) {
    return JsonParser.parseString(GsonFactory.createSnakeCase().toJson(message.blocks()))
        .getAsJsonArray();
  }

  @Test
  void keepsTheLimitsWhateverIsSaid() {
    var extremes =
        List.of(
            Reply.text("&".repeat(40_000)),
            Reply.text("x\n".repeat(30_000)),
            Reply.text("\uD83D\uDE80".repeat(9_000)),
            new Reply(Collections.nCopies(80, new ReplyPart.Text("a line"))),
            new Reply(List.of(new ReplyPart.Code("&".repeat(5_000), "<".repeat(2_800)))),
            new Reply(List.of(new ReplyPart.Code("", "```".repeat(900)))),
            new Reply(
                List.of(
                    new ReplyPart.Text("which?"),
                    new ReplyPart.Choices(
                        IntStream.range(0, 300).mapToObj(i -> "host-" + i).toList()))),
            new Reply(
                List.of(
                    new ReplyPart.Text("which?"),
                    new ReplyPart.Choices(List.of("a".repeat(3_000), "b".repeat(80))))),
            new Reply(
                List.of(
                    new ReplyPart.Confirmation(
                        "?".repeat(4_000),
                        IntStream.range(0, 300).mapToObj(i -> "$ run <" + i + ">").toList(),
                        true),
                    new ReplyPart.Choices(List.of("yes", "no")))));
    for (var reply : extremes) {
      var message = BlockKit.of(reply, 1, "U0JASON");
      assertThat(problem(message)).as(reply.plainText().substring(0, 5)).isNull();
      assertThat(message.text()).hasSizeBetween(1, 3_100);
    }
  }

  private static @Nullable String problem(SlackMessage message) {
    return FakeSlack.refusalOf(blocks(message));
  }

  @Test
  void whatIsTooLongIsAFileAsAWhole() {
    var text = "word ".repeat(4_000);
    var message = BlockKit.of(Reply.text(text), 1, null);
    assertThat(message.snippets()).extracting(SlackMessage.Snippet::content).containsExactly(text);
  }

  @Test
  void theSameChoiceTwiceIsStillTwoButtons() {
    var reply =
        new Reply(
            List.of(new ReplyPart.Text("which?"), new ReplyPart.Choices(List.of("a", "a", "b"))));
    assertThat(problem(BlockKit.of(reply, 1, null))).isNull();
  }
}
