package dev.parley.web.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.web.Ids;
import dev.parley.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What a page says to the server. */
sealed interface Incoming {
  /**
   * It shows a thread from now on.
   *
   * @param after the number of what it has already; null for the latest page
   */
  record Open(String thread, @Nullable Long after) implements Incoming {}

  /** It wants to show what was said before a number too. */
  record Earlier(String thread, long before) implements Incoming {}

  /**
   * Its person says something.
   *
   * @param id of the page's making; the same again gives the first answer and does nothing
   */
  record Say(String thread, String id, String text) implements Incoming {}

  /** Reads one frame. */
  static Incoming read(String frame, ObjectMapper json) {
    var body = parse(frame, json);
    return switch (text(body, "type")) {
      case "open" ->
          new Open(text(body, "thread"), body.has("after") ? number(body, "after") : null);
      case "earlier" -> new Earlier(text(body, "thread"), number(body, "before"));
      case "say" ->
          new Say(
              text(body, "thread"),
              Ids.check("message", text(body, "id")),
              said(text(body, "text")));
      default -> throw Refusal.badRequest("`type` must be open, earlier or say.");
    };
  }

  private static JsonNode parse(String frame, ObjectMapper json) {
    try {
      return json.readTree(frame);
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest("A frame must be a JSON object.");
    }
  }

  private static String text(JsonNode body, String key) {
    var value = body.get(key);
    if (value == null || !value.isTextual()) {
      throw Refusal.badRequest("`" + key + "` must be a string.");
    }
    return value.textValue();
  }

  private static String said(String text) {
    if (text.isBlank()) {
      throw Refusal.badRequest("`text` is empty. Put what you want to say into it.");
    }
    return text;
  }

  private static long number(JsonNode body, String key) {
    var value = body.get(key);
    if (value == null
        || !value.canConvertToExactIntegral()
        || !value.canConvertToLong()
        || value.longValue() < 0) {
      throw Refusal.badRequest("`" + key + "` must be the number of a message.");
    }
    return value.longValue();
  }
}
