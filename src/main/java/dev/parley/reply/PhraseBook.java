package dev.parley.reply;

import dev.parley.intent.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * Every sentence of the assistant that no intent file brings, by key: {@code phrases.properties}.
 */
final class PhraseBook {
  private static final Properties PHRASES = load();

  private static Properties load() {
    var phrases = new Properties();
    try (var stream =
        Objects.requireNonNull(PhraseBook.class.getResourceAsStream("phrases.properties"))) {
      phrases.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The phrase with its variables replaced, literally. */
  String say(String key, Map<String, String> values) {
    var phrase = PHRASES.getProperty(key);
    if (phrase == null) {
      throw new IllegalArgumentException("phrases.properties has no " + key + ".");
    }
    return new Template(phrase).render(variable -> values.getOrDefault(variable.slot(), ""));
  }

  Set<String> keys() {
    return PHRASES.stringPropertyNames();
  }
}
