package dev.parley.interchange;

import dev.parley.intent.IntentReader;
import dev.parley.intent.Problem;
import dev.parley.intent.SlotType;
import dev.parley.interchange.Draft.DraftSlot;
import dev.parley.training.Annotation;
import dev.parley.training.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a Rasa project into a home: intents that start a form become intents with slots, responses
 * their questions, examples training data. Nothing is written here; what is to be written is told.
 */
public final class RasaImport {
  /** What is understood in every state, and needs no examples of its own. */
  private static final Map<String, String> ACTS = new HashMap<>();

  private static final Set<String> NEGATIVES =
      Set.of("out_of_scope", "outofscope", "oos", "nlu_fallback");

  static {
    acts("a yes", "affirm", "yes", "confirm", "agree", "accept");
    acts("a no", "deny", "no", "disagree", "reject");
    acts("a cancelling", "cancel", "stop", "abort");
    acts("a greeting", "greet", "greeting", "hello", "hi", "goodbye", "bye");
    acts("thanks", "thank", "thanks", "thankyou", "thank_you");
    acts("a question for help", "help");
  }

  private static void acts(String act, String... names) {
    List.of(names).forEach(name -> ACTS.put(name, act));
  }

  /**
   * What an import would do.
   *
   * @param files what would be written
   * @param problems why nothing is
   * @param notes what could not be carried over, or has to be looked at
   */
  public record Result(Map<Path, String> files, List<Problem> problems, List<Problem> notes) {
    public Result {
      files = new TreeMap<>(files);
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  private final RasaProject project;
  private final RasaDomain domain;
  private final RasaValues values;
  private final RasaEstate estate;
  private final Path home;
  private final LeftBehind left;
  private final ImportedExamples taught;
  private final Map<Path, String> files = new LinkedHashMap<>();
  private final Map<String, SlotType> types = new HashMap<>();
  private final Set<String> startedForms = new HashSet<>();

  private RasaImport(RasaProject project, Path home) {
    this.project = project;
    this.domain = project.domain();
    this.values = new RasaValues(project);
    this.estate = new RasaEstate(home);
    this.home = home;
    this.left = new LeftBehind(project, values);
    this.taught = new ImportedExamples(home, left);
  }

  /** What bringing a Rasa project into a home would do. */
  public static Result of(Path folder, Path home) throws IOException {
    var project = RasaProject.read(folder);
    if (!project.problems().isEmpty()) {
      return new Result(Map.of(), project.problems(), List.of());
    }
    if (project.examples().examples().isEmpty()) {
      var none =
          new Problem(folder.toString(), 1, "There are no examples in it.", "Name a Rasa project.");
      return new Result(Map.of(), List.of(none), List.of());
    }
    return new RasaImport(project, home).run();
  }

  private Result run() {
    Map<String, List<Example>> byIntent = new LinkedHashMap<>();
    project.examples().examples().stream()
        .sorted(Comparator.comparing(Example::file).thenComparingInt(Example::line))
        .forEach(e -> byIntent.computeIfAbsent(e.intent(), k -> new ArrayList<>()).add(e));
    var names = new HashMap<String, String>();
    var known = IntentReader.read(home.resolve("intents")).catalog();
    var problems = new ArrayList<Problem>();
    byIntent.forEach(
        (intent, examples) -> {
          if (isNegative(intent)) {
            taught.negatives(intent, examples);
          } else if (carried(intent, examples)) {
            var name = Names.intent(intent);
            var other = names.putIfAbsent(name, intent);
            if (other != null) {
              left.note(examples, intent + " and " + other + " have one name here.", "Rename one.");
            } else {
              intent(name, intent, examples);
            }
          }
        });
    known.all().stream()
        .filter(intent -> names.containsKey(intent.name()))
        .filter(intent -> !has("intents/" + intent.name() + ".yml"))
        .forEach(
            intent ->
                problems.add(
                    new Problem(
                        "intents",
                        1,
                        "There is an intent " + intent.name() + " in another file.",
                        "Rename one.")));
    left.forms(startedForms);
    domain.slots.values().forEach(slot -> left.lists(slot, types.get(slot.name())));
    files.putAll(taught.files());
    files.putAll(estate.files(left.notes()));
    return new Result(files, problems, left.notes().stream().distinct().toList());
  }

  private boolean has(String file) {
    return java.nio.file.Files.exists(home.resolve(file));
  }

  private static boolean isNegative(String intent) {
    return NEGATIVES.contains(Names.intent(intent));
  }

  private boolean carried(String intent, List<Example> examples) {
    var act = ACTS.get(Names.intent(intent));
    boolean marked = examples.stream().anyMatch(e -> !e.annotations().isEmpty());
    if (act != null && !marked) {
      left.note(
          examples,
          intent + " is not brought: " + act + " is understood anyhow.",
          "Nothing to do.");
      return false;
    }
    boolean starts = form(intent).isPresent() || !actions(intent).isEmpty();
    if (!starts && !domain.forms.isEmpty()) {
      left.note(
          examples,
          intent
              + " starts nothing and is not brought: answers to a form are understood by what is"
              + " asked.",
          "If it asks for something, write it with: parley new intent "
              + Names.intent(intent)
              + ".");
      return false;
    }
    return true;
  }

  private Optional<RasaForm> form(String intent) {
    var started = project.flows().formsOf(intent);
    if (started.size() > 1) {
      var other = Objects.requireNonNull(domain.forms.get(started.get(1)));
      left.notes()
          .add(
              other
                  .at()
                  .tell(
                      intent + " starts several forms; " + started.get(0) + " is brought.",
                      "Write an intent for each of the others."));
    }
    return started.stream()
        .findFirst()
        .or(
            () ->
                domain.forms.keySet().stream()
                    .filter(f -> bare(f).equals(bare(intent)))
                    .findFirst())
        .flatMap(name -> Optional.ofNullable(domain.forms.get(name)));
  }

  /** {@code book_table_form} and {@code request_book_table} are about the same. */
  static String bare(String name) {
    return Names.intent(name).replaceAll("^(request|start|ask)_|_form$|^form_", "");
  }

  private List<String> actions(String intent) {
    var actions = project.flows().actionsOf(intent);
    int slash = intent.indexOf('/');
    if (!actions.isEmpty() || slash < 0) {
      return actions;
    }
    // a retrieval intent: rules name what it belongs to, responses the whole of it
    var whole = "utter_" + intent;
    return domain.responses.containsKey(whole)
        ? List.of(whole)
        : project.flows().actionsOf(intent.substring(0, slash));
  }

  private void intent(String name, String intent, List<Example> examples) {
    var form = form(intent);
    form.ifPresent(f -> startedForms.add(f.name()));
    Map<String, DraftSlot> slots = new LinkedHashMap<>();
    Map<String, String> labels = new HashMap<>();
    form.map(RasaForm::slots)
        .orElse(List.of())
        .forEach(slot -> slot(slot, form.get(), slots, labels));
    for (Example example : examples) {
      for (Annotation mark : example.annotations()) {
        var slot = slotOf(intent, mark);
        if (!labels.containsKey(slot)) {
          slot(slot, null, slots, labels);
        }
      }
    }
    var then = new LinkedHashSet<String>();
    form.ifPresent(f -> then.addAll(project.flows().after(f.name())));
    then.addAll(actions(intent));
    var ran =
        then.stream()
            .filter(action -> !action.startsWith("utter_"))
            .findFirst()
            .or(() -> form.map(RasaForm::name))
            .or(() -> then.isEmpty() ? Optional.of("nothing that it says") : Optional.empty());
    var answer =
        then.stream()
            .flatMap(said -> Optional.ofNullable(domain.responses.get(said)).stream())
            .findFirst()
            .flatMap(response -> answer(response, slots, labels));
    then.stream()
        .filter(action -> !action.startsWith("utter_"))
        .forEach(action -> left.program(action, name));
    var draft =
        new Draft(name, List.of(from(intent, form)), slots, ran.orElse(null), answer.orElse(null));
    files.put(home.resolve("intents").resolve(name + ".yml"), draft.yaml());
    taught.of(name, examples, mark -> Optional.ofNullable(labels.get(slotOf(intent, mark))));
  }

  private static String from(String intent, Optional<RasaForm> form) {
    return "Brought from Rasa: the intent "
        + intent
        + form.map(f -> ", and the form " + f.name()).orElse("")
        + ".";
  }

  private String slotOf(String intent, Annotation mark) {
    return values.slot(intent, mark).orElse(mark.slot());
  }

  private void slot(
      String slot,
      @Nullable RasaForm form,
      Map<String, DraftSlot> slots,
      Map<String, String> labels) {
    var label = Names.slot(slot);
    var at = at(slot, form);
    if (slots.containsKey(label)) {
      at.ifPresent(
          place ->
              left.notes()
                  .add(
                      place.tell(
                          "Of two slots that are called " + label + " here one is brought.",
                          "Rename one; names hold letters and underscores.")));
      labels.put(slot, label);
      return;
    }
    var declared = Optional.ofNullable(domain.slots.get(slot));
    boolean byIntents = declared.filter(RasaSlot::fromIntents).isPresent();
    if (byIntents) {
      at.ifPresent(
          place ->
              left.notes()
                  .add(
                      place.tell(
                          "What fills "
                              + slot
                              + " is another intent, which is not brought; the slot may"
                              + " stay empty.",
                          "Ask for it as a text, or take it out.")));
    }
    var type = types.computeIfAbsent(slot, name -> type(name, at));
    boolean required = form != null && !byIntents;
    var draft = new DraftSlot(label, type, required, question(slot, form, slots, labels));
    slots.put(label, draft);
    labels.put(slot, label);
  }

  private Optional<Place> at(String slot, @Nullable RasaForm form) {
    return Optional.ofNullable(domain.slots.get(slot))
        .map(RasaSlot::at)
        .or(() -> Optional.ofNullable(form).map(RasaForm::at))
        .or(
            () ->
                project.examples().examples().stream()
                    .filter(e -> e.annotations().stream().anyMatch(m -> m.slot().equals(slot)))
                    .findFirst()
                    .map(e -> new Place(e.file(), e.line())));
  }

  private SlotType type(String slot, Optional<Place> at) {
    var type = values.type(slot);
    var named = values.named(slot);
    if (!estate.takes(type, named)) {
      return SlotType.TEXT;
    }
    if (type.kind() == SlotType.Kind.CLOSED) {
      at.ifPresent(place -> estate.add(type, named, place));
    }
    return type;
  }

  private String question(
      String slot,
      @Nullable RasaForm form,
      Map<String, DraftSlot> earlier,
      Map<String, String> labels) {
    var otherwise = "Which " + Names.slot(slot).replace('_', ' ') + "?";
    var forForm = form == null ? "" : "utter_ask_" + form.name() + "_" + slot;
    var response =
        Optional.ofNullable(domain.responses.get(forForm))
            .or(() -> Optional.ofNullable(domain.responses.get("utter_ask_" + slot)));
    return response.flatMap(r -> text(r, earlier, labels)).orElse(otherwise);
  }

  private Optional<String> answer(
      RasaResponse response, Map<String, DraftSlot> slots, Map<String, String> labels) {
    return text(response, slots, labels);
  }

  /** The first way in which it is said, with the values of slots that are there by then. */
  private Optional<String> text(
      RasaResponse response, Map<String, DraftSlot> slots, Map<String, String> labels) {
    left.response(response);
    var first = response.variations().stream().findFirst();
    var text = first.map(RasaResponse.Variation::text).orElse("").strip();
    if (first.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    var rendered = new StringBuilder();
    var variable = java.util.regex.Pattern.compile("\\{([^{}]*)}").matcher(text);
    while (variable.find()) {
      var slot = Optional.ofNullable(labels.get(variable.group(1).strip())).map(slots::get);
      if (slot.filter(DraftSlot::required).isEmpty()) {
        left.notes()
            .add(
                first
                    .get()
                    .at()
                    .tell(
                        response.name()
                            + " uses "
                            + variable.group()
                            + ", which may have no value then.",
                        "Write the text anew in the intent's file."));
        return Optional.empty();
      }
      variable.appendReplacement(rendered, "{" + slot.get().name() + "}");
    }
    variable.appendTail(rendered);
    return Optional.of(rendered.toString());
  }
}
