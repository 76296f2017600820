package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * The words of one request, and which of them are accounted for.
 *
 * @param size how many words of the line belong to the request
 * @param taken the stretches that are read already
 */
record Wording(Line line, int size, List<Span> taken) {
  private static final Pattern AFTER_A_VALUE = Pattern.compile("(?:'s|[.,;:!?)\\]\"'])+$");

  Wording {
    taken = List.copyOf(taken);
  }

  static Wording of(Line line, int end) {
    return new Wording(line, line.after(end), List.of());
  }

  /** The same words with more of them accounted for. */
  Wording without(Collection<Entity> entities) {
    var all = new ArrayList<>(taken);
    entities.forEach(e -> all.add(new Span(e.start(), e.end())));
    return new Wording(line, size, all);
  }

  /** The word at an index in lower case; empty beyond either end. */
  String word(int at) {
    return at >= size ? "" : line.word(at);
  }

  Token token(int at) {
    return line.tokens().get(at);
  }

  boolean in(int at, Set<String> words) {
    return words.contains(word(at));
  }

  /** Whether there is a word at an index that nothing accounts for yet. */
  boolean free(int at) {
    return at >= 0
        && at < size
        && taken.stream()
            .noneMatch(s -> s.getStart() < token(at).end() && token(at).start() < s.getEnd());
  }

  /** Whether some words are there, free, and have nothing but spaces between them. */
  boolean free(int from, int count) {
    boolean all = from + count <= size && line.unbroken(from, count);
    for (int i = from; all && i < from + count; i++) {
      all = free(i);
    }
    return all;
  }

  /** The index of the nearest word before another that is no determiner. */
  int before(int at) {
    int before = at - 1;
    while (Words.DETERMINERS.contains(word(before))) {
      before--;
    }
    return before;
  }

  /** The index of the nearest word from an index on that is no determiner. */
  int pastDeterminers(int at) {
    int next = at;
    while (Words.DETERMINERS.contains(word(next))) {
      next++;
    }
    return next;
  }

  /** What is written without a space from a word on, without the marks that close it. */
  Span chunk(int at) {
    int start = token(at).start();
    int end = start;
    while (end < line.text().length() && !Character.isWhitespace(line.text().charAt(end))) {
      end++;
    }
    var close = AFTER_A_VALUE.matcher(line.text().substring(start, end));
    return new Span(start, close.find() && close.start() > 0 ? start + close.start() : end);
  }

  Span span(int from, int to) {
    return new Span(token(from).start(), token(to - 1).end());
  }

  String text(Span span) {
    return span.getCoveredText(line.text()).toString();
  }

  /** The words from one index up to another as a value, where the type takes them. */
  Optional<Entity> value(SlotType type, int from, int to) {
    return value(type, span(from, to));
  }

  Optional<Entity> value(SlotType type, Span span) {
    return value(type, span, text(span));
  }

  /** A stretch that stands for a value. */
  Optional<Entity> value(SlotType type, Span span, String value) {
    String text = text(span);
    return SlotForms.canonical(type, value)
        .map(
            canonical ->
                new Entity(
                    type,
                    null,
                    text,
                    span.getStart(),
                    span.getEnd(),
                    List.of(SlotValue.of(canonical, text)),
                    List.of()));
  }
}
