package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.action.ShellWords;
import dev.parley.command.Command;
import dev.parley.command.CommandParser;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.SmallEstate;
import java.nio.file.Path;
import java.util.List;

/** Exact commands and the values in them: read back what was written, never an option. */
final class CommandsFuzz {
  private static final IntentCatalog CATALOG = IntentReader.read(Path.of("intents")).catalog();
  private static final CommandParser PARSER =
      new CommandParser(CATALOG, new EntityResolver(SmallEstate.inventory()));

  private CommandsFuzz() {}

  static void read(byte[] input) {
    var text = Fuzzed.text(input);
    text.lines().limit(20).forEach(CommandsFuzz::command);
    command(text);
    for (var type : SlotType.values()) {
      value(type, text);
    }
    quoted(text);
  }

  private static void command(String text) {
    var read = bounded(() -> PARSER.parse(text));
    if (read.orElse(null) instanceof Command.Malformed malformed) {
      holds(!malformed.problem().isBlank(), "Nothing is said about %s", text);
    }
    if (read.orElse(null) instanceof Command.Understood understood) {
      values(understood.request());
      readBack(understood.request());
    }
  }

  private static void values(ActionRequest request) {
    var intent = CATALOG.get(request.intent());
    request
        .slots()
        .forEach(
            (name, values) -> {
              var type = intent.slot(name).orElseThrow().type();
              for (var value : values) {
                Fuzzed.oneLine(value.canonical());
                holds(
                    type == SlotType.TEXT || !value.canonical().startsWith("-"),
                    "%s=%s may be an option.",
                    name,
                    value);
              }
            });
  }

  private static void readBack(ActionRequest request) {
    var again = PARSER.parse(request.exactForm()).orElse(null);
    holds(
        again instanceof Command.Understood same && same.request().sameAs(request),
        "%s is read back as %s",
        request.exactForm(),
        again);
  }

  private static void value(SlotType type, String text) {
    bounded(() -> SlotForms.canonical(type, text))
        .ifPresent(
            value -> {
              Fuzzed.oneLine(value);
              holds(type == SlotType.TEXT || !value.startsWith("-"), "%s %s", type, value);
              holds(
                  type == SlotType.TEXT
                      || SlotForms.canonical(type, value).equals(java.util.Optional.of(value)),
                  "The %s %s has another form of its own.",
                  type,
                  value);
            });
  }

  /** What a POSIX shell makes of it is one word, the same. */
  private static void quoted(String text) {
    if (text.indexOf('\0') < 0) {
      var line = ShellWords.line(List.of("echo", text));
      holds(PosixWords.of(line).equals(List.of("echo", text)), "%s", line);
    }
  }
}
