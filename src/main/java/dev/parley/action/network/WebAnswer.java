package dev.parley.action.network;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a web server answers to one GET.
 *
 * @param status e.g. {@code 200 OK}
 * @param headers by name in small letters, the first of each
 * @param size the bytes of the body that were read
 * @param cut whether there was more
 */
record WebAnswer(String status, Map<String, String> headers, long size, boolean cut) {
  /** Enough to see that a page is there. */
  static final long LARGEST = 5_000_000;

  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 200;

  int code() {
    return Integer.parseInt(status.substring(0, 3));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Asks over an open connection, and reads to the end. */
  static WebAnswer of(WebAddress address, Socket socket, long deadline) throws IOException {
    var request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: parley\r\nAccept: */*\r\nConnection: close\r\n\r\n"
            .formatted(address.path(), address.authority());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return new Reader(socket, deadline).answer();
  }

  private static final class Reader {
    private final Socket socket;
    private final InputStream in;
    private final long deadline;
    private long size;

    Reader(Socket socket, long deadline) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.deadline = deadline;
    }

    WebAnswer answer() throws IOException {
      var line = line();
      while (line.matches("HTTP/1\\.[01] 1\\d\\d.*")) {
        headers();
        line = line();
      }
      if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
        throw new IOException("it does not speak HTTP/1.1");
      }
      var headers = headers();
      boolean whole = body(line.substring(9, 12), headers);
      return new WebAnswer(line.substring(9).strip(), headers, size, !whole);
    }

    private Map<String, String> headers() throws IOException {
      var headers = new HashMap<String, String>();
      for (int i = 0; i < MOST_HEADERS; i++) {
        var line = line();
        if (line.isEmpty()) {
          return headers;
        }
        var parts = line.split(":", 2);
        if (parts.length == 2) {
          headers.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
        }
      }
      throw new IOException("it sends too many headers");
    }

    /** Whether all of it was read. */
    private boolean body(String code, Map<String, String> headers) throws IOException {
      if (code.equals("204") || code.equals("304")) {
        return true;
      }
      var coding = headers.getOrDefault("transfer-encoding", "");
      if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
        return chunks();
      }
      var length = headers.get("content-length");
      return length != null && length.matches("\\d{1,18}")
          ? skip(Long.parseLong(length))
          : skipAll();
    }

    private boolean chunks() throws IOException {
      while (true) {
        var length = line().replaceFirst(";.*", "").strip();
        if (!length.matches("[0-9A-Fa-f]{1,15}")) {
          throw new IOException("it sends a broken body");
        }
        long bytes = Long.parseLong(length, 16);
        if (bytes == 0) {
          return true;
        }
        if (!skip(bytes)) {
          return false;
        }
        line();
      }
    }

    private boolean skip(long bytes) throws IOException {
      var buffer = new byte[LONGEST_LINE];
      long left = bytes;
      while (left > 0 && size < LARGEST) {
        patience();
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new EOFException("it ends in the middle of the body");
        }
        left -= read;
        size += read;
      }
      return left == 0;
    }

    private boolean skipAll() throws IOException {
      var buffer = new byte[LONGEST_LINE];
      while (size < LARGEST) {
        patience();
        int read = in.read(buffer);
        if (read < 0) {
          return true;
        }
        size += read;
      }
      return false;
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      while (line.length() < LONGEST_LINE) {
        patience();
        int c = in.read();
        if (c < 0) {
          throw new EOFException("it hangs up without an answer");
        }
        if (c == '\n') {
          return line.toString().stripTrailing();
        }
        line.append((char) c);
      }
      throw new IOException("it sends a line without an end");
    }

    private void patience() throws IOException {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("its answer takes too long");
      }
      socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    }
  }
}
