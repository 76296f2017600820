package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a client says.
 *
 * @param as for whom it speaks: a name in {@code permissions.yml} or {@code platform:id}; null for
 *     itself
 * @param messageId the same id again gives the first answer and does nothing; null for a new one
 */
public record MessageRequest(String text, @Nullable String as, @Nullable String messageId) {
  private static final Set<String> KEYS = Set.of("text", "as", "messageId");

  /** Reads a request's body; a misspelt key would lose the protection against doing it twice. */
  static MessageRequest of(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw Refusal.badRequest("The body must be a JSON object with a `text`.");
    }
    body.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw Refusal.badRequest(
                    "There is no key `" + key + "`. The keys are " + new TreeSet<>(KEYS) + ".");
              }
            });
    var text = string(body, "text");
    if (text == null || text.isBlank()) {
      throw Refusal.badRequest("`text` is missing. Put what you want to say into it.");
    }
    var messageId = string(body, "messageId");
    return new MessageRequest(
        text, string(body, "as"), messageId == null ? null : Ids.check("message", messageId));
  }

  private static @Nullable String string(JsonNode body, String key) {
    var value = body.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Refusal.badRequest("`" + key + "` must be a string.");
    }
    return value.textValue();
  }
}
