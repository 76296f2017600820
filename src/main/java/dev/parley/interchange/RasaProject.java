package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import dev.parley.training.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the files of a Rasa project say: its examples, its domain, and what follows what.
 *
 * @param problems what is wrong with the files, each of which is a reason to bring nothing
 * @param notes what of them has no place here
 */
record RasaProject(
    TrainingSet examples,
    RasaDomain domain,
    RasaFlows flows,
    List<Problem> problems,
    List<Problem> notes) {
  private static final Set<String> PASSED_OVER = Set.of("tests", "models", "results");
  private static final Set<String> SETTINGS =
      Set.of("config.yml", "endpoints.yml", "credentials.yml");
  private static final int LARGEST_DOMAIN = 2_000_000;

  /** Reads every YAML file of a folder. */
  static RasaProject read(Path folder) throws IOException {
    var problems = new ArrayList<Problem>();
    var notes = new ArrayList<Problem>();
    var examples = new TrainingSet(List.of(), new TreeMap<>(), List.of());
    Map<Path, YamlMap> roots = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      var name = String.valueOf(file.getFileName());
      if (SETTINGS.contains(name)) {
        notes.add(
            new Problem(
                file.toString(),
                1,
                "The settings of Rasa are not used.",
                "What there is to set here is in docs/configuration.md."));
        continue;
      }
      boolean large = Files.size(file) > LARGEST_DOMAIN;
      Optional<YamlMap> root =
          large
              ? Optional.empty()
              : YamlNode.read(file, file.toString(), problems).map(node -> node.map("the file"));
      root.ifPresent(map -> roots.put(file, map));
      if (large || root.filter(map -> map.has("nlu")).isPresent()) {
        examples = examples.and(TrainingSet.read(file));
      }
    }
    problems.addAll(examples.problems());
    var domain = new RasaDomain(notes);
    roots.forEach((file, root) -> domain.read(file.toString(), root));
    var flows = new RasaFlows(domain.forms.keySet(), notes);
    roots.forEach((file, root) -> flows.read(file.toString(), root));
    return new RasaProject(examples, domain, flows, problems, notes);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.ya?ml"))
          .filter(Files::isRegularFile)
          .filter(file -> ours(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean ours(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".") || PASSED_OVER.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
