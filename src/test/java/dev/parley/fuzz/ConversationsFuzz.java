package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.bounded;

import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.RehearsalStage;
import dev.parley.wiring.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whatever anybody says, on the demo's fleet with actions that are only recorded: everybody is
 * answered, and nothing runs that was not shown to, and confirmed by, somebody who may.
 *
 * <p>An input is a conversation, a line each: {@code jason> …}, {@code maria> …} or {@code eve> …},
 * who may only look; {@code =} before it has it delivered twice, {@code \n} breaks its line, and
 * {@code +} lets a quarter of an hour pass.
 */
public final class ConversationsFuzz {
  private static final int TURNS = 8;
  private static @Nullable Assembly assembly;

  private ConversationsFuzz() {}

  /** The shipped assistant; it learns where nobody has before. */
  static Assembly open() {
    var settings = Settings.of(Path.of("target/test-data").toAbsolutePath(), true);
    return Assembly.open(Home.demo(Path.of("")), settings);
  }

  public static void fuzzerInitialize() {
    assembly = open();
    Fuzzed.warmUp(
        ConversationsFuzz::fuzzerTestOneInput,
        "jason> restart apache on web-01 in 5 minutes\njason> yes\n+\neve> help");
  }

  public static void fuzzerTestOneInput(byte[] input) {
    var talk = new WatchedTalk(new RehearsalStage(assembly));
    Fuzzed.text(input)
        .lines()
        .limit(TURNS)
        .forEach(
            line -> {
              if (line.equals("+")) {
                talk.wait15Minutes();
              } else {
                said(talk, line);
              }
            });
  }

  private static void said(WatchedTalk talk, String line) {
    boolean twice = line.startsWith("=");
    var rest = twice ? line.substring(1) : line;
    int name = rest.indexOf("> ");
    var who = name < 0 ? "jason" : rest.substring(0, name);
    boolean named = who.matches("jason|maria|eve");
    var text = (named && name >= 0 ? rest.substring(name + 2) : rest).replace("\\n", "\n");
    if (!text.isBlank()) {
      bounded(
          () -> {
            talk.say(named ? who : "jason", text, twice);
            return null;
          });
    }
  }
}
