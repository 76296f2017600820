package dev.parley.action.network;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a web address. One with a login in it is none.
 *
 * @param host without the brackets of a version 6 address
 * @param path with the query, in ASCII, never empty
 */
record WebAddress(String text, boolean secure, String host, int port, String path) {
  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?([/?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_PORT = Pattern.compile("^[^/?#]*:(?!443(?:[/?#]|$))\\d");
  private static final int HIGHEST_PORT = 65_535;

  /**
   * An address as people say it: without a scheme it is https, or http where another port is named.
   */
  static Optional<WebAddress> spoken(String text) {
    if (text.contains("://")) {
      return parse(text);
    }
    return parse((OTHER_PORT.matcher(text).find() ? "http://" : "https://") + text);
  }

  static Optional<WebAddress> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean secure = match.group(1).equalsIgnoreCase("https");
    var host = match.group(2).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    int port = match.group(3) == null ? secure ? 443 : 80 : Integer.parseInt(match.group(3));
    boolean reachable = port > 0 && port <= HIGHEST_PORT;
    return reachable
        ? Optional.of(new WebAddress(text, secure, host, port, path(match.group(4))))
        : Optional.empty();
  }

  private static String path(@Nullable String rest) {
    var path = rest == null ? "" : rest.replaceFirst("#.*", "");
    return encoded(path.startsWith("/") ? path : "/" + path);
  }

  /** Whatever is not visible ASCII would break the request that carries it. */
  private static String encoded(String path) {
    var text = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      text.append(b > 0x20 && b < 0x7f ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
    }
    return text.toString();
  }

  /** Where a redirect from here leads; empty when that is no web address. */
  Optional<WebAddress> redirected(String location) {
    try {
      return parse(URI.create(text).resolve(location.strip()).toString());
    } catch (IllegalArgumentException e) {
      return parse(location.strip());
    }
  }

  /** As the request names it. */
  String authority() {
    var name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }
}
