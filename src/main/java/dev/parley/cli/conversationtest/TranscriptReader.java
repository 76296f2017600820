package dev.parley.cli.conversationtest;

import dev.parley.cli.conversationtest.ConversationTest.Turn;
import dev.parley.cli.conversationtest.Expect.Check;
import dev.parley.cli.conversationtest.Expect.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads conversations as they look in a chat: {@code NAME> …} is what somebody says, {@code bot> …}
 * a reply to it; a line without a speaker goes on with what stands above. In Markdown they are the
 * code blocks marked {@code transcript}, called after the heading above; in plain text an empty
 * line ends one.
 */
final class TranscriptReader {
  private static final String ASSISTANT = "bot";
  private static final Pattern SPOKEN = Pattern.compile("([\\p{L}\\p{N}_.-]+)>(?: (.*))?");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+)");
  private static final Pattern FENCE = Pattern.compile("(`{3,})(\\w*)\\s*");
  private static final String MARK = "transcript";

  private final String file;
  private final List<ConversationTest> tests = new ArrayList<>();
  private final List<Spoken> said = new ArrayList<>();
  private String heading = "";

  private TranscriptReader(String file) {
    this.file = file;
  }

  /** One thing that somebody says, over as many lines as it takes. */
  private record Spoken(int line, String by, String text) {
    boolean reply() {
      return by.equals(ASSISTANT);
    }

    Spoken with(String more) {
      return new Spoken(line, by, (text + "\n" + more).strip());
    }
  }

  static List<ConversationTest> markdown(String file, String content) throws InvalidTestException {
    var reader = new TranscriptReader(file);
    var fence = "";
    boolean transcript = false;
    int begun = 0;
    int number = 0;
    for (var line : content.lines().toList()) {
      number++;
      var opening = FENCE.matcher(line);
      if (fence.isEmpty() && opening.matches()) {
        fence = opening.group(1);
        transcript = opening.group(2).equals(MARK);
        begun = number;
      } else if (fence.isEmpty()) {
        reader.heading(line);
      } else if (line.strip().equals(fence)) {
        fence = "";
        if (transcript) {
          reader.end(begun);
        }
      } else if (transcript) {
        reader.line(number, line);
      }
    }
    if (transcript && !fence.isEmpty()) {
      throw reader.invalid(begun, "This transcript does not end.", "Close it with " + fence + ".");
    }
    return reader.all("Put each between ```" + MARK + " and ```.");
  }

  static List<ConversationTest> text(String file, String content) throws InvalidTestException {
    var reader = new TranscriptReader(file);
    int number = 0;
    for (var line : content.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        reader.line(number, line);
      } else if (!reader.said.isEmpty()) {
        reader.end(number);
      }
    }
    if (!reader.said.isEmpty()) {
      reader.end(number);
    }
    return reader.all("Write lines such as jason> restart apache.");
  }

  private List<ConversationTest> all(String todo) throws InvalidTestException {
    if (tests.isEmpty()) {
      throw invalid(1, "There is no transcript here.", todo);
    }
    return tests;
  }

  private void heading(String line) {
    var title = HEADING.matcher(line);
    if (title.matches()) {
      heading = title.group(1).strip();
    }
  }

  private void line(int number, String line) throws InvalidTestException {
    var spoken = SPOKEN.matcher(line.strip());
    if (spoken.matches()) {
      said.add(new Spoken(number, spoken.group(1), words(spoken)));
    } else if (said.isEmpty() && !line.isBlank()) {
      throw invalid(number, "Nobody says this.", "Begin it with a name: jason> …");
    } else if (!said.isEmpty()) {
      said.add(said.remove(said.size() - 1).with(line.strip()));
    }
  }

  private static String words(Matcher spoken) {
    @Nullable String words = spoken.group(2);
    return words == null ? "" : words.strip();
  }

  /** Makes a conversation of what was said. */
  private void end(int where) throws InvalidTestException {
    if (said.isEmpty()) {
      throw invalid(
          where, "This transcript is empty.", "Write lines such as jason> restart apache.");
    }
    var first = said.get(0);
    if (first.reply()) {
      throw invalid(
          first.line(), "Nobody has said anything yet.", "Begin with what somebody says.");
    }
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < said.size(); i++) {
      var spoken = said.get(i);
      if (spoken.text().isEmpty()) {
        throw invalid(spoken.line(), spoken.by() + " says nothing here.", "Write what is said.");
      }
      if (!spoken.reply()) {
        turns.add(new Turn(spoken.line(), spoken.text(), spoken.by(), replies(i + 1)));
      }
    }
    var name = heading.isEmpty() ? first.text() : heading;
    tests.add(new ConversationTest(file, first.line(), name, List.of(), first.by(), turns));
    said.clear();
  }

  private Expect replies(int from) {
    var replies =
        said.subList(from, said.size()).stream()
            .takeWhile(Spoken::reply)
            .map(Spoken::text)
            .toList();
    return new Expect(Map.of(Key.REPLIES, new Check.Replies(replies)));
  }

  private InvalidTestException invalid(int line, String what, String todo) {
    return new InvalidTestException(file, line, what, todo);
  }
}
