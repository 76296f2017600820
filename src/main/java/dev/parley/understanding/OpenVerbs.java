package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Messages that name a thing and leave open what is to be done with it: "do something about nginx",
 * "stop or restart haproxy". They are offered the readings that come near, and propose none.
 */
final class OpenVerbs {
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?i)^(?:(?:somebody|someone|i|we|you)\\s+(?:must|should|needs?\\s+to|has\\s+to|have\\s+to)\\s+)?"
              + "(?:do\\s+(?:something|anything|sth|smth|things?|stuff)\\b|deal\\s+with\\b|fix\\b|repair\\b|handle\\b|take\\s+care\\s+of\\b|sort\\s+out\\b|sort\\s+\\S+(?:\\s+on\\s+\\S+)?\\s+out\\b"
              + "|see\\s+to\\b|attend\\s+to\\b|tend\\s+to\\b|look\\s+after\\b|work\\s+on\\b|act\\s+on\\b|help\\s+(?:me\\s+)?with\\b|get\\s+\\S+(?:\\s+on\\s+\\S+)?\\s+(?:sorted|fixed|handled)\\b"
              + "|tackle\\b)");
  private static final int FEWEST = 2;
  private static final int SHOWN = 3;

  private final Requests requests;
  private final Function<Line, List<Mention>> mentions;

  OpenVerbs(Requests requests, Function<Line, List<Mention>> mentions) {
    this.requests = requests;
    this.mentions = mentions;
  }

  /** What to offer; empty when the verb says what is wanted. */
  Optional<Requests.Reading> offered(Heard heard) {
    return vague(heard).or(() -> eitherVerb(heard));
  }

  private Optional<Requests.Reading> vague(Heard heard) {
    var things = heard.mentions().stream().filter(m -> !isTime(m)).toList();
    if (things.isEmpty() || !VAGUE.matcher(RequestText.of(heard.text())).find()) {
      return Optional.empty();
    }
    var near =
        Stream.concat(requests.read(heard).ranking().stream(), requests.takers(things).stream())
            .filter(scored -> requests.takes(scored.intent(), things))
            .map(ScoredIntent::intent)
            .distinct()
            .toList();
    // Where the verb says nothing, that one reading is a little nearer says nothing either.
    var ranking =
        Stream.concat(near.stream().limit(SHOWN).sorted(), near.stream().skip(SHOWN))
            .map(intent -> new ScoredIntent(intent, 0))
            .toList();
    return ranking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Requests.Reading(
                Zone.OFFER, ranking, heard.mentions().stream().map(Mention::first).toList()));
  }

  private static boolean isTime(Mention mention) {
    return mention.first().type().kind() == SlotType.Kind.TIME;
  }

  /** "stop or restart haproxy": a message that opens with two verbs. */
  private Optional<Requests.Reading> eitherVerb(Heard heard) {
    var line = heard.line();
    for (int or = 1; or + 1 < line.size(); or++) {
      boolean verbs =
          line.word(or).equals("or")
              && Words.REQUEST_VERBS.contains(line.word(or - 1))
              && Words.REQUEST_VERBS.contains(line.word(or + 1))
              && opens(heard.text(), line.word(or - 1));
      if (verbs) {
        var readings =
            List.of(without(heard, or, or + 1), without(heard, or - 1, or)).stream()
                .map(requests::read)
                .toList();
        return both(heard, readings);
      }
    }
    return Optional.empty();
  }

  private static boolean opens(String text, String verb) {
    var opening = Tokens.of(RequestText.of(text));
    return !opening.isEmpty() && opening.get(0).lower().equals(verb);
  }

  private static Optional<Requests.Reading> both(Heard heard, List<Requests.Reading> readings) {
    var ranking =
        readings.stream()
            .filter(reading -> reading.zone() == Zone.ACT)
            .map(reading -> reading.ranking().get(0).intent())
            .distinct()
            .map(intent -> new ScoredIntent(intent, 0))
            .toList();
    return ranking.size() < FEWEST
        ? Optional.empty()
        : Optional.of(
            new Requests.Reading(
                Zone.OFFER, ranking, heard.mentions().stream().map(Mention::first).toList()));
  }

  /** A message without the words from one index to another. */
  private Heard without(Heard heard, int from, int to) {
    var tokens = heard.line().tokens();
    String text =
        heard.text().substring(0, tokens.get(from).start())
            + heard.text().substring(tokens.get(to).end()).stripLeading();
    var line = new Line(text, Tokens.of(text), heard.line().asked(), heard.line().now());
    return Heard.of(line, heard.act(), mentions.apply(line), heard.expectation());
  }
}
