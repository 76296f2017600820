package dev.parley.channel.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** A chat at a terminal: history, completion, and results that appear above what is being typed. */
public final class TerminalChat {
  private final Partner partner;
  private final Path history;

  /**
   * @param history the file that keeps what was typed
   */
  public TerminalChat(Partner partner, Path history) {
    this.partner = partner;
    this.history = history;
  }

  /** Whether somebody sits at standard input. */
  public static boolean possible() {
    return new ExecTerminalProvider().isSystemStream(SystemStream.Input);
  }

  /** Returns when whoever types leaves. */
  public void run() throws IOException {
    // the provider that needs no native library of its own
    try (var terminal = TerminalBuilder.builder().system(true).provider("exec").build()) {
      var reader = reader(terminal);
      partner.onNews(() -> print(reader, terminal));
      chat(reader, terminal);
    }
  }

  private LineReader reader(Terminal terminal) {
    var words = new DefaultParser();
    words.setEscapeChars(new char[0]);
    words.setQuoteChars(new char[0]);
    words.setEofOnUnclosedQuote(false);
    return LineReaderBuilder.builder()
        .appName("parley")
        .terminal(terminal)
        .parser(words)
        .completer(new StringsCompleter(partner.vocabulary()))
        .history(new DiscreetHistory())
        .variable(LineReader.HISTORY_FILE, history)
        .variable(LineReader.HISTORY_SIZE, 2_000)
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
        .build();
  }

  private void chat(LineReader reader, Terminal terminal) {
    var prompt = partner.name() + "> ";
    while (true) {
      try {
        var line = reader.readLine(prompt);
        if (!line.isBlank()) {
          say(line, reader, terminal);
        }
      } catch (UserInterruptException e) {
        // Ctrl-C drops the line
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private void say(String line, LineReader reader, Terminal terminal) {
    try {
      partner.say(line);
      print(reader, terminal);
    } catch (Partner.UnreachableException e) {
      reader.printAbove(e.getMessage());
    }
  }

  private synchronized void print(LineReader reader, Terminal terminal) {
    for (var line : partner.news()) {
      reader.printAbove(Rendering.styled(line, terminal));
    }
  }
}
