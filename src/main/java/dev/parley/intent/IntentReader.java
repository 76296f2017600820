package dev.parley.intent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads {@code intents/}, one intent a file, with every problem at once. An intent whose file has a
 * problem is left out of the catalogue.
 */
public final class IntentReader {
  /** What was read; the catalogue is whole when there are no problems. */
  public record Result(IntentCatalog catalog, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, YamlNode> undos = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private IntentReader() {}

  /** Reads every {@code .yml} and {@code .yaml} file of a folder and of those in it. */
  public static Result read(Path folder) {
    var reader = new IntentReader();
    reader.readAll(folder);
    reader.undone();
    return new Result(new IntentCatalog(reader.intents.values()), reader.problems);
  }

  private void readAll(Path folder) {
    var name = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("intents");
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(IntentReader::isIntentFile).sorted().toList()) {
        if (isHidden(folder.relativize(file))) {
          continue;
        }
        var shownAs = name + "/" + folder.relativize(file).toString().replace('\\', '/');
        readFile(file, shownAs);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      problems.add(
          new Problem(name, 0, "The folder cannot be read.", "Check that it exists and its mode."));
    }
  }

  private void undone() {
    for (var intent : intents.values()) {
      var undo = intent.undo();
      if (undo != null) {
        checkUndo(Objects.requireNonNull(undos.get(intent.name())), undo);
      }
    }
  }

  private void checkUndo(YamlNode place, Undo undo) {
    var by = intents.get(undo.intent());
    if (by == null) {
      place.problem(
          "undo names " + undo.intent() + ", and there is no such intent.",
          NearNames.didYouMean(undo.intent(), intents.keySet(), "Name another intent."));
      return;
    }
    for (var slot : undo.set().keySet()) {
      if (by.slot(slot).isEmpty()) {
        place.problem(
            "undo sets " + slot + ", and " + undo.intent() + " has no such slot.",
            NearNames.didYouMean(
                slot, by.slots().stream().map(Slot::name).toList(), "Name one of its slots."));
      }
    }
  }

  private static boolean isIntentFile(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.ya?ml");
  }

  /** Editors, and mounts that are swapped as a whole, keep copies under names with a dot. */
  private static boolean isHidden(Path file) {
    for (var part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void readFile(Path file, String shownAs) {
    int before = problems.size();
    var root = YamlNode.read(file, shownAs, problems);
    var intent = root.flatMap(node -> IntentFile.read(node, problems));
    if (root.isEmpty() || intent.isEmpty() || problems.size() > before) {
      return;
    }
    var place = places.putIfAbsent(intent.get().name(), shownAs);
    if (place == null) {
      intents.put(intent.get().name(), intent.get());
      undos.put(intent.get().name(), root.get().map("an intent file").key("undo"));
    } else {
      root.get()
          .problem(
              "The intent " + intent.get().name() + " is already in " + place + ".",
              "Rename or remove one of the two.");
    }
  }
}
