package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.SlotType;
import dev.parley.training.Example;
import dev.parley.training.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a Rasa project cannot be carried over, or has to be looked at: noted where it stands. */
final class LeftBehind {
  private final RasaDomain domain;
  private final RasaValues values;
  private final List<Problem> notes;

  LeftBehind(RasaProject project, RasaValues values) {
    this.domain = project.domain();
    this.values = values;
    this.notes = new ArrayList<>(project.notes());
  }

  /** All that was noted, to be added to. */
  List<Problem> notes() {
    return notes;
  }

  /** What of a response no question can say. */
  void response(RasaResponse response) {
    var rest = response.variations().stream().skip(1).toList();
    if (!rest.isEmpty()) {
      notes.add(
          rest.get(0)
              .at()
              .tell(
                  "Of the "
                      + response.variations().size()
                      + " ways to say "
                      + response.name()
                      + " the first is brought.",
                  "Nothing to do."));
    }
    response.variations().stream()
        .limit(1)
        .forEach(
            way -> {
              if (!way.more().isEmpty()) {
                notes.add(
                    way.at()
                        .tell(
                            response.name()
                                + " also has "
                                + String.join(", ", way.more())
                                + ", which is not brought.",
                            "Say it in the text."));
              }
              if (!way.buttons().isEmpty()) {
                notes.add(
                    way.at()
                        .tell(
                            "The buttons of " + response.name() + " are not brought.",
                            "Choices are shown by themselves for names that the inventory knows;"
                                + " else name them in the question."));
              }
            });
  }

  /** What a custom action does is written in Python. */
  void program(String action, String name) {
    Optional.ofNullable(domain.actions.get(action))
        .ifPresent(
            at ->
                notes.add(
                    at.tell(
                        "What " + action + " does is a program.",
                        "Say it as an action in intents/" + name + ".yml.")));
  }

  /** Forms that nothing starts. */
  void forms(Set<String> startedForms) {
    domain.forms.values().stream()
        .filter(form -> !startedForms.contains(form.name()))
        .forEach(
            form ->
                notes.add(
                    form.at()
                        .tell(
                            "No rule, story or name tells what starts the form "
                                + form.name()
                                + ".",
                            "Write an intent for it with: parley new intent "
                                + Names.intent(RasaImport.bare(form.name()))
                                + ".")));
  }

  /** Lists of what is open here do nothing, and that is said. */
  void lists(RasaSlot slot, @Nullable SlotType type) {
    if (type == null || type.kind() == SlotType.Kind.CLOSED) {
      return;
    }
    for (var kind : List.of(Listed.Kind.LOOKUP, Listed.Kind.REGEX)) {
      values.lists(slot.name(), kind).stream()
          .findFirst()
          .ifPresent(
              line ->
                  notes.add(
                      new Place(line.file(), line.line())
                          .tell(
                              "The %s %s finds nothing here: %s is a %s."
                                  .formatted(
                                      kind == Listed.Kind.LOOKUP ? "table" : "expression",
                                      line.name(),
                                      slot.name(),
                                      type.label()),
                              "Its examples teach where its values stand.")));
    }
    values.synonyms(slot.name()).stream()
        .findFirst()
        .ifPresent(
            line ->
                notes.add(
                    new Place(line.file(), line.line())
                        .tell(
                            "Synonyms of %s, such as %s for %s, are not brought: a %s stays as it is"
                                    .formatted(slot.name(), line.text(), line.name(), type.label())
                                + " said.",
                            "Where names are to be known, declare them in the inventory.")));
  }

  /** Something about examples, where the first of them stands. */
  void note(List<Example> about, String what, String todo) {
    var first = about.get(0);
    notes.add(new Place(first.file(), first.line()).tell(what, todo));
  }
}
