package dev.parley.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the hosts on the way to a host, as ssh's own options name them. */
final class JumpReader {
  private static final Pattern JUMP =
      Pattern.compile("(?:ssh://)?(?:([^@/\\s]+)@)?(\\[[^\\]]+]|[^:@/\\s\\[\\]]+)(?::(\\d{1,5}))?");
  private static final int SSH_PORT = 22;
  private static final int LAST_PORT = 65_535;

  private final List<Host> jumps = new ArrayList<>();

  private JumpReader() {}

  /** What is written there names no way; the message says what is wrong and what to do. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String todo;

    UnreadableException(String what, String todo) {
      super(what);
      this.todo = todo;
    }

    String todo() {
      return todo;
    }
  }

  /**
   * The hosts of a value such as {@code deploy@bastion:2222,10.0.0.1}, in the order in which they
   * are passed.
   */
  static List<Host> hosts(String value) throws UnreadableException {
    var reader = new JumpReader();
    if (!value.isBlank() && !value.strip().equals("none")) {
      for (var jump : value.split(",")) {
        reader.add(jump.strip());
      }
    }
    return List.copyOf(reader.jumps);
  }

  /** The hosts that options for ssh name; options that name none are left to Ansible. */
  static List<Host> options(String value) throws UnreadableException {
    var words =
        IniWords.split(value)
            .orElseThrow(
                () -> new UnreadableException("A quotation mark is never closed.", "Close it."));
    List<Host> found = List.of();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var next = i + 1 < words.size() ? words.get(i + 1) : "";
      if (word.startsWith("-J")) {
        found = hosts(word.length() > 2 ? word.substring(2) : next);
      } else if (word.startsWith("-o")) {
        var option = option(word.length() > 2 ? word.substring(2) : next);
        found = option.isPresent() ? option.get() : found;
      }
    }
    return found;
  }

  private static Optional<List<Host>> option(String text) throws UnreadableException {
    var parts = text.strip().split("\\s*=\\s*|\\s+", 2);
    var value = parts.length > 1 ? parts[1].strip() : "";
    return switch (parts[0].toLowerCase(java.util.Locale.ROOT)) {
      case "proxyjump" -> Optional.of(hosts(value));
      case "proxycommand" -> Optional.of(command(value));
      default -> Optional.empty();
    };
  }

  /** The one command that says the same as a jump: {@code ssh -W %h:%p user@bastion}. */
  private static List<Host> command(String value) throws UnreadableException {
    var words = new ArrayList<>(List.of(value.replaceAll("^\"|\"$", "").split("\\s+")));
    boolean forwards = words.remove("%h:%p") && words.remove("-W");
    words.remove("-q");
    int p = words.indexOf("-p");
    var port = p > 0 && p + 1 < words.size() ? ":" + words.remove(p + 1) : "";
    words.remove("-p");
    if (!forwards || words.size() != 2 || !words.get(0).equals("ssh")) {
      throw new UnreadableException(
          "A ProxyCommand is not run: " + value + ".", "Write -o ProxyJump=user@host instead.");
    }
    return hosts(words.get(1) + port);
  }

  private void add(String jump) throws UnreadableException {
    var match = JUMP.matcher(jump);
    if (!match.matches()) {
      throw unreadable(jump);
    }
    var name = match.group(2).replaceAll("[\\[\\]]", "");
    int port = match.group(3) == null ? SSH_PORT : Integer.parseInt(match.group(3));
    if (!HostBuilder.isName(name) || port < 1 || port > LAST_PORT) {
      throw unreadable(jump);
    }
    jumps.add(new Host(name, name, port, match.group(1), null, false));
  }

  private static UnreadableException unreadable(String jump) {
    return new UnreadableException(
        "The jump host " + jump + " is none.", "Write user@host:port, or the name of a host here.");
  }
}
