package dev.parley.understanding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opennlp.tools.util.Span;

/**
 * Finds the answer beside words that say nothing of it: "sorry, fat fingers. app-02", "web-01, my
 * mistake".
 */
record Asides(Answers answers, Requests requests, Function<Line, List<Mention>> mentions) {
  private static final Pattern MARK = Pattern.compile("[.,;:!]\\s+|\\s+-+\\s+");

  /** What is looked at when it is only named. */
  private static final Set<String> LOOKED_AT = Words.of("LOOKED_AT");

  /** The values with which the one stretch of a message answers that says anything. */
  Optional<List<Entity>> values(Heard heard) {
    if (heard.asked() == null || heard.mentions().isEmpty() || heard.line().question()) {
      return Optional.empty();
    }
    return splits(heard.text()).flatMap(split -> values(heard, split).stream()).findFirst();
  }

  /** An answer, and what stands before or after it. */
  private record Split(Span answer, String aside) {}

  private static Stream<Split> splits(String text) {
    var marks = MARK.matcher(text).results().toList();
    if (marks.isEmpty()) {
      return Stream.empty();
    }
    var first = marks.get(0);
    var last = marks.get(marks.size() - 1);
    return Stream.of(
        new Split(new Span(last.end(), text.length()), text.substring(0, last.start())),
        new Split(new Span(0, first.start()), text.substring(first.end())));
  }

  private Optional<List<Entity>> values(Heard heard, Split split) {
    var asked = heard.asked();
    var text = heard.text().substring(split.answer().getStart(), split.answer().getEnd());
    var answer = part(heard, text);
    return asked == null || answer.mentions().isEmpty() || !saysNothing(part(heard, split.aside()))
        ? Optional.empty()
        : Optional.of(answers.values(answer, asked))
            .filter(values -> !values.isEmpty())
            .map(values -> values.stream().map(e -> e.shifted(split.answer().getStart())).toList());
  }

  private boolean saysNothing(Heard aside) {
    var words = aside.line().tokens().stream().map(Token::lower).toList();
    return aside.mentions().isEmpty()
        && words.stream().noneMatch(w -> Words.REQUEST_VERBS.contains(w) || LOOKED_AT.contains(w))
        && requests.read(aside).zone() != Zone.ACT;
  }

  private Heard part(Heard heard, String text) {
    var line = new Line(text, Tokens.of(text), heard.line().asked(), heard.line().now());
    return Heard.of(line, heard.act(), mentions.apply(line), heard.expectation());
  }
}
