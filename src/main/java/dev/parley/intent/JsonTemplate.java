package dev.parley.intent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value with slots in it. A value takes one place in the tree and never becomes syntax. */
public sealed interface JsonTemplate {

  /** An object; a field whose text is in brackets disappears when its slot has no value. */
  record Fields(Map<String, JsonTemplate> fields) implements JsonTemplate {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A list; {@code {x...}} is one entry a value. */
  record Items(List<JsonTemplate> items) implements JsonTemplate {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A text with slots; one that is nothing but a slot of a number type is a number. */
  record Text(String template) implements JsonTemplate {}

  /** A number, or true or false, as written. */
  record Literal(Object value) implements JsonTemplate {}
}
