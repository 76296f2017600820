package dev.parley.endtoend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What nobody means to send: the same sequence for the same seed. */
final class Garbage {
  private static final int[] ODD = {
    0x00, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x200E, 0x202E, 0x2066, 0x2069,
    0xFEFF, 0xFFFD, 0xFFFE, 0xD83D, 0xDC00, 0x1F4A9, 0x0E01, 0x0627, 0x4E2D, 0x0301, '%', '{', '}',
    '$', '`', '<', '>', '&', '|', ';', '\\', '"', '\'', '\t', '\n', '\r', ' '
  };
  private static final String[] WORDS = {
    "restart",
    "apache",
    "web-01",
    "yes",
    "no",
    "web",
    "on",
    "not",
    "approve",
    "stop",
    "block",
    "10.0.0.0/8",
    "ping",
    "for",
    "an",
    "hour",
    "http://",
    "reboot",
    "everything",
    "except",
    "all"
  };

  private final Random random;

  Garbage(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One message: words and odd characters, mostly short, now and then far too long. */
  String text() {
    var text = new StringBuilder();
    int pieces = random.nextInt(30) == 0 ? 3_000 : 1 + random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(3) > 0) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      } else {
        appendAny(text, ODD[random.nextInt(ODD.length)]);
      }
    }
    return text.toString();
  }

  private static void appendAny(StringBuilder text, int c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      text.append((char) c);
    } else {
      text.appendCodePoint(c);
    }
  }

  /** A line for a terminal: a text without line breaks. */
  String line() {
    return text().replaceAll("[\r\n]", " ");
  }

  byte[] bytes(int longest) {
    var bytes = new byte[1 + random.nextInt(longest)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The body of a request: mostly a message, else what is none. */
  byte[] body() {
    return switch (random.nextInt(12)) {
      case 0 -> bytes(2_000);
      case 1 -> "[".repeat(1 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8);
      case 2 -> ("{\"text\":".repeat(1 + random.nextInt(5_000))).getBytes(StandardCharsets.UTF_8);
      case 3 -> ("{\"text\": " + random.nextLong() + "e999}").getBytes(StandardCharsets.UTF_8);
      case 4 ->
          ("{\"text\": \"a\", \"as\": [1, {}], \"x\": null}").getBytes(StandardCharsets.UTF_8);
      case 5 -> ("{\"text\": \"\\ud800 \\u0000 \\udfff\"}").getBytes(StandardCharsets.UTF_8);
      default -> json(text());
    };
  }

  static byte[] json(String text) {
    var node = JsonNodeFactory.instance.objectNode().put("text", text);
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
