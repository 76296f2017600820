package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.understanding.Interpretation.Further;
import dev.parley.understanding.SeveralRequests.Asked;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one verb for several pairs of things as a request for each. */
record PairedRequests(Requests requests, Function<Line, List<Mention>> mentions) {
  /** "restart apache on web-01 and nginx on web-02": the same for each pair. */
  Optional<Asked> of(Heard heard, Asked whole) {
    if (whole.first().zone() != Zone.ACT) {
      return Optional.empty();
    }
    var named =
        whole.first().entities().stream().sorted(Comparator.comparingInt(Entity::start)).toList();
    var intent = requests.intent(whole.first()).orElse(null);
    var pairs = intent == null ? List.<Pairs.Pair>of() : Pairs.of(intent, heard.line(), named);
    return pairs.isEmpty() ? Optional.empty() : pairs(heard, pairs);
  }

  private Optional<Asked> pairs(Heard heard, List<Pairs.Pair> pairs) {
    var readings = pairs.stream().map(pair -> reading(heard, pair)).toList();
    boolean asked =
        readings.stream().allMatch(reading -> reading.zone() == Zone.ACT)
            && readings.stream().map(requests::intent).distinct().count() == 1
            && readings.stream().map(PairedRequests::kinds).distinct().count() == 1
            && kinds(readings.get(0)).size() > 1;
    if (!asked) {
      return Optional.empty();
    }
    var further =
        readings.stream()
            .skip(1)
            .map(next -> new Further(next.ranking().get(0).intent(), next.entities()))
            .toList();
    return Optional.of(new Asked(heard, 0, readings.get(0), further));
  }

  private static Set<SlotType> kinds(Requests.Reading reading) {
    return reading.entities().stream().map(Entity::type).collect(Collectors.toSet());
  }

  private Requests.Reading reading(Heard heard, Pairs.Pair pair) {
    var line =
        new Line(pair.text(), Tokens.of(pair.text()), heard.line().asked(), heard.line().now());
    var reading =
        requests.read(Heard.of(line, heard.act(), mentions.apply(line), heard.expectation()));
    return reading.with(
        reading.entities().stream()
            .map(e -> e.start() < pair.head() ? e : e.shifted(pair.shift()))
            .toList());
  }
}
