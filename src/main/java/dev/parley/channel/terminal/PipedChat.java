package dev.parley.channel.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** A chat that reads lines from a file or a pipe, and ends when everything it started has ended. */
public final class PipedChat {
  private final Partner partner;
  private final BufferedReader in;
  private final PrintStream out;
  private final Running running;

  public PipedChat(Partner partner, BufferedReader in, PrintStream out) {
    this.partner = partner;
    this.in = in;
    this.out = out;
    this.running = new Running(partner);
  }

  public void run() throws IOException, InterruptedException {
    partner.onNews(
        () -> {
          print();
          running.look();
        });
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        running.add(partner.say(line));
        print();
      }
    }
    running.await();
    print();
  }

  private synchronized void print() {
    partner.news().forEach(line -> out.println(Rendering.plain(line)));
    out.flush();
  }
}
