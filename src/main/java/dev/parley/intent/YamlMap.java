package dev.parley.intent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Keys and values of a YAML file, in the order in which they are written. */
public final class YamlMap {
  private final YamlNode whole;
  private final Map<String, YamlNode> keys = new LinkedHashMap<>();
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  private YamlMap(YamlNode whole) {
    this.whole = whole;
  }

  static YamlMap empty(YamlNode whole) {
    return new YamlMap(whole);
  }

  static YamlMap of(YamlNode whole, MappingNode mapping, String file, List<Problem> problems) {
    var map = new YamlMap(whole);
    for (var pair : mapping.getValue()) {
      var key = new YamlNode(pair.getKeyNode(), file, problems);
      if (!(pair.getKeyNode() instanceof ScalarNode scalar)) {
        key.problem("A key must be a text.", "Write one text here.");
      } else if (map.keys.putIfAbsent(scalar.getValue(), key) != null) {
        key.problem("The key " + scalar.getValue() + " is written twice.", "Keep one of the two.");
      } else {
        map.values.put(scalar.getValue(), new YamlNode(pair.getValueNode(), file, problems));
      }
    }
    return map;
  }

  /** Reports every key that is none of these. */
  public YamlMap only(String... known) {
    var names = List.of(known);
    keys.forEach(
        (name, key) -> {
          if (!names.contains(name)) {
            key.problem(
                "There is no key " + name + " here.",
                NearNames.didYouMean(name, names, "Known are " + String.join(", ", names) + "."));
          }
        });
    return this;
  }

  /** The value of a key, empty when nothing is written there. */
  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.empty());
  }

  /** The value of a key; a missing one is a problem. */
  public Optional<YamlNode> require(String key, String todo) {
    var value = get(key);
    if (value.isEmpty()) {
      whole.problem("The key " + key + " is missing.", todo);
    }
    return value;
  }

  public Optional<String> text(String key) {
    return get(key).flatMap(value -> value.text(key));
  }

  public boolean flag(String key, boolean otherwise) {
    return get(key).flatMap(value -> value.flag(key)).orElse(otherwise);
  }

  /** The texts of a list, none when the key is missing. */
  public List<String> texts(String key) {
    return get(key).map(value -> value.texts(key)).orElse(List.of());
  }

  public boolean has(String key) {
    return get(key).isPresent();
  }

  /** Every key (for its line) with its value, which may be {@link YamlNode#empty}. */
  public void forEach(BiConsumer<String, YamlNode> each) {
    values.forEach(each);
  }

  /** The key itself, for problems that are about it. */
  public YamlNode key(String name) {
    return keys.getOrDefault(name, whole);
  }
}
