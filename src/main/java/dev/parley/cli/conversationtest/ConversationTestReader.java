package dev.parley.cli.conversationtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of conversation tests: JSON where the name ends in {@code .json}, transcripts where
 * it ends in {@code .md} or {@code .txt}, else YAML.
 */
public final class ConversationTestReader {
  private static final List<String> TEST_KEYS = List.of("name", "tags", "user", "turns");
  private static final List<String> TURN_KEYS =
      List.of("user", "by", "deliver", "late", "clock", "crash", "expect");

  private final String file;
  private final ExpectReader expect;
  private final FaultsReader faults;

  private ConversationTestReader(String file) {
    this.file = file;
    this.expect = new ExpectReader(file);
    this.faults = new FaultsReader(expect);
  }

  /**
   * The conversations of a file, in their order.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidTestException at the first thing that is wrong in it
   */
  public static List<ConversationTest> read(Path file) throws IOException, InvalidTestException {
    return parse(file.toString(), Files.readString(file));
  }

  static List<ConversationTest> parse(String file, String content) throws InvalidTestException {
    var name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".md")) {
      return TranscriptReader.markdown(file, content);
    }
    if (name.endsWith(".txt")) {
      return TranscriptReader.text(file, content);
    }
    var data = name.endsWith(".json") ? JsonData.read(file, content) : YamlData.read(file, content);
    return new ConversationTestReader(file).tests(data);
  }

  private List<ConversationTest> tests(@Nullable Data data) throws InvalidTestException {
    var tests = new ArrayList<ConversationTest>();
    if (data == null || data.isNull()) {
      return tests;
    }
    for (Data item :
        items(data, "The file is no list.", "Write one item a conversation: - name: …")) {
      tests.add(test(item));
    }
    return tests;
  }

  private ConversationTest test(Data data) throws InvalidTestException {
    var entries = known(data, "a conversation", TEST_KEYS);
    var name = expect.text(required(entries, "name", data), "name");
    var user = expect.text(required(entries, "user", data), "user");
    var turns = new ArrayList<ConversationTest.Turn>();
    var list = required(entries, "turns", data);
    for (Data turn :
        items(list, "The value of turns is no list.", "Write one item a turn: - user: …")) {
      turns.add(turn(turn, user));
    }
    return new ConversationTest(file, data.line(), name, tags(entries.get("tags")), user, turns);
  }

  private ConversationTest.Turn turn(Data data, String user) throws InvalidTestException {
    var entries = known(data, "a turn", TURN_KEYS);
    var text = expect.text(required(entries, "user", data), "user");
    var by = entries.get("by");
    return new ConversationTest.Turn(
        data.line(),
        text,
        by == null || by.isNull() ? user : expect.text(by, "by"),
        faults.read(entries),
        expect.read(entries.get("expect")));
  }

  private List<String> tags(@Nullable Data data) throws InvalidTestException {
    var tags = new ArrayList<String>();
    if (data instanceof Data.Items items) {
      for (Data item : items.items()) {
        tags.add(expect.text(item, "tags"));
      }
    } else if (data != null && !data.isNull()) {
      tags.add(expect.text(data, "tags"));
    }
    return tags;
  }

  private Map<String, Data> known(Data data, String what, List<String> keys)
      throws InvalidTestException {
    var entries = expect.entries(data, what);
    for (var entry : entries.entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw expect.unknown(entry.getKey(), keys, entry.getValue().line());
      }
    }
    return entries;
  }

  private Data required(Map<String, Data> entries, String key, Data where)
      throws InvalidTestException {
    var value = entries.get(key);
    if (value == null || value.isNull()) {
      throw expect.invalid(where, "The key " + key + " is missing here.", "Add " + key + ":.");
    }
    return value;
  }

  private List<Data> items(Data data, String what, String todo) throws InvalidTestException {
    if (data instanceof Data.Items items) {
      return items.items();
    }
    throw expect.invalid(data, what, todo);
  }
}
