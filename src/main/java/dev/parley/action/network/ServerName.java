package dev.parley.action.network;

import java.util.regex.Pattern;

/**
 * A server as a file writes it.
 *
 * @param host a name or an address, without brackets
 */
record ServerName(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("\\[([^\\]]+)](?::(\\d{1,5}))?|([^:]+):(\\d{1,5})");

  /** Reads {@code name}, {@code name:port}, {@code [address]} or {@code [address]:port}. */
  static ServerName of(String text, int usualPort) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return new ServerName(text, usualPort);
    }
    var host = match.group(1) == null ? match.group(3) : match.group(1);
    var port = match.group(1) == null ? match.group(4) : match.group(2);
    return new ServerName(host, port == null ? usualPort : Integer.parseInt(port));
  }
}
