package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.FollowUps.FollowUp;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.util.Span;

/**
 * Reads a change of the pending request that is given a reason: "8 is overkill, make it 5", "use
 * staging, prod is too risky". What the reason names is not wanted.
 */
record Reasoned(BareValues bare, Function<Line, Heard> reader) {
  private static final Pattern MARK =
      Pattern.compile("[.,;!]\\s+|\\s+-+\\s+|,?\\s+(?:because|since|cause|cos|so)\\s+");
  private static final Pattern STATES =
      Pattern.compile(
          "(?i)\\b(?:is|are|was|were|isn't|aren't|wasn't|looks?|seems?|sounds?|feels?|has|have|needs?"
              + "|would be|might be|could be|too|not enough)\\b|'s\\b");

  /** "30 minutes will do". */
  private static final Pattern SUFFICES =
      Pattern.compile(
          "(?i)\\s+(?:will do|should do|would do|is enough|should be enough|is fine|is better|would be"
              + " better|suffices?|is plenty|please)[\\s.!]*$");

  Optional<FollowUp> in(Heard heard, Topic topic) {
    return heard.line().question()
        ? Optional.empty()
        : splits(heard.text())
            .filter(split -> comments(split.reason(), heard, topic))
            .flatMap(split -> changed(heard, split.change(), topic).stream())
            .findFirst();
  }

  /** A change, and what is said of it. */
  private record Split(Span change, String reason) {}

  private static Stream<Split> splits(String text) {
    return MARK.matcher(text)
        .results()
        .flatMap(
            mark ->
                Stream.of(
                    new Split(new Span(mark.end(), text.length()), text.substring(0, mark.start())),
                    new Split(new Span(0, mark.start()), text.substring(mark.end()))));
  }

  /** Whether it says how things are, of nothing but what the request has. */
  private boolean comments(String reason, Heard heard, Topic topic) {
    var line = new Line(reason, Tokens.of(reason), null, heard.line().now());
    var standing =
        topic.request().slots().values().stream()
            .flatMap(values -> values.stream().map(SlotValue::canonical))
            .collect(Collectors.toSet());
    return STATES.matcher(reason).find()
        && !Words.REQUEST_VERBS.contains(line.word(0))
        && reader.apply(line).mentions().stream()
            .allMatch(
                mention ->
                    mention.as(SlotType.TIME).isPresent()
                        || mention.readings().stream()
                            .flatMap(entity -> entity.values().stream())
                            .anyMatch(value -> standing.contains(value.canonical())));
  }

  private Optional<FollowUp> changed(Heard heard, Span change, Topic topic) {
    var text = heard.text().substring(change.getStart(), change.getEnd());
    var suffices = SUFFICES.matcher(text);
    boolean enough = suffices.find();
    int opening = Corrections.opening(text);
    int end = change.getStart() + (enough ? suffices.start() : text.length());
    return opening == 0 && !enough
        ? Optional.empty()
        : bare.read(heard, change.getStart() + opening, end, topic, null, false)
            .map(values -> new FollowUp(values, Link.of(Link.Change.REPLACE)));
  }
}
