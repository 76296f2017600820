package dev.parley.channel.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One message as a channel holds it now. */
public final class Post {
  final String channel;
  final String ts;
  final @Nullable String threadTs;
  final String user;
  final boolean byBot;
  final @Nullable String onlyFor;
  final Map<String, Set<String>> reactions = new LinkedHashMap<>();
  final List<Snippet> files = new ArrayList<>();
  String text = "";
  JsonArray blocks = new JsonArray();
  @Nullable JsonObject metadata;
  int edits;

  Post(
      String channel,
      String ts,
      @Nullable String threadTs,
      String user,
      boolean byBot,
      @Nullable String onlyFor) {
    this.channel = channel;
    this.ts = ts;
    this.threadTs = threadTs;
    this.user = user;
    this.byBot = byBot;
    this.onlyFor = onlyFor;
  }

  /** A file that was shared with it. */
  public record Snippet(String name, String content) {}

  /** Something that can be pressed, as it stood when somebody looked. */
  public record Button(
      String type, String actionId, String blockId, String label, String value, String style) {}

  public String channel() {
    return channel;
  }

  public String ts() {
    return ts;
  }

  public @Nullable String threadTs() {
    return threadTs;
  }

  public boolean byBot() {
    return byBot;
  }

  /** Whether only one person sees it. */
  public boolean ephemeral() {
    return onlyFor != null;
  }

  /** What stands in it without blocks, for notifications. */
  public String text() {
    return text;
  }

  /** What a person reads: the blocks' texts where there are blocks, else the text. */
  public String shown() {
    if (blocks.isEmpty()) {
      return text;
    }
    var lines = new ArrayList<String>();
    blocks.forEach(block -> collect(block, lines));
    return String.join("\n", lines);
  }

  public List<Button> buttons() {
    var found = new ArrayList<Button>();
    for (var block : blocks) {
      var object = block.getAsJsonObject();
      if (object.get("type").getAsString().equals("actions")) {
        object.getAsJsonArray("elements").forEach(e -> add(object, e.getAsJsonObject(), found));
      }
      if (object.has("accessory")) {
        add(object, object.getAsJsonObject("accessory"), found);
      }
    }
    return found;
  }

  /** The button with a label. */
  public Button button(String label) {
    return buttons().stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button " + label + " in: " + this));
  }

  public Set<String> reactions() {
    return Set.copyOf(reactions.keySet());
  }

  public List<Snippet> files() {
    return List.copyOf(files);
  }

  /** How often it was edited. */
  public int edits() {
    return edits;
  }

  private static void add(JsonObject block, JsonObject element, List<Button> into) {
    var type = element.get("type").getAsString();
    var id = element.get("action_id").getAsString();
    var blockId = block.has("block_id") ? block.get("block_id").getAsString() : "b";
    if (type.equals("button")) {
      var style = element.has("style") ? element.get("style").getAsString() : "";
      var value = element.has("value") ? element.get("value").getAsString() : "";
      into.add(new Button(type, id, blockId, plain(element.get("text")), value, style));
    }
    if (type.equals("static_select")) {
      for (var option : element.getAsJsonArray("options")) {
        var chosen = option.getAsJsonObject();
        into.add(
            new Button(
                type,
                id,
                blockId,
                plain(chosen.get("text")),
                chosen.get("value").getAsString(),
                ""));
      }
    }
  }

  private static String plain(JsonElement text) {
    return text.getAsJsonObject().get("text").getAsString();
  }

  private static void collect(JsonElement element, List<String> into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, into));
    } else if (element.isJsonObject()) {
      var object = element.getAsJsonObject();
      var type =
          object.has("type") && object.get("type").isJsonPrimitive()
              ? object.get("type").getAsString()
              : "";
      if (type.equals("actions")) {
        return;
      }
      if ((type.equals("mrkdwn") || type.equals("plain_text") || type.equals("text"))
          && object.has("text")
          && object.get("text").isJsonPrimitive()) {
        into.add(object.get("text").getAsString());
      }
      object.entrySet().forEach(entry -> collect(entry.getValue(), into));
    }
  }

  JsonObject json() {
    var json = new JsonObject();
    json.addProperty("type", "message");
    json.addProperty("user", user);
    json.addProperty("text", text);
    json.addProperty("ts", ts);
    if (threadTs != null) {
      json.addProperty("thread_ts", threadTs);
    }
    if (byBot) {
      json.addProperty("bot_id", Workspace.BOT_ID);
      json.addProperty("app_id", Workspace.APP);
    }
    if (!blocks.isEmpty()) {
      json.add("blocks", blocks.deepCopy());
    }
    if (metadata != null) {
      json.add("metadata", metadata.deepCopy());
    }
    return json;
  }

  /** How many blocks it has. */
  public long blockCount() {
    return StreamSupport.stream(blocks.spliterator(), false).count();
  }

  @Override
  public String toString() {
    return (byBot ? "parley" : user)
        + (onlyFor == null ? "" : " (only to " + onlyFor + ")")
        + ": "
        + shown()
        + (buttons().isEmpty() ? "" : " " + buttons().stream().map(Button::label).toList())
        + (reactions.isEmpty() ? "" : " " + reactions.keySet());
  }
}
