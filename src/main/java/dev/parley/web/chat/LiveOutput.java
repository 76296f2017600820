package dev.parley.web.chat;

import dev.parley.conversation.ConversationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The end of what a running execution said, for those who come later or read slowly. */
final class LiveOutput {
  private static final int KEPT = 64 * 1024;

  private final ArrayDeque<Segment> segments = new ArrayDeque<>();
  private long start;
  private long end;
  private @Nullable ConversationId conversation;

  /** Output of one target. */
  record Segment(String target, String text) {}

  /**
   * A part of the output.
   *
   * @param from how many characters came before it
   * @param next how many had come when it was read
   */
  record Piece(long from, long next, List<Segment> segments) {}

  /**
   * Where it was asked for.
   *
   * @param source finds it out, the first time
   */
  synchronized Optional<ConversationId> conversation(Supplier<Optional<ConversationId>> source) {
    if (conversation == null) {
      conversation = source.get().orElse(null);
    }
    return Optional.ofNullable(conversation);
  }

  synchronized void append(String target, String text) {
    if (text.isEmpty()) {
      return;
    }
    segments.add(new Segment(target, text));
    end += text.length();
    while (end - start > KEPT) {
      forget();
    }
  }

  private void forget() {
    var oldest = segments.remove();
    int surplus = (int) Math.min(oldest.text().length(), end - start - KEPT);
    start += surplus;
    if (surplus < oldest.text().length()) {
      segments.addFirst(new Segment(oldest.target(), oldest.text().substring(surplus)));
    }
  }

  /** What came after so many characters, as far as it is still there. */
  synchronized Piece since(long offset) {
    long from = Math.max(start, offset);
    var piece = new ArrayList<Segment>();
    long position = start;
    for (var segment : segments) {
      long skipped = Math.max(0, Math.min(from - position, segment.text().length()));
      position += segment.text().length();
      if (skipped < segment.text().length()) {
        add(piece, segment.target(), segment.text().substring((int) skipped));
      }
    }
    return new Piece(from, end, piece);
  }

  private static void add(List<Segment> piece, String target, String text) {
    int last = piece.size() - 1;
    if (last >= 0 && piece.get(last).target().equals(target)) {
      piece.set(last, new Segment(target, piece.get(last).text() + text));
    } else {
      piece.add(new Segment(target, text));
    }
  }
}
