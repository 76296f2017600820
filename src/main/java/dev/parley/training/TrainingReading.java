package dev.parley.training;

import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Collects what the readers of single files find. */
final class TrainingReading {
  private final List<Example> examples = new ArrayList<>();
  private final TreeMap<String, String> synonyms = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Listed> lists = new ArrayList<>();

  void add(Path file) throws IOException {
    String content;
    try {
      content = Files.readString(file);
    } catch (MalformedInputException e) {
      problem(file.toString(), 0, "The file is not UTF-8.", "Save it as UTF-8.");
      return;
    }
    if (content.startsWith("\uFEFF")) {
      content = content.substring(1);
    }
    if (TrainingFiles.isCsv(file)) {
      new CsvReader(file.toString(), this).read(content);
    } else {
      new RasaReader(file.toString(), this).read(content);
    }
  }

  void example(Example example) {
    examples.add(example);
  }

  void listed(Listed line) {
    if (line.kind() == Listed.Kind.SYNONYM) {
      synonyms.put(line.text().toLowerCase(Locale.ROOT), line.name());
    }
    lists.add(line);
  }

  void problem(String file, int line, String what, String todo) {
    problems.add(new Problem(file, line, what, todo));
  }

  TrainingSet result() {
    return new TrainingSet(examples, synonyms, problems, lists);
  }
}
