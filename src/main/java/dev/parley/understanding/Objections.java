package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.understanding.Objection.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** Why a message can start nothing, in two halves: how it is written, and what it says. */
final class Objections {
  private static final int LONGEST = 4_000;
  private static final Set<Cue.Kind> AGAINST_CHECKS =
      EnumSet.of(Cue.Kind.OVERRIDE, Cue.Kind.REDEFINITION);

  private static final Pattern PRESUMED =
      Pattern.compile(
          "[,;:(\\[\\u2013-]\\s*(?:and\\s+)?((?:i\\s+(?:hereby\\s+)?)?(?:confirm(?:ed)?|approved?|authori[sz]ed?|agreed?|affirmative|yes|yep|yeah)(?:\\s+(?:it|this|that|yes|by\\s+me|from\\s+me))?)\\W*(?<!\\?)$",
          Pattern.CASE_INSENSITIVE);

  private static final Set<Cue.Kind> SOFT =
      EnumSet.of(Cue.Kind.EXCEPTION, Cue.Kind.NEGATION, Cue.Kind.FORBIDDEN);

  /** "INC-12 must not be resolved": what follows a name at once goes on with the sentence. */
  private static final Pattern NOT_SET_OFF = Pattern.compile("\\w*\\d\\s*$");

  private Objections() {}

  /** What no message may hold, an answer of free text included. */
  static Optional<Objection> toCharacters(String raw) {
    return raw.length() > LONGEST
        ? Optional.of(new Objection(Kind.TOO_LONG, raw.length() + " characters"))
        : HiddenCharacters.in(raw);
  }

  /**
   * What no prose may hold: a shell's syntax, wrappings, further lines.
   *
   * @param name whether a word names something that exists
   */
  static Optional<Objection> toForm(String text, Predicate<String> name) {
    return Wrapping.in(text, name)
        .or(() -> ShellSyntax.in(text, name))
        .or(() -> Lines.in(text, Courtesy::only));
  }

  /** What tries to get around the assistant's checks. */
  static Optional<Objection> toIntentions(Heard heard) {
    return heard.cues().stream()
        .filter(cue -> AGAINST_CHECKS.contains(cue.kind()))
        .findFirst()
        .map(cue -> of(heard.text(), cue))
        .or(() -> presumed(heard));
  }

  /** A yes that is given with the request, before anything was asked. */
  private static Optional<Objection> presumed(Heard heard) {
    boolean mayAnswer = heard.inDialogue() || heard.mentions().isEmpty();
    return mayAnswer
        ? Optional.empty()
        : PRESUMED
            .matcher(heard.text())
            .results()
            .findFirst()
            .map(yes -> new Objection(Kind.OVERRIDE, yes.group(1)));
  }

  /**
   * What is said plainly, and nothing understands yet: a negation or an exception.
   *
   * @param entities what is named; words of a text that is looked for say nothing
   */
  static Optional<Objection> toMeaning(Heard heard, List<Entity> entities) {
    return heard.cues().stream()
        .filter(cue -> entities.stream().noneMatch(e -> quotes(heard.text(), e, cue)))
        .filter(cue -> heard.mentions().stream().noneMatch(m -> bounds(m, cue)))
        .filter(
            cue ->
                heard.corrects() || keepsOne(heard)
                    ? SOFT.contains(cue.kind())
                    : SOFT.contains(cue.kind()) || cue.kind() == Cue.Kind.REJECTED)
        .findFirst()
        .map(cue -> of(heard.text(), cue));
  }

  /** "on app-01, not on app-02": what is wanted instead is named, and is no group. */
  private static boolean keepsOne(Heard heard) {
    return !heard.mentions().isEmpty()
        && heard.mentions().stream().allMatch(m -> m.first().values().size() == 1);
  }

  /** "not before 23:00" denies nothing. */
  private static boolean bounds(Mention mention, Cue cue) {
    return mention.first().type() == SlotType.TIME
        && mention.start() <= cue.start()
        && cue.start() < mention.end();
  }

  /** Whether a cue stands in a text that is set off from the request itself. */
  private static boolean quotes(String text, Entity entity, Cue cue) {
    boolean wording = entity.start() == 0 && entity.text().indexOf(' ', cue.end()) < 0;
    return entity.type() == SlotType.TEXT
        && !wording
        && entity.start() <= cue.start()
        && cue.start() < entity.end()
        && !NOT_SET_OFF.matcher(text.substring(0, entity.start())).find();
  }

  /**
   * A time, where the intent takes none.
   *
   * @param intent what is asked for, or null when nothing is
   * @param entities what is named
   */
  static Optional<Objection> toTime(Heard heard, @Nullable Intent intent, List<Entity> entities) {
    return toTime(heard, intent, entities, List.of());
  }

  /**
   * The same of the first of several requests.
   *
   * @param further what the others name; how long they last is not said of the first
   */
  static Optional<Objection> toTime(
      Heard heard, @Nullable Intent intent, List<Entity> entities, List<Entity> further) {
    var names =
        Stream.concat(
                heard.mentions().stream()
                    .filter(m -> plainName(m) || intent != null && takes(heard, intent, m))
                    .map(m -> new Span(m.start(), m.end())),
                Stream.concat(
                    Stream.concat(
                        Reasons.before(heard).stream(),
                        Reasons.after(heard, intent != null && intent.onlyReads()).stream()),
                    Stream.concat(
                            entities.stream().filter(e -> accounts(intent, e.type())),
                            further.stream().filter(e -> e.type() == SlotType.DURATION))
                        .map(e -> new Span(e.start(), e.end()))))
            .toList();
    boolean timed =
        intent != null
            && heard.mentions().stream()
                .anyMatch(m -> m.as(SlotType.TIME).isPresent() && takes(heard, intent, m));
    return TimeMentions.in(heard.line(), names, intent)
        .filter(time -> !(timed && time.toLowerCase(Locale.ROOT).startsWith("schedul")))
        .filter(
            time -> !(saysHowLong(entities) && time.toLowerCase(Locale.ROOT).startsWith("while")))
        .map(time -> new Objection(Kind.TIME, time));
  }

  /** "for two hours while we swap the disk" says how long, and why. */
  private static boolean saysHowLong(List<Entity> entities) {
    return entities.stream().anyMatch(e -> e.type() == SlotType.DURATION);
  }

  /** Whether an intent takes what is named; nothing can be done at a time that has been. */
  private static boolean takes(Heard heard, Intent intent, Mention mention) {
    boolean gone =
        intent.schedulable()
            && Readings.in(intent, mention).type() == SlotType.TIME
            && TimeValues.before(Readings.in(intent, mention), heard.line().now().toInstant());
    return !gone && Readings.takes(intent, mention);
  }

  /** What a request says, and amounts that it takes: the "two weeks" of a trial are no delay. */
  private static boolean accounts(@Nullable Intent intent, SlotType type) {
    return intent != null
        && (type.kind() == SlotType.Kind.TEXT || Particulars.reads(type))
        && intent.slots().stream().anyMatch(slot -> slot.type() == type);
  }

  static boolean plainName(Mention mention) {
    var kind = mention.first().type().kind();
    return kind != SlotType.Kind.TIME && kind != SlotType.Kind.TEXT;
  }

  private static Objection of(String text, Cue cue) {
    var kind =
        switch (cue.kind()) {
          case REJECTED -> Kind.EXCEPTION;
          case FORBIDDEN -> Kind.NEGATION;
          default -> Kind.valueOf(cue.kind().name());
        };
    return new Objection(kind, text.substring(cue.start(), cue.end()));
  }
}
