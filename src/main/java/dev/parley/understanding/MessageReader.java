package dev.parley.understanding;

import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.NamedMatch;
import dev.parley.understanding.DialogueActs.Act;
import dev.parley.understanding.FollowUps.FollowUp;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message in the order in which each step needs the one before: how it is written, whether
 * it is a set phrase, what it names and what it says against the assistant's checks, whether it
 * answers what was asked, and only then which intent it has.
 */
public final class MessageReader implements NluPipeline {
  private static final Predicate<Token> NOT_ALONE = word -> Words.HOST_NOUNS.contains(word.lower());
  private static final Pattern INSTEAD =
      Pattern.compile(
          "(?i)^(?:(?:no+|nope|sorry|oops|hm+|ah|oh|ok|okay|yes|wait)[\\s,.!]+)*(?:actually|rather|(?:i|we|you)(?:'d| would| should) (?:rather|better|prefer)|let'?s (?:rather|better|just|only)|i meant|better|just|only|simply|on second thoughts?|no,)\\b|\\b(?:instead|rather)[\\s.!]*$");
  private static final Pattern WONDERS =
      Pattern.compile(
          "(?i)^(?:(?:so|and|but|hm+|well|hey|hi|hello|ok|now)[\\s,]+)*(?:(?:should|ought)\\s+(?:i|we|one|somebody|someone)\\b"
              + "|(?:would|will|does|could|might)\\s+it\\s+(?:help|hurt|make\\s+sense|be\\s+(?:ok|okay|safe|wise|better|good|a\\s+good\\s+idea))\\b"
              + "|is\\s+it\\s+(?:ok|okay|safe|wise|time|worth|a\\s+good\\s+idea)\\b|do\\s+(?:we|i)\\s+(?:need|have|want)\\s+to\\b|do\\s+you\\s+think\\b)");
  private static final Set<String> BESIDE_NAMES = Set.of("and", "or", "on", "at", "the");

  private static final Set<String> AROUND = Words.of("AROUND_AN_ANSWER");

  /** Within so many words an order begins: "so please just reload". */
  private static final int ORDERED = 4;

  /** How many intents a question for help may be about that none fits clearly. */
  private static final int NEAR = 3;

  private static final Requests.Reading NOTHING =
      new Requests.Reading(Zone.DECLINE, List.of(), List.of());

  private final EntityResolver resolver;
  private final EntityExtractor extractor;
  private final Answers answers;
  private final Requests requests;
  private final SeveralRequests several;
  private final OpenVerbs openVerbs;
  private final Alternatives alternatives;
  private final FollowUps followUps;
  private final Elsewhere elsewhere;
  private final Function<Speaker, ZoneId> zones;

  public MessageReader(
      IntentCatalog catalog, Inventory inventory, EntityResolver resolver, IntentScorer scorer) {
    this(catalog, inventory, resolver, Set.of(), speaker -> ZoneOffset.UTC, scorer);
  }

  /** A reader without a tagger. */
  public MessageReader(
      IntentCatalog catalog,
      Inventory inventory,
      EntityResolver resolver,
      Set<String> people,
      Function<Speaker, ZoneId> zones,
      IntentScorer scorer) {
    this(catalog, inventory, resolver, people, zones, scorer, SlotTagger.none());
  }

  /**
   * @param people what the people here are called: who is called upon by name is asked, not the
   *     assistant
   * @param zones where the clock is that somebody goes by
   * @param tagger finds values that only their surroundings tell
   */
  public MessageReader(
      IntentCatalog catalog,
      Inventory inventory,
      EntityResolver resolver,
      Set<String> people,
      Function<Speaker, ZoneId> zones,
      IntentScorer scorer,
      SlotTagger tagger) {
    this.resolver = resolver;
    this.extractor = EntityExtractor.forCatalog(resolver, catalog);
    this.answers = new Answers(catalog, inventory, resolver);
    this.requests = new Requests(catalog, inventory, resolver, scorer, tagger);
    this.openVerbs = new OpenVerbs(requests, extractor::mentions);
    this.alternatives = new Alternatives(resolver);
    this.zones = zones;
    this.followUps =
        new FollowUps(
            line -> Heard.of(line, Act.NONE, extractor.mentions(line), Expectation.none()),
            answers);
    this.elsewhere = new Elsewhere(people, name -> !resolver.lookup(name).isEmpty());
    this.several = new SeveralRequests(requests, scorer, elsewhere::is, extractor::mentions);
  }

  @Override
  public Interpretation read(Utterance utterance, Expectation expectation) {
    String text = Normaliser.normalise(utterance.text());
    var asked = expectation.asked();
    var joining =
        asked != null && asked.type() == SlotType.TEXT ? new Joining(text, null) : Joining.of(text);
    var reading = timed(read(utterance, joining.text(), expectation), utterance, expectation);
    return joining.onFailure() == null || reading.intent().isEmpty()
        ? reading
        : reading.besides(new Interpretation.Further("", List.of(), true));
  }

  /** A change of a time leaves what it does not speak of. */
  private Interpretation timed(
      Interpretation reading, Utterance utterance, Expectation expectation) {
    var topic = expectation.topic();
    if (topic == null) {
      return reading;
    }
    boolean other =
        reading.link().change() != Link.Change.REPLACE
            || reading.intent().filter(name -> !name.equals(topic.intent().name())).isPresent();
    if (other || reading.entities().stream().noneMatch(e -> e.type() == SlotType.TIME)) {
      return reading;
    }
    var now = utterance.at().atZone(zones.apply(utterance.speaker()));
    var line = Line.of(reading.text(), expectation, now);
    return reading.with(KeptTimes.in(line, topic.request(), reading.entities()));
  }

  private Interpretation read(Utterance utterance, String text, Expectation expectation) {
    var now = utterance.at().atZone(zones.apply(utterance.speaker()));
    var line = Line.of(text, expectation, now);
    var said = unlessOfAJob(line, DialogueActs.of(text, expectation));
    var act =
        !said.bare() && CalledOff.is(line, expectation)
            ? new Act(DialogueAct.CANCEL_SCHEDULED, false)
            : said;
    var unreadable = Objections.toCharacters(utterance.text());
    if (unreadable.isPresent()) {
      return refused(Heard.nothing(line, act, expectation), unreadable.get());
    }
    var heard = Heard.of(line, act, extractor.mentions(line), expectation);
    var form = Objections.toForm(text, word -> !resolver.lookup(word).isEmpty());
    var change =
        form.isPresent()
            ? Optional.<FollowUp>empty()
            : act.bare() ? followUps.atOnce(heard) : followUps.change(heard);
    if (change.isPresent()) {
      return changed(heard, change.get());
    }
    if (isFreeText(heard)) {
      return answered(Heard.nothing(line, Act.NONE, expectation), FreeText.value(heard));
    }
    if (form.isPresent()) {
      return refused(heard, form.get());
    }
    return act.bare() || act.act() == DialogueAct.WHO_AM_I
        ? answered(Heard.nothing(line, act, expectation), List.of())
        : followUps
            .repetition(heard)
            .map(again -> changed(heard, again))
            .orElseGet(() -> prose(heard).linked(link(heard)));
  }

  /** How the last run of a job ended is known where jobs run. */
  private Act unlessOfAJob(Line line, Act said) {
    boolean job =
        said.act() == DialogueAct.PENDING
            && extractor.mentions(line).stream().anyMatch(m -> m.as(SlotType.JOB).isPresent());
    return job ? Act.NONE : said;
  }

  /** Words that replace the pending request, and those that point at something said before. */
  private static Link link(Heard heard) {
    var line = heard.line();
    boolean instead = INSTEAD.matcher(heard.text()).find();
    return new Link(Link.Change.REPLACE, false, instead, Pointers.in(line));
  }

  private Interpretation changed(Heard heard, FollowUp followUp) {
    var topic =
        followUp.link().alike() ? heard.expectation().recent() : heard.expectation().topic();
    var values =
        topic == null
            ? followUp.values()
            : alternatives.in(topic.intent(), heard.line(), followUp.values());
    var act = followUp.link().alike() ? DialogueAct.INFORM : DialogueAct.CORRECT;
    return new Interpretation(
            heard.text(), null, act, false, Zone.DECLINE, List.of(), values, false)
        .linked(followUp.link());
  }

  private boolean isFreeText(Heard heard) {
    return FreeText.answers(heard)
        && (!FreeText.question(heard.text()) || requests.read(heard).zone() != Zone.ACT);
  }

  private Interpretation prose(Heard heard) {
    var intentions = Objections.toIntentions(heard);
    if (intentions.isPresent()) {
      return refused(heard, intentions.get());
    }
    if (heard.act().act() == DialogueAct.CANCEL_SCHEDULED) {
      return answered(heard, heard.entities());
    }
    if (heard.act().act() == DialogueAct.HELP) {
      var asked = several.delegated(heard).or(() -> several.despite(heard, HelpQuestions::is));
      return asked.isPresent() && objection(asked.get().from(), asked.get().firstThere()).isEmpty()
          ? request(heard.asking(), null, asked.get().first(), asked.get().further())
          : explained(heard);
    }
    if (heard.inDialogue()) {
      var meaning = Objections.toMeaning(heard, List.of());
      if (meaning.isPresent()) {
        return heard.forbids(meaning.get())
            ? answered(heard, List.of())
            : objected(heard, meaning.get());
      }
      // What is wholly an answer speaks of no time: the job "nightly", "two weeks" of a trial.
      var time =
          answers.particular(heard).isPresent()
              ? Optional.<Objection>empty()
              : Objections.toTime(heard, heard.expectation().pending(), List.of());
      if (time.isPresent()) {
        return objected(heard, time.get());
      }
    }
    var chosen = answers.intent(heard);
    if (chosen.isPresent()) {
      return request(
          heard,
          null,
          new Requests.Reading(Zone.ACT, chosen.stream().toList(), List.of()),
          List.of());
    }
    var values = followUps.several(heard).or(() -> answers.values(heard));
    if (values.isPresent() && !(answers.open(heard) && asksForAnother(heard))) {
      var pending = heard.expectation().pending();
      return answered(
          heard,
          pending == null ? values.get() : alternatives.in(pending, heard.line(), values.get()));
    }
    return asked(heard);
  }

  /** A question for an open name is not answered by a sentence that asks for something else. */
  private boolean asksForAnother(Heard heard) {
    var pending = heard.expectation().pending();
    var reading = requests.read(heard);
    return reading.zone() == Zone.ACT
        && requests.intent(reading).filter(intent -> !intent.equals(pending)).isPresent();
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

  /** "don't restart apache on web-01" is told why nothing is done, also where it is no request. */
  private static boolean forbids(Heard heard, Objection why) {
    return why.kind() == Objection.Kind.NEGATION
        && !heard.mentions().isEmpty()
        && heard.line().tokens().stream().anyMatch(w -> Words.REQUEST_VERBS.contains(w.lower()));
  }

  /** How things are is told to people. A text, or what is asked of nothing named, is a request. */
  private boolean onlyStates(Heard heard, Requests.Reading reading) {
    return requests.intent(reading).filter(i -> !i.slots().isEmpty() && !takesText(i)).isPresent()
        && Statements.is(heard.line());
  }

  /** Something that another request may take where the pending one does not. */
  private Interpretation objected(Heard heard, Objection why) {
    var asked = several.read(heard);
    boolean taken =
        !yesAndNames(heard)
            && asked.first().zone() == Zone.ACT
            && objection(asked.from(), asked.firstThere()).isEmpty();
    if (taken) {
      return request(heard, null, asked.first(), asked.further());
    }
    var exactly = Untimely.exactly(heard, why);
    var vague =
        heard.line().question()
            ? Optional.<Entity>empty()
            : Untimely.vague(heard, exactly, heard.expectation().pending());
    return vague.isPresent()
        ? answered(heard, Untimely.and(heard.entities(), vague.get()))
        : refused(heard, exactly);
  }

  private Optional<Objection> objection(Heard heard, Requests.Reading reading) {
    var intent = requests.intent(reading).orElse(null);
    // Quotation marks make a text of what they hold only where the intent takes one.
    List<Entity> named = takesText(intent) ? reading.entities() : List.of();
    return Objections.toMeaning(heard, named)
        .or(() -> Objections.toTime(heard, intent, reading.entities()));
  }

  private static boolean takesText(@Nullable Intent intent) {
    return intent != null
        && intent.slots().stream().anyMatch(slot -> slot.type().kind() == SlotType.Kind.TEXT);
  }

  /** A message of which only its intent tells what it is. */
  private Interpretation asked(Heard heard) {
    if (elsewhere.calls(heard.text()) || !heard.inDialogue() && isName(heard)) {
      return declined(heard);
    }
    if (yesAndNames(heard) || heard.expectation().confirming() && Doubts.is(heard)) {
      return declined(heard);
    }
    var open = openVerbs.offered(heard);
    var asked =
        open.map(reading -> new SeveralRequests.Asked(heard, 0, reading, List.of()))
            .orElseGet(() -> several.read(heard));
    var reading = wondered(heard, asked.first());
    if (open.isEmpty() && reading.zone() != Zone.DECLINE && onlyStates(heard, reading)) {
      return declined(heard);
    }
    var unknown =
        reading.zone() == Zone.ACT || open.isPresent()
            ? Optional.<List<Entity>>empty()
            : answers.unknown(heard);
    if (unknown.isPresent()) {
      return answered(heard, unknown.get());
    }
    var why =
        objection(asked.from(), asked.firstThere())
            .filter(no -> reading.zone() != Zone.DECLINE || forbids(heard, no))
            .orElse(null);
    if (open.isEmpty() && (reading.zone() != Zone.ACT || why != null)) {
      boolean forbids = why != null && why.kind() == Objection.Kind.NEGATION;
      var wish = wish(heard).filter(wished -> !forbids || namesOrOrders(wished));
      if (wish.isPresent()) {
        return request(heard, null, wish.get().first(), wish.get().further());
      }
    }
    if (why != null) {
      return unlessOnlyVague(asked.from(), heard, why, reading);
    }
    var swallowed = reading.zone() == Zone.ACT ? swallowed(heard, asked) : null;
    if (swallowed != null) {
      return request(heard, null, swallowed.first(), swallowed.further());
    }
    var past = Untimely.past(asked.from(), requests.intent(reading).orElse(null));
    return past.isPresent()
        ? request(heard, past.get(), reading, List.of())
        : request(heard, null, reading, asked.further());
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
    return changes && WONDERS.matcher(heard.text()).find()
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
                request(
                    heard, null, reading.with(Untimely.and(reading.entities(), vague)), List.of()))
        .orElseGet(() -> request(heard, exactly, reading, List.of()));
  }

  /** The one clause of a longer message that asks for something to which nothing objects. */
  private Optional<SeveralRequests.Asked> wish(Heard heard) {
    return several
        .delegated(heard)
        .or(() -> several.wish(heard))
        .filter(asked -> objection(asked.from(), asked.firstThere()).isEmpty())
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
        ? answered(heard, unknown.get())
        : request(
            heard,
            null,
            new Requests.Reading(Zone.DECLINE, List.of(), heard.entities()),
            List.of());
  }

  private static Interpretation request(
      Heard heard,
      @Nullable Objection why,
      Requests.Reading reading,
      List<Interpretation.Further> further) {
    return new Interpretation(
        heard.text(),
        why,
        heard.act().act(),
        false,
        why == null ? reading.zone() : Zone.DECLINE,
        reading.ranking(),
        reading.entities(),
        further,
        false,
        Link.NONE);
  }

  /** "How do I …": the intents that are asked about, of which nothing starts. */
  private Interpretation explained(Heard heard) {
    var text = HelpQuestions.subject(heard.text());
    var line = new Line(text, Tokens.of(text), null, heard.line().now());
    var subject = Heard.of(line, heard.act(), extractor.mentions(line), Expectation.none());
    var reading = text.isBlank() ? NOTHING : requests.read(subject);
    long near =
        switch (reading.zone()) {
          case ACT -> 1;
          case OFFER -> NEAR;
          case DECLINE -> 0;
        };
    return request(
        heard,
        null,
        new Requests.Reading(
            Zone.DECLINE,
            reading.ranking().stream().limit(near).toList(),
            subject.mentions().stream().map(Mention::first).toList()),
        List.of());
  }

  private static Interpretation refused(Heard heard, Objection why) {
    return request(
        heard, why, new Requests.Reading(Zone.DECLINE, List.of(), heard.entities()), List.of());
  }

  private static Interpretation answered(Heard heard, List<Entity> values) {
    var act = heard.act();
    return new Interpretation(
        heard.text(), null, act.act(), act.bare(), Zone.DECLINE, List.of(), values, false);
  }
}
