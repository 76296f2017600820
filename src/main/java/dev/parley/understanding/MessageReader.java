package dev.parley.understanding;

import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.understanding.DialogueActs.Act;
import dev.parley.understanding.FollowUps.FollowUp;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a message in the order in which each step needs the one before: how it is written, whether
 * it is a set phrase, what it names and what it says against the assistant's checks, whether it
 * answers what was asked, and only then which intent it has.
 */
public final class MessageReader implements NluPipeline {

  private static final Pattern INSTEAD =
      Pattern.compile(
          "(?i)^(?:(?:no+|nope|sorry|oops|hm+|ah|oh|ok|okay|yes|wait)[\\s,.!]+)*(?:actually|rather|(?:i|we|you)(?:'d| would| should) (?:rather|better|prefer)|let'?s (?:rather|better|just|only)|i meant?|better|just|only|simply|on second thoughts?|no,)\\b|\\b(?:instead|rather)[\\s.!]*$");

  /** "actually, what's the load on it?": asked in between, and not in the place of anything. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?is)^(?!.*\\b(?:instead|rather|i meant?)\\b).*(?:\\?[\\s.!?]*$|\\b(?:first|beforehand|before that)\\b)");

  private static final Pattern INSTEAD_ALONE =
      Pattern.compile("(?i)(?:instead|rather|then|please|now|too|as well|again)[.! ]*");

  /** How many intents a question for help may be about that none fits clearly. */
  private static final int NEAR = 3;

  private static final Requests.Reading NOTHING =
      new Requests.Reading(Zone.DECLINE, List.of(), List.of());

  private final EntityResolver resolver;
  private final EntityExtractor extractor;
  private final Answers answers;
  private final Requests requests;
  private final SeveralRequests several;
  private final Alternatives alternatives;
  private final FollowUps followUps;
  private final Repetitions repetitions;
  private final Asking asking;
  private final Asides asides;
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
    this.alternatives = new Alternatives(resolver);
    this.zones = zones;
    Function<Line, Heard> reader =
        line -> Heard.of(line, Act.NONE, extractor.mentions(line), Expectation.none());
    var bare = new BareValues(reader, answers);
    this.followUps = new FollowUps(bare, new Reasoned(bare, reader));
    this.repetitions = new Repetitions(bare, answers);
    var elsewhere = new Elsewhere(people, name -> !resolver.lookup(name).isEmpty());
    this.several =
        new SeveralRequests(
            requests, scorer, elsewhere::is, elsewhere::isForOthers, extractor::mentions);
    this.asides = new Asides(answers, requests, extractor::mentions);
    this.asking =
        new Asking(
            resolver,
            answers,
            requests,
            several,
            new OpenVerbs(requests, extractor::mentions),
            elsewhere::calls);
  }

  @Override
  public Interpretation read(Utterance utterance, Expectation expectation) {
    String text = Normaliser.normalise(utterance.text());
    var asked = expectation.asked();
    var joining =
        asked != null && asked.type() == SlotType.TEXT ? new Joining(text, null) : Joining.of(text);
    var read = read(utterance, joining.text(), expectation);
    var reading = timed(asked == null ? worded(read) : read, utterance, expectation);
    return joining.onFailure() == null || reading.intent().isEmpty()
        ? reading
        : reading.besides(new Interpretation.Further("", List.of(), true));
  }

  @Override
  public Optional<Evidence> evidence(Utterance utterance) {
    var now = utterance.at().atZone(zones.apply(utterance.speaker()));
    var line = Line.of(Normaliser.normalise(utterance.text()), Expectation.none(), now);
    return requests.evidence(
        Heard.of(line, Act.NONE, extractor.mentions(line), Expectation.none()));
  }

  /** "page platform instead": no text says only that it takes the place of another. */
  private static Interpretation worded(Interpretation reading) {
    var said = reading.entities().stream().filter(e -> !saysNothing(e)).toList();
    return said.size() == reading.entities().size() ? reading : reading.with(said);
  }

  private static boolean saysNothing(Entity entity) {
    return entity.type() == SlotType.TEXT
        && INSTEAD_ALONE.matcher(entity.text()).matches()
        && entity.slot() != null;
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
      return Findings.refused(Heard.nothing(line, act, expectation), unreadable.get());
    }
    var heard = Heard.of(line, act, extractor.mentions(line), expectation);
    var form = Objections.toForm(text, word -> !resolver.lookup(word).isEmpty());
    var change =
        form.isPresent()
            ? Optional.<FollowUp>empty()
            : act.bare() ? AtOnce.in(heard) : followUps.change(heard);
    if (change.isPresent()) {
      return changed(heard, change.get());
    }
    if (isFreeText(heard)) {
      return Findings.answered(Heard.nothing(line, Act.NONE, expectation), FreeText.value(heard));
    }
    if (form.isPresent()) {
      return Findings.refused(heard, form.get());
    }
    return act.bare() || act.act() == DialogueAct.WHO_AM_I
        ? Findings.answered(Heard.nothing(line, act, expectation), List.of())
        : repetitions
            .of(heard)
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
    boolean instead = INSTEAD.matcher(heard.text()).find() && !BETWEEN.matcher(heard.text()).find();
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
      return Findings.refused(heard, intentions.get());
    }
    boolean turnsDown =
        heard.act().act() == DialogueAct.DENY || heard.act().act() == DialogueAct.CANCEL;
    if (heard.expectation().confirming() && !turnsDown && Doubts.is(heard)) {
      return Findings.answered(
          Heard.nothing(heard.line(), new Act(DialogueAct.DOUBT, true), heard.expectation()),
          List.of());
    }
    if (heard.act().act() == DialogueAct.CANCEL_SCHEDULED) {
      return Findings.answered(heard, heard.entities());
    }
    if (heard.act().act() == DialogueAct.HELP) {
      var asked = several.delegated(heard).or(() -> several.despite(heard, HelpQuestions::is));
      return asked.isPresent() && asking.objection(asked.get()).isEmpty()
          ? Findings.request(heard.asking(), null, asked.get().first(), asked.get().further())
          : explained(heard);
    }
    if (heard.inDialogue()) {
      var meaning = Objections.toMeaning(heard, List.of());
      if (meaning.isPresent()) {
        return heard.forbids(meaning.get())
            ? Findings.answered(heard, List.of())
            : asking.objected(heard, meaning.get());
      }
      // What is wholly an answer speaks of no time: the job "nightly", "two weeks" of a trial.
      var time =
          answers.particular(heard).isPresent()
              ? Optional.<Objection>empty()
              : Objections.toTime(heard, heard.expectation().pending(), List.of());
      if (time.isPresent()) {
        return asking.objected(heard, time.get());
      }
    }
    var chosen = answers.intent(heard);
    if (chosen.isPresent()) {
      return Findings.request(
          heard,
          null,
          new Requests.Reading(Zone.ACT, chosen.stream().toList(), List.of()),
          List.of());
    }
    var values =
        followUps.several(heard).or(() -> answers.values(heard)).or(() -> asides.values(heard));
    if (values.isPresent() && !(answers.open(heard) && asksForAnother(heard))) {
      var pending = heard.expectation().pending();
      return Findings.answered(
          heard,
          pending == null ? values.get() : alternatives.in(pending, heard.line(), values.get()));
    }
    return asking.read(heard);
  }

  /** A question for an open name is not answered by a sentence that asks for something else. */
  private boolean asksForAnother(Heard heard) {
    var pending = heard.expectation().pending();
    var reading = requests.read(heard);
    return reading.zone() == Zone.ACT
        && requests.intent(reading).filter(intent -> !intent.equals(pending)).isPresent();
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
    return Findings.request(
        heard,
        null,
        new Requests.Reading(
            Zone.DECLINE,
            reading.ranking().stream().limit(near).toList(),
            subject.mentions().stream().map(Mention::first).toList()),
        List.of());
  }
}
