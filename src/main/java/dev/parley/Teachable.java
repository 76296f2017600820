package dev.parley;

import dev.parley.command.Command;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Draft;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Discretion;
import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.person.LinkCodes;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Objection;
import dev.parley.understanding.SaidPhrase;
import dev.parley.understanding.SetPhrase;
import dev.parley.understanding.TeachingForm;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether words may stand for a request: the request is read as if somebody asked for it, and
 * the words must not mean anything already.
 */
final class Teachable {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 120;

  /** A request that words may stand for, or what is said instead. */
  record Meaning(@Nullable ActionRequest request, SystemAct.@Nullable Saying instead) {
    static Meaning refused(String sentence) {
      return new Meaning(null, new SystemAct.Remark(sentence));
    }
  }

  private final Moment moment;
  private final Utterance said;

  /**
   * @param said the message that teaches
   */
  Teachable(Moment moment, Utterance said) {
    this.moment = moment;
    this.said = said;
  }

  /** Whether a text asks for one thing, so that words may stand for it. */
  boolean isRequest(String text) {
    return moment.knowledge().commands().parse(text).isPresent() || read(text).intent().isPresent();
  }

  /** What a text asks for, when it is exactly one request that is the same at any time. */
  Meaning meaning(String text) {
    if (!Discretion.over(text).equals(text)) {
      return Meaning.refused("A phrase cannot stand for a secret, so I keep nothing of that.");
    }
    var command = moment.knowledge().commands().parse(text).orElse(null);
    if (command instanceof Command.Malformed malformed) {
      return Meaning.refused(Discretion.over(malformed.problem()));
    }
    if (command instanceof Command.Understood understood) {
      return checked(understood.request());
    }
    if (SetPhrase.of(text).isPresent() || TeachingForm.of(text).isPresent()) {
      return Meaning.refused(
          "“%s” is no request of its own, so a phrase cannot stand for it.".formatted(text));
    }
    return of(text, read(text));
  }

  private Meaning of(String text, Interpretation reading) {
    if (reading.objection() != null) {
      return new Meaning(null, new SystemAct.Object(reading.objection()));
    }
    if (!reading.further().isEmpty()) {
      return Meaning.refused(
          "A phrase stands for one request, and “%s” are several.".formatted(text));
    }
    if (!reading.link().pointers().isEmpty()) {
      return Meaning.refused(
          "“%s” points at something that was said before. Name it.".formatted(text));
    }
    var intent = reading.intent().flatMap(moment.knowledge().catalog()::find);
    if (intent.isEmpty()) {
      return Meaning.refused(
          "I do not understand “%s” as a request, so I cannot learn what the phrase means. Say it as you would ask for it, or as an exact command."
              .formatted(text));
    }
    var draft = Draft.of(intent.get(), reading.entities());
    return draft.troubles().stream()
        .findFirst()
        .map(trouble -> Meaning.refused(unclear(trouble)))
        .orElseGet(() -> checked(draft.request()));
  }

  private static String unclear(Draft.Trouble trouble) {
    return trouble.kind() == Draft.Trouble.Kind.UNKNOWN
        ? "Nothing here is called “%s”, so I learnt nothing.".formatted(trouble.spoken())
        : "“%s” could be one of several (%s), so I learnt nothing. Name one."
            .formatted(trouble.spoken(), String.join(", ", trouble.choices()));
  }

  private Meaning checked(ActionRequest request) {
    var intent = moment.knowledge().catalog().get(request.intent());
    for (var named : request.slots().entrySet()) {
      var type = intent.slot(named.getKey()).map(slot -> slot.type()).orElse(SlotType.TIME);
      if (intent.slot(named.getKey()).filter(slot -> slot.secret()).isPresent()) {
        return Meaning.refused(
            "A phrase cannot stand for a secret. Leave %s out, and I ask for it each time."
                .formatted(named.getKey()));
      }
      if (type.kind() == SlotType.Kind.TIME) {
        return Meaning.refused(
            "A phrase cannot hold a time. Leave it out, and say it when you ask.");
      }
    }
    var unknown =
        request.slots().values().stream()
            .flatMap(values -> values.stream())
            .filter(value -> !value.known())
            .map(SlotValue::shown)
            .findFirst();
    return unknown
        .map(
            name ->
                Meaning.refused(
                    "Nothing here is called “%s”, so I learnt nothing.".formatted(name)))
        .orElseGet(() -> kept(request));
  }

  /** What is kept is the exact form, so that has to come back as it was. */
  private Meaning kept(ActionRequest request) {
    boolean same =
        moment.knowledge().commands().parse(request.exactForm()).orElse(null)
                instanceof Command.Understood understood
            && understood.request().sameAs(request);
    return same
        ? new Meaning(request, null)
        : Meaning.refused("A phrase cannot stand for %s.".formatted(request.exactForm()));
  }

  /** Why words cannot stand for a request; empty when they may. */
  Optional<String> problem(String phrase, ActionRequest meaning) {
    if (!Discretion.over(phrase).equals(phrase)) {
      return Optional.of("A phrase cannot hold a secret, so I keep nothing of that.");
    }
    long letters = phrase.codePoints().filter(Character::isLetter).count();
    if (letters < SHORTEST || SaidPhrase.of(phrase).isEmpty()) {
      return Optional.of("“%s” is too short for a phrase. Take a few words.".formatted(phrase));
    }
    if (phrase.length() > LONGEST) {
      return Optional.of(
          "That phrase is too long. Take one of at most %d characters.".formatted(LONGEST));
    }
    if (isCommand(phrase)) {
      return Optional.of(
          "“%s” is the name of an exact command, which always means itself.".formatted(phrase));
    }
    if (!moment.knowledge().resolver().lookup(phrase).isEmpty()) {
      return Optional.of(
          "“%s” is the name of something here, so it cannot stand for a request."
              .formatted(phrase));
    }
    return hasMeaning(phrase)
        ? Optional.of(
            "“%s” has a meaning of its own in a conversation, so it cannot stand for anything else."
                .formatted(phrase))
        : problem(phrase, read(phrase), meaning);
  }

  private Optional<String> problem(String phrase, Interpretation reading, ActionRequest meaning) {
    var objection = reading.objection();
    if (objection != null) {
      return Optional.of(
          "A phrase cannot hold %s (%s).".formatted(what(objection), objection.excerpt()));
    }
    return reading
        .intent()
        .filter(intent -> !intent.equals(meaning.intent()))
        .map(
            intent ->
                "“%s” already means %s to me, so it cannot stand for %s. Take other words, or ask a maintainer to review that reading."
                    .formatted(phrase, intent, meaning.intent()));
  }

  private static String what(Objection objection) {
    return switch (objection.kind()) {
      case SHELL_SYNTAX -> "shell syntax";
      case WRAPPED -> "markup or quoted dialogue";
      case HIDDEN_CHARACTERS, MIXED_SCRIPTS -> "characters that do not show what they are";
      case OVERRIDE -> "words against my checks";
      case REDEFINITION -> "another definition";
      case TIME, PAST, REPEATS -> "a time";
      case NEGATION, EXCEPTION -> "a negation";
      case SECRET -> "a secret";
      case MANY_LINES, TOO_LONG -> "so much text";
    };
  }

  private boolean isCommand(String phrase) {
    var name = phrase.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return moment.knowledge().commands().parse(phrase).isPresent()
        || moment.knowledge().catalog().find(name).map(Intent::name).isPresent();
  }

  private boolean hasMeaning(String phrase) {
    return SaidPhrase.act(phrase).isPresent()
        || SetPhrase.of(phrase).isPresent()
        || TeachingForm.of(phrase).isPresent()
        || LinkCodes.in(phrase).isPresent()
        || Settlement.of(phrase).isPresent()
        || read(phrase).act() != DialogueAct.INFORM;
  }

  private Interpretation read(String text) {
    return moment.knowledge().nlu().read(said.saying(text), Expectation.none());
  }
}
