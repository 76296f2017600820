package dev.parley.intent;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows where it stands. Reading it as something never throws: a wrong
 * type is added to the problems, with its line. Nothing in a file makes objects, whatever its tags
 * say.
 */
public final class YamlNode {
  private static final int LONGEST_FILE = 2_000_000;

  private final Node node;
  private final String file;
  private final List<Problem> problems;

  YamlNode(Node node, String file, List<Problem> problems) {
    this.node = node;
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param shownAs how problems name the file
   * @return empty when it cannot be read or holds nothing, which is a problem too
   */
  public static Optional<YamlNode> read(Path file, String shownAs, List<Problem> problems) {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        problems.add(new Problem(shownAs, 0, "The file is too large.", "Split it."));
        return Optional.empty();
      }
      return parse(Files.readString(file), shownAs, problems);
    } catch (CharacterCodingException e) {
      problems.add(new Problem(shownAs, 0, "The file is not UTF-8.", "Save it as UTF-8."));
    } catch (IOException e) {
      problems.add(
          new Problem(
              shownAs, 0, "The file cannot be read.", "Check that it exists and its mode."));
    }
    return Optional.empty();
  }

  /** Reads YAML from a string; see {@link #read}. */
  public static Optional<YamlNode> parse(String text, String shownAs, List<Problem> problems) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(LONGEST_FILE);
    try {
      var root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.add(new Problem(shownAs, 0, "The file is empty.", "Fill or remove it."));
        return Optional.empty();
      }
      return Optional.of(new YamlNode(root, shownAs, problems));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      int line = mark == null ? 0 : mark.getLine() + 1;
      problems.add(broken(shownAs, line, String.valueOf(e.getProblem())));
    } catch (YAMLException e) {
      problems.add(broken(shownAs, 0, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Problem broken(String file, int line, String why) {
    var reason = why.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    return new Problem(
        file, line, "This is no YAML: " + reason + ".", "Check the indentation and the quotes.");
  }

  /** The line where it begins, from 1. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** Where it stands, e.g. {@code permissions.yml:14}. */
  public String place() {
    return file + ":" + line();
  }

  /** Notes that something is wrong here. */
  public void problem(String what, String todo) {
    problems.add(new Problem(file, line(), what, todo));
  }

  /** Whether nothing is written after the key. */
  public boolean empty() {
    return Tag.NULL.equals(node.getTag());
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /**
   * A text or a number, as written.
   *
   * @param name what it is, for the problem when it is something else
   */
  public Optional<String> text(String name) {
    if (node instanceof ScalarNode scalar && !empty()) {
      return Optional.of(scalar.getValue());
    }
    problem(capital(name) + " must be a text.", "Write one text here.");
    return Optional.empty();
  }

  /** True or false. */
  public Optional<Boolean> flag(String name) {
    if (node instanceof ScalarNode scalar && Tag.BOOL.equals(node.getTag())) {
      return Optional.of(List.of("true", "yes", "on").contains(lower(scalar)));
    }
    problem(capital(name) + " must be true or false.", "Write true or false.");
    return Optional.empty();
  }

  /** A number or true or false that is written without quotes; empty for everything else. */
  public Optional<Object> literal() {
    if (!(node instanceof ScalarNode scalar)) {
      return Optional.empty();
    }
    if (Tag.BOOL.equals(node.getTag())) {
      return Optional.of(List.of("true", "yes", "on").contains(lower(scalar)));
    }
    boolean number = Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag());
    return number && scalar.getValue().matches("-?\\d{1,18}(\\.\\d{1,18})?")
        ? Optional.of(new BigDecimal(scalar.getValue()))
        : Optional.empty();
  }

  private static String lower(ScalarNode scalar) {
    return scalar.getValue().toLowerCase(java.util.Locale.ROOT);
  }

  /** The entries of a list; a single value is a list of one. */
  public List<YamlNode> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(item -> new YamlNode(item, file, problems)).toList();
    }
    return empty() ? List.of() : List.of(this);
  }

  /** The texts of a list; a single text is a list of one. */
  public List<String> texts(String name) {
    return items().stream().flatMap(item -> item.text("each of " + name).stream()).toList();
  }

  /** Its keys and values; without any when it is no map, which is a problem. */
  public YamlMap map(String name) {
    if (node instanceof MappingNode mapping) {
      return YamlMap.of(this, mapping, file, problems);
    }
    if (!empty()) {
      problem(capital(name) + " must be a map of keys and values.", "Write key: value lines.");
    }
    return YamlMap.empty(this);
  }

  private static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
