package dev.parley.action;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns output into text that does nothing to whoever reads it, piece by piece as it comes: a
 * character that arrives in two pieces is one, and colours, cursor movements, titles and whatever
 * else acts on a terminal are left out, also where they arrive in pieces.
 */
final class PlainOutput {
  private static final char ESCAPE = '\u001B';
  private static final char BELL = '\u0007';
  private static final int ROOM = 8 * 1024;

  /** A command that opens an escape sequence and forgets it must not silence the rest. */
  private static final int LONGEST_SEQUENCE = 4 * 1024;

  private enum Within {
    TEXT,
    AFTER_ESCAPE,
    /** {@code ESC [ … letter}. */
    CONTROL_SEQUENCE,
    /** {@code ESC ] … BEL}, or up to {@code ESC \}. */
    TITLE
  }

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private Within within = Within.TEXT;
  private int sequence;
  private boolean returned;

  /** The text that these bytes complete. */
  String next(byte[] bytes, int offset, int length) {
    var in = ByteBuffer.allocate(rest.remaining() + length);
    in.put(rest).put(bytes, offset, length).flip();
    var text = decode(in, false);
    rest = in;
    return text;
  }

  /** What is left when nothing more comes. */
  String end() {
    var text = decode(rest, true);
    rest = ByteBuffer.allocate(0);
    return text;
  }

  private String decode(ByteBuffer in, boolean end) {
    var text = new StringBuilder();
    var out = CharBuffer.allocate(ROOM);
    boolean more = true;
    while (more) {
      more = decoder.decode(in, out, end).isOverflow();
      out.flip();
      while (out.hasRemaining()) {
        take(out.get(), text);
      }
      out.clear();
    }
    return text.toString();
  }

  private void take(char c, StringBuilder text) {
    switch (within) {
      case TEXT -> plain(c, text);
      case AFTER_ESCAPE -> opened(c);
      case CONTROL_SEQUENCE -> ends(c >= '@' && c <= '~');
      case TITLE -> {
        if (c == ESCAPE) {
          within = Within.AFTER_ESCAPE;
        } else {
          ends(c == BELL);
        }
      }
    }
  }

  private void opened(char c) {
    sequence = 0;
    within = c == '[' ? Within.CONTROL_SEQUENCE : c == ']' || c == 'P' ? Within.TITLE : Within.TEXT;
  }

  private void ends(boolean closed) {
    if (closed || ++sequence > LONGEST_SEQUENCE) {
      within = Within.TEXT;
    }
  }

  /** What goes back to the beginning of its line, as progress bars do, begins a new one instead. */
  private void plain(char c, StringBuilder text) {
    if (returned && c != '\r') {
      returned = false;
      text.append('\n');
      if (c == '\n') {
        return;
      }
    }
    if (c == ESCAPE) {
      within = Within.AFTER_ESCAPE;
    } else if (c == '\r') {
      returned = true;
    } else if (c == '\n' || c == '\t' || !(Character.isISOControl(c) || turns(c))) {
      text.append(c);
    }
  }

  /** Characters that make text run the other way, so that it reads as something else. */
  private static boolean turns(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
