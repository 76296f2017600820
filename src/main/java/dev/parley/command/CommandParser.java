package dev.parley.command;

import dev.parley.command.Command.Malformed;
import dev.parley.command.Command.Understood;
import dev.parley.command.CommandWords.Assignment;
import dev.parley.command.CommandWords.SyntaxProblem;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.NearNames;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads exact commands such as {@code restart_service service=apache host=web-01,web-02}; what
 * {@link ActionRequest#exactForm} writes, it reads back to the same request.
 */
public final class CommandParser {
  private static final Pattern BEGINNING =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)(?:\\s+(.*)|)", Pattern.DOTALL);
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]+=.*", Pattern.DOTALL);

  private final IntentCatalog catalog;
  private final EntityResolver resolver;

  public CommandParser(IntentCatalog catalog, EntityResolver resolver) {
    this.catalog = catalog;
    this.resolver = resolver;
  }

  /**
   * Reads a message.
   *
   * @return empty when it is prose: it does not begin with the name of an intent, or the name is an
   *     ordinary word (deploy) that no {@code slot=value} follows. A name that is nearly one of an
   *     intent and is followed by {@code slot=value} is malformed.
   */
  public Optional<Command> parse(String text) {
    var beginning = BEGINNING.matcher(text);
    if (!beginning.matches()) {
      return Optional.empty();
    }
    var name = beginning.group(1);
    var rest = beginning.group(2) == null ? "" : beginning.group(2).strip();
    boolean assigns = ASSIGNMENT.matcher(rest).matches();
    var intent = catalog.find(name);
    if (intent.isEmpty()) {
      return assigns ? misspelt(name) : Optional.empty();
    }
    boolean word = name.indexOf('_') < 0;
    return word && !assigns && !rest.isEmpty()
        ? Optional.empty()
        : Optional.of(command(intent.get(), rest));
  }

  private Optional<Command> misspelt(String name) {
    var near = NearNames.of(name, catalog.all().stream().map(Intent::name).toList());
    return near.stream()
        .findFirst()
        .map(
            intent ->
                new Malformed(
                    intent, "There is no intent " + name + ". Did you mean " + intent + "?"));
  }

  private Command command(Intent intent, String rest) {
    try {
      var slots = new LinkedHashMap<String, List<SlotValue>>();
      for (var assignment : CommandWords.read(rest, 0)) {
        add(intent, assignment, slots);
      }
      return new Understood(new ActionRequest(intent.name(), slots));
    } catch (SyntaxProblem problem) {
      return new Malformed(intent.name(), String.valueOf(problem.getMessage()));
    }
  }

  private void add(Intent intent, Assignment assignment, Map<String, List<SlotValue>> slots)
      throws SyntaxProblem {
    var name = assignment.slot();
    var slot = intent.slot(name);
    if (slot.isEmpty()) {
      throw new SyntaxProblem(intent.name() + " takes no " + name + ". " + hint(intent, name));
    }
    if (slots.containsKey(name)) {
      throw new SyntaxProblem(
          name + " is given twice. Write its values once, with commas between them.");
    }
    var values = new ArrayList<SlotValue>();
    for (var text : assignment.values()) {
      values(slot.get(), text).stream()
          .filter(v -> values.stream().noneMatch(o -> o.canonical().equals(v.canonical())))
          .forEach(values::add);
    }
    slots.put(name, values);
  }

  private static String hint(Intent intent, String name) {
    var names = intent.slots().stream().map(Slot::name).toList();
    return names.isEmpty()
        ? "Write it alone."
        : NearNames.didYouMean(name, names, "It takes " + String.join(", ", names) + ".");
  }

  private List<SlotValue> values(Slot slot, String text) throws SyntaxProblem {
    var canonical = SlotForms.canonical(slot.type(), text);
    if (canonical.isEmpty()) {
      throw new SyntaxProblem(
          slot.name() + " cannot be " + text + ". Write " + SlotForms.expected(slot.type()) + ".");
    }
    if (slot.type().kind() != SlotType.Kind.CLOSED) {
      return List.of(SlotValue.of(canonical.get(), text));
    }
    var resolution = resolver.resolve(slot, text);
    if (resolution instanceof Resolution.Ambiguous ambiguous) {
      throw new SyntaxProblem(
          text + " could be " + String.join(" or ", ambiguous.candidates()) + ". Name one.");
    }
    return resolution instanceof Resolution.Resolved resolved
        ? resolved.canonical().stream().map(name -> SlotValue.of(name, text)).toList()
        : List.of(SlotValue.unknown(text));
  }
}
