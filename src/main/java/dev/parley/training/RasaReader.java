package dev.parley.training;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads Rasa NLU YAML, version 3: intents with annotated examples, synonyms, regular expressions
 * and lookup tables. The last two teach nothing: types of slots and the inventory play their part.
 */
final class RasaReader {
  private static final Set<String> KINDS = Set.of("intent", "synonym", "regex", "lookup");
  private static final Set<String> OTHER_SECTIONS = Set.of("stories", "rules", "responses");
  private static final int LARGEST_FILE = 200 * 1024 * 1024;

  private final String file;
  private final TrainingReading reading;

  RasaReader(String file, TrainingReading reading) {
    this.file = file;
    this.reading = reading;
  }

  void read(String yaml) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_FILE);
    try {
      Node root = new Yaml(options).compose(new StringReader(yaml));
      if (root != null) {
        document(root);
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      reading.problem(file, line, "This is no YAML: " + e.getProblem() + ".", "Correct it.");
    } catch (ReaderException e) {
      reading.problem(file, 0, "The file holds a control character.", "Remove it.");
    }
  }

  private void document(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      problem(root, "The file is no mapping.", "Begin it with version: \"3.1\" and nlu:.");
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = scalar(entry.getKeyNode());
      if (key.equals("nlu")) {
        section(entry.getValueNode());
      } else if (key.equals("version")) {
        version(entry.getValueNode());
      } else if (!OTHER_SECTIONS.contains(key)) {
        problem(entry.getKeyNode(), "Unknown key " + key + ".", "Known are version and nlu.");
      }
    }
  }

  private void version(Node value) {
    if (!scalar(value).startsWith("3.")) {
      problem(value, "Version " + scalar(value) + " is not read.", "Write version: \"3.1\".");
    }
  }

  private void section(Node nlu) {
    if (!(nlu instanceof SequenceNode items)) {
      problem(nlu, "The value of nlu is no list.", "Write one item an intent: - intent: NAME.");
      return;
    }
    items.getValue().forEach(this::item);
  }

  private void item(Node item) {
    if (!(item instanceof MappingNode mapping)) {
      problem(item, "This item is no mapping.", "Write - intent: NAME and examples: |.");
      return;
    }
    String kind = "";
    String name = "";
    Node examples = null;
    for (NodeTuple entry : mapping.getValue()) {
      String key = scalar(entry.getKeyNode());
      if (KINDS.contains(key) && !kind.isEmpty()) {
        problem(
            entry.getKeyNode(),
            "This item is " + kind + " and " + key + " at once.",
            "Write an item for each of them.");
      } else if (KINDS.contains(key)) {
        kind = key;
        name = scalar(entry.getValueNode()).strip();
      } else if (key.equals("examples")) {
        if (examples != null) {
          problem(entry.getKeyNode(), "This item has examples twice.", "Join them.");
        }
        examples = entry.getValueNode();
      } else if (!key.equals("metadata")) {
        problem(
            entry.getKeyNode(),
            "Unknown key " + key + ".",
            "Known are intent, synonym, regex, lookup, examples and metadata.");
      }
    }
    if (name.isEmpty()) {
      problem(item, "This item names no intent.", "Write - intent: NAME.");
    } else if (examples == null) {
      problem(item, "The " + kind + " " + name + " has no examples.", "Add examples: |.");
    } else {
      examples(kind, name, examples);
    }
  }

  private void examples(String kind, String name, Node examples) {
    if (examples instanceof SequenceNode list) {
      list.getValue().forEach(element -> element(kind, name, element));
    } else if (examples instanceof ScalarNode folded
        && folded.getScalarStyle() == ScalarStyle.FOLDED) {
      problem(examples, "With > all examples become one line.", "Write examples: | instead.");
    } else if (examples instanceof ScalarNode block) {
      lines(kind, name, block);
    } else {
      problem(examples, "The examples are no text.", "Write examples: | and lines with - .");
    }
  }

  /** One example with metadata: {@code - text: …}. */
  private void element(String kind, String name, Node element) {
    if (element instanceof ScalarNode text) {
      example(kind, name, text.getValue(), line(text));
      return;
    }
    if (element instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (scalar(entry.getKeyNode()).equals("text")) {
          element(kind, name, mapping, entry.getValueNode());
          return;
        }
      }
    }
    problem(element, "This example has no text.", "Write - text: and the example.");
  }

  private void element(String kind, String name, MappingNode element, Node text) {
    for (NodeTuple entry : element.getValue()) {
      String key = scalar(entry.getKeyNode());
      if (!key.equals("text") && !key.equals("metadata")) {
        problem(
            entry.getKeyNode(), "Unknown key " + key + ".", "An example has text and metadata.");
      }
    }
    example(kind, name, scalar(text), line(text));
  }

  private void lines(String kind, String name, ScalarNode block) {
    boolean literal = block.getScalarStyle() == ScalarStyle.LITERAL;
    List<String> lines = block.getValue().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int line = literal ? line(block) + 1 + i : line(block);
      String text = lines.get(i).strip();
      if (text.startsWith("- ")) {
        example(kind, name, text.substring(2), line);
      } else if (!text.isEmpty() && !text.equals("-") && !text.startsWith("#")) {
        reading.problem(
            file, line, "This line is no example.", "Begin it with a hyphen and a space.");
      }
    }
  }

  private void example(String kind, String name, String source, int line) {
    String written = source.strip();
    if (written.startsWith("- ")) {
      written = written.substring(2).strip();
    }
    if (written.isEmpty()) {
      reading.problem(file, line, "This example is empty.", "Fill it in or remove it.");
    } else if (kind.equals("intent")) {
      AnnotatedText parsed = AnnotatedText.parse(written);
      if (parsed.problem() != null) {
        reading.problem(file, line, parsed.problem(), "Write [text](slot) or [text](slot:value).");
      }
      reading.example(new Example(parsed.text(), name, parsed.annotations(), file, line));
    } else {
      var listed = Listed.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
      reading.listed(new Listed(listed, name, written, file, line));
    }
  }

  private void problem(Node where, String what, String todo) {
    reading.problem(file, line(where), what, todo);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
