package dev.parley.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What a web service of the demo fleet answers: one page, and an access log line for each visit.
 */
final class WebPage {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LONGEST_LINE = 2_000;

  private final String service;
  private final String host;
  private final Consumer<String> log;

  WebPage(String service, String host, Consumer<String> log) {
    this.service = service;
    this.host = host;
    this.log = log;
  }

  /** Answers one request. */
  void serve(Socket caller) throws IOException {
    caller.setSoTimeout(PATIENCE_MILLIS);
    var reader =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    var request = reader.readLine();
    if (request == null) {
      return;
    }
    for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
      if (line.length() > LONGEST_LINE) {
        return;
      }
    }
    answer(caller, request.length() > LONGEST_LINE ? "" : request);
  }

  private void answer(Socket caller, String request) throws IOException {
    var status = status(request);
    var body =
        "<!doctype html>\n<title>%1$s on %2$s</title>\n<p>%1$s on %2$s, of the demo fleet: %3$s\n"
            .formatted(service, host, status);
    var head =
        "HTTP/1.1 %s\r\nServer: %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, service, body.length());
    caller.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
    var from = ((InetSocketAddress) caller.getRemoteSocketAddress()).getAddress().getHostAddress();
    log.accept("%s \"%s\" %s %d".formatted(from, request, status.substring(0, 3), body.length()));
  }

  private static String status(String request) {
    if (!request.matches("(?:GET|HEAD) \\S+ HTTP/1\\.[01]")) {
      return "400 Bad Request";
    }
    return request.matches("\\S+ /(?:\\?\\S*)? \\S+") ? "200 OK" : "404 Not Found";
  }
}
