package dev.parley.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind the marked words of an example: which entity they are, and of what value. */
record EntityMark(
    String entity, @Nullable String role, @Nullable String group, @Nullable String value) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEYS = Set.of("entity", "role", "group", "value");

  /** Where the object or the list that a text begins with ends; 0 when it does not. */
  static int length(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        quoted = c != '"';
        i += c == '\\' ? 1 : 0;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  /**
   * Reads {@code (entity)}, {@code (entity:value)}, an object, or a list of objects.
   *
   * @throws IllegalArgumentException with the end of a sentence about the mark
   */
  static List<EntityMark> read(String about) {
    if (about.startsWith("(")) {
      String[] parts = about.substring(1, about.length() - 1).split(":", 2);
      String value = parts.length == 2 ? parts[1].strip() : null;
      return List.of(named(parts[0].strip(), null, null, value));
    }
    JsonNode json;
    try {
      json = JSON.readTree(about);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON.", e);
    }
    var marks = new ArrayList<EntityMark>();
    if (json.isObject()) {
      marks.add(of(json));
    } else {
      json.forEach(each -> marks.add(of(each)));
    }
    return marks;
  }

  private static EntityMark of(JsonNode json) {
    json.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                    "has the key " + key + "; known are entity, role, group and value.");
              }
            });
    return named(
        json.path("entity").asText(""),
        text(json, "role"),
        text(json, "group"),
        text(json, "value"));
  }

  private static @Nullable String text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static EntityMark named(
      String entity, @Nullable String role, @Nullable String group, @Nullable String value) {
    if (entity.isBlank()) {
      throw new IllegalArgumentException("names no entity.");
    }
    return new EntityMark(entity, role, group, value);
  }

  Annotation on(int start, String words) {
    return new Annotation(
        start,
        start + words.length(),
        role == null || role.isBlank() ? entity : role,
        value == null ? words : value,
        entity,
        group);
  }
}
