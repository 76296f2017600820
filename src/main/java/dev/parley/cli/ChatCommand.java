package dev.parley.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Chats in the terminal. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "Chats in the terminal, with history and completion. Ctrl-C drops a line, Ctrl-D leaves.",
      "",
      "Where standard input is no terminal it reads lines, prints the replies, and ends when"
          + " everything that was started has ended.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley chat",
      "  parley --simulate chat --as maria",
      "  PARLEY_TOKEN=… parley chat --url https://ops.example.org",
      "  printf 'is apache running on web-01\\n' | parley chat"
    })
final class ChatCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Mixin private PartnerOptions partner = new PartnerOptions();

  @Override
  public Integer call() {
    var wish = partner.wish(parley.simulate);
    return new Chatting(parley).run(parley.places(), wish);
  }
}
