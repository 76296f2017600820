package dev.parley.training;

import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Examples to learn from or to measure with.
 *
 * @param examples in the order in which they were read
 * @param synonyms what is written, in lower case, to what it means
 * @param problems everything that was wrong with the files; what was right is in the examples
 * @param lists synonyms, regular expressions and lookup tables, as they are written
 */
public record TrainingSet(
    List<Example> examples,
    SortedMap<String, String> synonyms,
    List<Problem> problems,
    List<Listed> lists) {
  public TrainingSet {
    examples = List.copyOf(examples);
    synonyms = new TreeMap<>(synonyms);
    problems = List.copyOf(problems);
    lists = List.copyOf(lists);
  }

  /** A set without lists. */
  public TrainingSet(
      List<Example> examples, SortedMap<String, String> synonyms, List<Problem> problems) {
    this(examples, synonyms, problems, List.of());
  }

  /** A set of examples that were made, not read. */
  public static TrainingSet of(Collection<Example> examples) {
    return new TrainingSet(List.copyOf(examples), new TreeMap<>(), List.of());
  }

  /**
   * Reads Rasa NLU YAML, a file or every YAML file of a folder, or a CSV file with a header {@code
   * text,intent}.
   *
   * @throws IOException when it cannot be read at all
   */
  public static TrainingSet read(Path path) throws IOException {
    var reading = new TrainingReading();
    for (Path file : TrainingFiles.under(path)) {
      reading.add(file);
    }
    return reading.result();
  }

  /** The intents that have examples, sorted. */
  public SortedSet<String> intents() {
    var names = new TreeSet<String>();
    examples.forEach(example -> names.add(example.intent()));
    return names;
  }

  /** These examples and those. */
  public TrainingSet and(TrainingSet other) {
    var allExamples = new ArrayList<>(examples);
    allExamples.addAll(other.examples);
    var allSynonyms = new TreeMap<>(synonyms);
    allSynonyms.putAll(other.synonyms);
    var allProblems = new ArrayList<>(problems);
    allProblems.addAll(other.problems);
    var allLists = new ArrayList<>(lists);
    allLists.addAll(other.lists);
    return new TrainingSet(allExamples, allSynonyms, allProblems, allLists);
  }
}
