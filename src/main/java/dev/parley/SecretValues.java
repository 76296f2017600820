package dev.parley;

import dev.parley.action.SecretBox;
import dev.parley.command.Command;
import dev.parley.intent.Discretion;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a secret that somebody writes goes no further than into the slot that takes it:
 * there it is closed up, and what was written is kept without it.
 */
record SecretValues(IntentCatalog catalog, SecretBox box, Expectation expected) {
  /** How many of several readings may be taken up. */
  private static final int READINGS = 5;

  /** Whether a secret is asked for, or named by an exact command, so that it has to be read. */
  boolean wanted(@Nullable Command command) {
    return asked() != null || command != null && intents(command).anyMatch(SecretValues::takesOne);
  }

  private @Nullable Slot asked() {
    var slot = expected.asked();
    return slot != null && slot.secret() ? slot : null;
  }

  private Stream<Intent> intents(Command command) {
    var name =
        command instanceof Command.Understood understood
            ? understood.request().intent()
            : ((Command.Malformed) command).intent();
    return catalog.find(name).stream();
  }

  private static boolean takesOne(Intent intent) {
    return intent.slots().stream().anyMatch(Slot::secret);
  }

  /** What is kept of a message as it was typed, where nothing else is known of it. */
  String kept(@Nullable Command command, String text) {
    var kept = text;
    for (var form : command == null ? List.<Pattern>of() : forms(command)) {
      kept = form.matcher(kept).replaceAll("$1" + Discretion.HIDDEN);
    }
    return Discretion.over(kept);
  }

  /** What is wrong with a command, unless that repeats a part of a secret. */
  String told(Command.Malformed command, String text) {
    boolean repeats =
        forms(command).stream()
            .flatMap(form -> form.matcher(text).results())
            .flatMap(secret -> Stream.of(secret.group(2).split("[\\s,\"=]+")))
            .anyMatch(part -> !part.isEmpty() && command.problem().contains(part));
    return repeats
        ? "Something is wrong with a value that must not be shown. Write each as slot=value, in"
            + " quotation marks where it holds spaces."
        : Discretion.over(command.problem());
  }

  /** A secret goes on to the next slot that the intent has, because it may lack its quotes. */
  private List<Pattern> forms(Command command) {
    return intents(command)
        .flatMap(
            intent -> {
              var names = intent.slots().stream().map(Slot::name).collect(Collectors.joining("|"));
              return intent.slots().stream()
                  .filter(Slot::secret)
                  .map(slot -> form(slot.name(), names));
            })
        .toList();
  }

  private static Pattern form(String name, String names) {
    return Pattern.compile(
        "(?si)\\b(%s\\s*=\\s*)(\"(?:\\\\.|[^\"\\\\])*\"(?=\\s|$)|.*?(?=\\s+(?:%s)\\s*=|$))"
            .formatted(name, names));
  }

  /** The same reading with every secret value closed up, and without it in its text. */
  Interpretation closed(Interpretation reading) {
    var taking = taking(reading);
    if (taking.isEmpty()) {
      return reading;
    }
    var all = new ArrayList<>(reading.entities());
    reading.further().forEach(more -> all.addAll(more.entities()));
    var text = reading.text();
    for (var entity : all) {
      text = secret(taking, entity) ? without(text, entity) : text;
    }
    var entities = closed(taking, reading.entities());
    var further =
        reading.further().stream()
            .map(
                more ->
                    new Interpretation.Further(
                        more.intent(), closed(taking, more.entities()), more.onFailure()))
            .toList();
    boolean unused =
        asked() != null
            && entities.isEmpty()
            && reading.intent().isEmpty()
            && reading.act() == DialogueAct.INFORM;
    var kept =
        reading.keeping(unused ? Discretion.HIDDEN : Discretion.over(text), entities, further);
    var why = reading.objection();
    return why == null ? kept : kept.objecting(new Objection(why.kind(), Discretion.HIDDEN));
  }

  /** What is shown in a secret's place is no value of it. */
  private List<Entity> closed(List<Intent> taking, List<Entity> entities) {
    return entities.stream()
        .filter(one -> !secret(taking, one) || !one.text().contains(Discretion.HIDDEN))
        .map(one -> secret(taking, one) ? closed(one) : one)
        .toList();
  }

  private Entity closed(Entity entity) {
    var values = entity.values().stream().map(value -> box.close(value.canonical())).toList();
    return entity.closed(Discretion.HIDDEN, values);
  }

  private static boolean secret(List<Intent> taking, Entity entity) {
    return taking.stream().anyMatch(intent -> secret(intent, entity));
  }

  private static String without(String text, Entity entity) {
    var kept = text;
    for (var value : entity.values()) {
      kept = kept.replace(value.canonical(), Discretion.HIDDEN);
    }
    return kept.replace(entity.text(), Discretion.HIDDEN);
  }

  /** The intents that this may be about and that take a secret. */
  private List<Intent> taking(Interpretation reading) {
    var named =
        Stream.concat(
                reading.ranking().stream().limit(READINGS).map(scored -> scored.intent()),
                reading.further().stream().map(Interpretation.Further::intent))
            .flatMap(name -> catalog.find(name).stream());
    return Stream.concat(Stream.ofNullable(expected.pending()), named)
        .filter(Objects::nonNull)
        .filter(SecretValues::takesOne)
        .distinct()
        .toList();
  }

  private static boolean secret(Intent intent, Entity entity) {
    return intent.slots().stream()
        .filter(Slot::secret)
        .anyMatch(
            slot ->
                entity.slot() == null
                    ? entity.type() == SlotType.TEXT
                    : entity.slot().equals(slot.name()));
  }
}
