package dev.parley.channel.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Slack refuses in blocks. */
final class BlockLimits {
  private static final int BLOCKS = 50;
  private static final int ALL = 13_200;
  private static final Map<String, Integer> TEXTS =
      Map.of("section", 3_000, "header", 150, "context", 3_000);

  private BlockLimits() {}

  /** Slack's error for these blocks, or null. */
  static @Nullable String problem(JsonArray blocks) {
    if (blocks.size() > BLOCKS) {
      return "invalid_blocks: too many blocks";
    }
    if (characters(blocks) > ALL) {
      return "msg_blocks_too_long";
    }
    var ids = new HashSet<String>();
    for (var element : blocks) {
      var block = element.getAsJsonObject();
      var problem = block(block, ids);
      if (problem != null) {
        return "invalid_blocks: " + problem + " in " + block;
      }
    }
    return null;
  }

  private static @Nullable String block(JsonObject block, Set<String> ids) {
    var type = block.get("type").getAsString();
    if (block.has("block_id") && !ids.add(block.get("block_id").getAsString())) {
      return "block_id twice";
    }
    return switch (type) {
      case "section" -> section(block);
      case "header" -> text(block.get("text"), 150, "plain_text");
      case "context" -> context(block);
      case "actions" -> actions(block);
      case "divider" -> null;
      case "rich_text" -> null;
      default -> "unknown type " + type;
    };
  }

  private static @Nullable String section(JsonObject block) {
    if (!block.has("text") && !block.has("fields")) {
      return "neither text nor fields";
    }
    if (block.has("fields") && block.getAsJsonArray("fields").size() > 10) {
      return "too many fields";
    }
    if (block.has("accessory")) {
      var problem = element(block.getAsJsonObject("accessory"), new HashSet<>());
      if (problem != null) {
        return problem;
      }
    }
    return block.has("text") ? text(block.get("text"), TEXTS.get("section"), null) : null;
  }

  private static @Nullable String context(JsonObject block) {
    var elements = block.getAsJsonArray("elements");
    if (elements.isEmpty() || elements.size() > 10) {
      return "a context of " + elements.size();
    }
    for (var element : elements) {
      var problem = text(element, TEXTS.get("context"), null);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String actions(JsonObject block) {
    var elements = block.getAsJsonArray("elements");
    if (elements.isEmpty() || elements.size() > 25) {
      return "actions of " + elements.size();
    }
    var ids = new HashSet<String>();
    for (var element : elements) {
      var problem = element(element.getAsJsonObject(), ids);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String element(JsonObject element, Set<String> ids) {
    var id = element.get("action_id").getAsString();
    if (id.length() > 255 || !ids.add(id)) {
      return "action_id " + id;
    }
    if (element.get("type").getAsString().equals("button")) {
      if (element.has("value") && element.get("value").getAsString().length() > 2_000) {
        return "value too long";
      }
      if (element.has("style") && !Set.of("primary", "danger").contains(style(element))) {
        return "style " + style(element);
      }
      return text(element.get("text"), 75, "plain_text");
    }
    var options = element.getAsJsonArray("options");
    if (options.isEmpty() || options.size() > 100) {
      return "options " + options.size();
    }
    for (var option : options) {
      var object = option.getAsJsonObject();
      var problem = text(object.get("text"), 75, null);
      if (problem != null || object.get("value").getAsString().length() > 150) {
        return "option " + object;
      }
    }
    return null;
  }

  private static String style(JsonObject element) {
    return element.get("style").getAsString();
  }

  private static @Nullable String text(JsonElement element, int most, @Nullable String type) {
    var text = element.getAsJsonObject();
    int length = text.get("text").getAsString().length();
    if (length == 0 || length > most) {
      return "text of " + length;
    }
    return type != null && !text.get("type").getAsString().equals(type)
        ? "text must be " + type
        : null;
  }

  private static int characters(JsonElement element) {
    if (element.isJsonArray()) {
      int sum = 0;
      for (var each : element.getAsJsonArray()) {
        sum += characters(each);
      }
      return sum;
    }
    if (element.isJsonObject()) {
      int sum = 0;
      for (var entry : element.getAsJsonObject().entrySet()) {
        sum += characters(entry.getValue());
      }
      return sum;
    }
    return element.isJsonPrimitive() ? element.getAsString().length() : 0;
  }
}
