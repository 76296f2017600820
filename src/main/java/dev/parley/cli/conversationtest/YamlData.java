package dev.parley.cli.conversationtest;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML as {@link Data}; scalars keep what was typed, so that {@code user: yes} is a yes. */
final class YamlData {
  private static final int LARGEST_FILE = 64 * 1024 * 1024;
  private static final int DEEPEST = 50;

  private final String file;

  private YamlData(String file) {
    this.file = file;
  }

  /** The file's document, or null when it holds none. */
  static @Nullable Data read(String file, String content) throws InvalidTestException {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_FILE);
    options.setNestingDepthLimit(DEEPEST);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(content));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new InvalidTestException(
          file, line, "This is no YAML: " + e.getProblem() + ".", "Correct it.");
    } catch (YAMLException e) {
      throw new InvalidTestException(file, 0, "This is no YAML.", "Look for control characters.");
    }
    return root == null ? null : new YamlData(file).data(root, 0);
  }

  private Data data(Node node, int depth) throws InvalidTestException {
    if (depth > DEEPEST) {
      throw new InvalidTestException(
          file, line(node), "This is nested too deeply.", "Simplify it.");
    }
    if (node instanceof MappingNode mapping) {
      return entries(mapping, depth);
    }
    if (node instanceof SequenceNode sequence) {
      var items = new ArrayList<Data>();
      for (Node item : sequence.getValue()) {
        items.add(data(item, depth + 1));
      }
      return new Data.Items(line(node), items);
    }
    var scalar = (ScalarNode) node;
    return new Data.Scalar(line(node), scalar.getValue(), kind(scalar.getTag()));
  }

  private Data entries(MappingNode mapping, int depth) throws InvalidTestException {
    var entries = new LinkedHashMap<String, Data>();
    for (var entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new InvalidTestException(
            file, line(entry.getKeyNode()), "This key is no word.", "Use one of the known keys.");
      }
      if (entries.put(key.getValue(), data(entry.getValueNode(), depth + 1)) != null) {
        throw new InvalidTestException(
            file, line(key), "The key " + key.getValue() + " stands twice.", "Remove one.");
      }
    }
    return new Data.Entries(line(mapping), entries);
  }

  private static Data.Scalar.Kind kind(Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return Data.Scalar.Kind.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Data.Scalar.Kind.BOOLEAN;
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
        ? Data.Scalar.Kind.NUMBER
        : Data.Scalar.Kind.STRING;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
