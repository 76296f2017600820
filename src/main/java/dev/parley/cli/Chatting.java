package dev.parley.cli;

import dev.parley.channel.terminal.PipedChat;
import dev.parley.channel.terminal.TerminalChat;
import java.io.IOException;

/** Chats at a terminal, or from a file or pipe. */
final class Chatting {
  private static final String DEMO =
      "This is the demo: nine hosts of its own, with real processes behind them, on this machine.";

  private final ParleyCommand parley;
  private final Surroundings around;

  Chatting(ParleyCommand parley) {
    this.parley = parley;
    this.around = parley.around;
  }

  int run(Places places, Meeting.Wish wish) {
    return parley.meeting().hold(places, wish, counterpart -> chat(places, counterpart));
  }

  private int chat(Places places, Counterpart counterpart) {
    try {
      if (TerminalChat.possible()) {
        if (places.demo()) {
          around.err().println(DEMO);
        }
        around.err().println("Say what you want, or help. Ctrl-D leaves.");
        new TerminalChat(counterpart, places.data().resolve("history")).run();
      } else {
        new PipedChat(counterpart, around.in(), around.out()).run();
      }
      return 0;
    } catch (IOException e) {
      throw Complaint.failed("The terminal cannot be read: " + e.getMessage() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Complaint.FAILED;
    }
  }
}
