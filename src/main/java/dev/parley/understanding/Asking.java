package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message of which only its intent tells what it is, and what there is to say against it.
 */
final class Asking {
  private static final Set<String> BESIDE_NAMES = Set.of("and", "or", "on", "at", "the");
  private static final Predicate<Token> NOT_ALONE = word -> Words.HOST_NOUNS.contains(word.lower());
  private static final Set<String> AROUND = Words.of("AROUND_AN_ANSWER");

  /** Within so many words an order begins: "so please just reload". */
  private static final int ORDERED = 4;

  private final EntityResolver resolver;
  private final Answers answers;
  private final Requests requests;
  private final SeveralRequests several;
  private final OpenVerbs openVerbs;
  private final Predicate<String> calls;

  /**
   * @param calls whether a message calls upon somebody by name, who then is asked
   */
  Asking(
      EntityResolver resolver,
      Answers answers,
      Requests requests,
      SeveralRequests several,
      OpenVerbs openVerbs,
      Predicate<String> calls) {
    this.resolver = resolver;
    this.answers = answers;
    this.requests = requests;
    this.several = several;
    this.openVerbs = openVerbs;
    this.calls = calls;
  }

  /** A message of which only its intent tells what it is. */
  Interpretation read(Heard heard) {
    if (calls.test(heard.text()) || !heard.inDialogue() && isName(heard)) {
      return declined(heard);
    }
    if (yesAndNames(heard)) {
      return declined(heard);
    }
    var open = openVerbs.offered(heard);
    var asked =
        open.map(reading -> new SeveralRequests.Asked(heard, 0, reading, List.of()))
            .orElseGet(() -> completed(heard).orElseGet(() -> several.read(heard)));
    var reading = wondered(heard, asked.first());
    if (open.isEmpty()
        && reading.zone() != Zone.DECLINE
        && (onlyStates(heard, reading) || servesNot(heard, reading))) {
      return declined(heard);
    }
    var unknown =
        reading.zone() == Zone.ACT || open.isPresent()
            ? Optional.<List<Entity>>empty()
            : answers.unknown(heard);
    if (unknown.isPresent()) {
      return Findings.answered(heard, unknown.get());
    }
    var why =
        objection(asked)
            .filter(no -> reading.zone() != Zone.DECLINE || forbids(heard, no))
            .orElse(null);
    if (open.isEmpty() && (reading.zone() != Zone.ACT || why != null)) {
      boolean forbids = why != null && why.kind() == Objection.Kind.NEGATION;
      var wish = wish(heard).filter(wished -> !forbids || namesOrOrders(wished));
      if (wish.isPresent()) {
        return Findings.request(heard, null, wish.get().first(), wish.get().further());
      }
    }
    if (why != null) {
      return unlessOnlyVague(asked.from(), heard, why, reading);
    }
    var swallowed = reading.zone() == Zone.ACT ? swallowed(heard, asked) : null;
    if (swallowed != null) {
      return Findings.request(heard, null, swallowed.first(), swallowed.further());
    }
    var past = Untimely.past(asked.from(), requests.intent(reading).orElse(null));
    return past.isPresent()
        ? Findings.request(heard, past.get(), reading, List.of())
        : Findings.request(heard, null, reading, asked.further());
  }

  private Optional<SeveralRequests.Asked> completed(Heard heard) {
    return Ellipsis.completed(heard)
        .map(several::read)
        .filter(asked -> asked.first().zone() == Zone.ACT);
  }

  /** Something that another request may take where the pending one does not. */
  Interpretation objected(Heard heard, Objection why) {
    var asked = several.read(heard);
    boolean taken =
        !yesAndNames(heard) && asked.first().zone() == Zone.ACT && objection(asked).isEmpty();
    if (taken) {
      return Findings.request(heard, null, asked.first(), asked.further());
    }
    var exactly = Untimely.exactly(heard, why);
    var vague =
        heard.line().question()
            ? Optional.<Entity>empty()
            : Untimely.vague(heard, exactly, heard.expectation().pending());
    return vague.isPresent()
        ? Findings.answered(heard, Untimely.and(heard.entities(), vague.get()))
        : Findings.refused(heard, exactly);
  }

  Optional<Objection> objection(SeveralRequests.Asked asked) {
    var heard = asked.from();
    var reading = asked.firstThere();
    var intent = requests.intent(reading).orElse(null);
    // Quotation marks make a text of what they hold only where the intent takes one.
    List<Entity> named = takesText(intent) ? reading.entities() : List.of();
    return Objections.toMeaning(heard, named)
        .or(() -> Objections.toTime(heard, intent, reading.entities(), asked.furtherThere()));
  }

  private static boolean takesText(@Nullable Intent intent) {
    return intent != null
        && intent.slots().stream().anyMatch(slot -> slot.type().kind() == SlotType.Kind.TEXT);
  }

  /** "don't restart apache on web-01" is told why nothing is done, also where it is no request. */
  static boolean forbids(Heard heard, Objection why) {
    return why.kind() == Objection.Kind.NEGATION
        && !heard.mentions().isEmpty()
        && heard.line().tokens().stream().anyMatch(w -> Words.REQUEST_VERBS.contains(w.lower()));
  }

  /** Whoever orders a change is not served by a look, nor by another change. */
  private boolean servesNot(Heard heard, Requests.Reading reading) {
    var intent = requests.intent(reading).filter(i -> !takesText(i)).orElse(null);
    boolean looks = intent != null && intent.onlyReads();
    boolean ships =
        intent != null && intent.slots().stream().anyMatch(s -> s.type() == SlotType.VERSION);
    return looks && OrderedChanges.is(heard.text())
        || intent != null && !looks && !ships && OrderedChanges.isNotOffered(heard.text());
  }

  /** How things are is told to people. A text, or what is asked of nothing named, is a request. */
  private boolean onlyStates(Heard heard, Requests.Reading reading) {
    return requests.intent(reading).filter(i -> !i.slots().isEmpty() && !takesText(i)).isPresent()
        && Statements.is(heard.line());
  }

  /** "yes, but on web-02": a yes to what stands, with names, asks for nothing else. */
  private static boolean yesAndNames(Heard heard) {
    return heard.expectation().confirming()
        && heard.act().act() == DialogueAct.AFFIRM
        && heard.line().tokens().stream()
            .filter(Token::isWord)
            .filter(t -> heard.mentions().stream().noneMatch(m -> m.overlaps(t.start(), t.end())))
            .allMatch(t -> AROUND.contains(t.lower()) || t.lower().equals("but"));
  }

  /** The request among the words of a text: "so that we make it, page platform saying …". */
  private SeveralRequests.@Nullable Asked swallowed(Heard heard, SeveralRequests.Asked asked) {
    var text = asked.first().entities().stream().filter(e -> e.type() == SlotType.TEXT).findFirst();
    if (text.isEmpty() || text.get().text().startsWith("\"")) {
      return null;
    }
    int start = text.get().start();
    int end = text.get().end();
    return wish(heard)
        .filter(wish -> start < wish.start() && wish.start() < end)
        .filter(w -> requests.intent(w.first()).equals(requests.intent(asked.first())))
        .orElse(null);
  }

  /** "should we restart nginx?" asks for advice: what would change something is only offered. */
  private Requests.Reading wondered(Heard heard, Requests.Reading reading) {
    boolean changes =
        reading.zone() == Zone.ACT
            && requests.intent(reading).filter(intent -> !intent.onlyReads()).isPresent();
    return changes && Wondering.asksForAdvice(heard.text())
        ? new Requests.Reading(Zone.OFFER, reading.ranking().subList(0, 1), reading.entities())
        : reading;
  }

  /** "Restart apache later" asks for something, and only the time has to be asked for. */
  private Interpretation unlessOnlyVague(
      Heard from, Heard heard, Objection why, Requests.Reading reading) {
    var exactly = Untimely.exactly(from, why);
    var intent = requests.intent(reading).orElse(null);
    return Untimely.vague(from, exactly, intent)
        .map(
            vague ->
                Findings.request(
                    heard, null, reading.with(Untimely.and(reading.entities(), vague)), List.of()))
        .orElseGet(() -> Findings.request(heard, exactly, reading, List.of()));
  }

  /** The one clause of a longer message that asks for something to which nothing objects. */
  private Optional<SeveralRequests.Asked> wish(Heard heard) {
    return several
        .delegated(heard)
        .or(() -> several.wish(heard))
        .filter(asked -> objection(asked).isEmpty())
        .filter(asked -> keepsTheTime(heard, asked));
  }

  /** "don't do that, we need it": what is wanted beside what is forbidden has to be said. */
  private static boolean namesOrOrders(SeveralRequests.Asked asked) {
    var line = asked.from().line();
    return !asked.from().mentions().isEmpty()
        || line.tokens().stream()
            .limit(ORDERED)
            .anyMatch(t -> Words.REQUEST_VERBS.contains(t.lower()));
  }

  /** A time that stands beside the wish must not be lost. */
  private boolean keepsTheTime(Heard heard, SeveralRequests.Asked asked) {
    var wish = asked.first();
    var intent = requests.intent(wish).orElse(null);
    boolean timed = wish.entities().stream().anyMatch(e -> e.type() == SlotType.TIME);
    if (intent != null && (timed || !intent.schedulable())) {
      return several.beside(heard, asked).stream()
          .allMatch(line -> tellsOfItsTime(line) || timed && TimeParser.in(line).isEmpty());
    }
    return Objections.toTime(heard, intent, wish.entities()).isEmpty()
        && (timed || heard.mentions().stream().noneMatch(m -> m.as(SlotType.TIME).isPresent()));
  }

  private static boolean tellsOfItsTime(Line beside) {
    return TimeMentions.in(beside, List.of(), null).isEmpty() || Reasons.tells(beside);
  }

  /** "web-01", "prod", "apache on web-01": what to do with it was not said. */
  private boolean isName(Heard heard) {
    var line = heard.line();
    var words = line.tokens().stream().filter(Token::isWord).toList();
    if (line.text().chars().noneMatch(Character::isLetter)) {
      return true;
    }
    boolean asks = line.question() || words.stream().anyMatch(NOT_ALONE);
    return !asks && (isAll(heard, words) || isName(resolver.lookup(line.text())));
  }

  private static boolean isAll(Heard heard, List<Token> words) {
    return !heard.mentions().isEmpty()
        && heard.mentions().stream().allMatch(m -> m.first().type().kind() == SlotType.Kind.CLOSED)
        && words.stream()
            .filter(word -> !BESIDE_NAMES.contains(word.lower()))
            .allMatch(w -> heard.mentions().stream().anyMatch(m -> m.overlaps(w.start(), w.end())));
  }

  /** A saved query is run by its name. */
  private static boolean isName(List<NamedMatch> named) {
    return !named.isEmpty() && named.stream().noneMatch(match -> match.type() == SlotType.QUERY);
  }

  private Interpretation declined(Heard heard) {
    var unknown = answers.unknown(heard);
    return unknown.isPresent()
        ? Findings.answered(heard, unknown.get())
        : Findings.request(
            heard,
            null,
            new Requests.Reading(Zone.DECLINE, List.of(), heard.entities()),
            List.of());
  }
}
