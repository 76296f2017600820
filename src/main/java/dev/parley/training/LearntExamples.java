package dev.parley.training;

import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds accepted examples to {@code training-data/learnt/INTENT.yml}, at the end and one a line:
 * what stands there already stays as it is, comments too. A file that would not be read back as it
 * should is left alone.
 */
public final class LearntExamples {
  private static final String FOLDER = "learnt";
  private static final String LINE = "    - ";

  private final Path trainingData;

  public LearntExamples(Path trainingData) {
    this.trainingData = trainingData;
  }

  /**
   * Adds an example, unless it is there.
   *
   * @param marks its values, in the order in which they stand
   * @return why it was not added; empty when it is there now
   * @throws IOException when the files cannot be read or written
   */
  public synchronized String add(String text, String intent, List<Annotation> marks)
      throws IOException {
    var written = new WrittenExample(text.strip(), marks);
    if (!written.possible()) {
      return "“%s” holds brackets or line breaks, which the training files take for marks, so it cannot be learnt."
          .formatted(text.strip());
    }
    if (!intent.matches("[A-Za-z0-9_-]+")) {
      return "%s is no name for a file of examples.".formatted(intent);
    }
    for (var example : TrainingSet.read(trainingData).examples()) {
      if (example.text().strip().equalsIgnoreCase(text.strip())) {
        return example.intent().equals(intent) ? "" : contradicts(example, intent);
      }
    }
    return append(trainingData.resolve(FOLDER).resolve(intent + ".yml"), intent, written);
  }

  private static String contradicts(Example example, String intent) {
    return "“%s” is an example of %s already (%s:%d), so it cannot be one of %s. Remove it there first."
        .formatted(
            example.text(),
            example.intent(),
            Path.of(example.file()).getFileName(),
            example.line(),
            intent);
  }

  private String append(Path file, String intent, WrittenExample written) throws IOException {
    Files.createDirectories(file.getParent());
    var before = Files.exists(file) ? Files.readString(file) : "";
    var read = read(file, before);
    if (!read.problems().isEmpty()) {
      return "%s, so nothing was learnt.".formatted(told(read.problems().get(0)));
    }
    var after = (before.isBlank() ? head() : ended(before)) + body(read, before, intent, written);
    if (!isBeforeAnd(read, read(file, after), written, intent)) {
      return "%s does not end with examples that one can be added to, so nothing was learnt. Let it end with those of %s."
          .formatted(trainingData.relativize(file), intent);
    }
    replace(file, after);
    return "";
  }

  private static String told(Problem problem) {
    return "%s:%d: %s"
        .formatted(
            Path.of(problem.file()).getFileName(),
            problem.line(),
            problem.what().replaceFirst("\\.$", ""));
  }

  private static String head() {
    return "version: \"3.1\"\n"
        + "# What people said, and a maintainer accepted. New examples go to the end.\n"
        + "nlu:\n";
  }

  private static String ended(String before) {
    return before.endsWith("\n") ? before : before + "\n";
  }

  /** Goes on with the last examples where they are of the intent, in the way they are indented. */
  private static String body(
      TrainingSet read, String before, String intent, WrittenExample written) {
    var examples = read.examples();
    boolean goesOn =
        !examples.isEmpty() && examples.get(examples.size() - 1).intent().equals(intent);
    var lines = before.lines().filter(line -> !line.isBlank()).toList();
    var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    if (goesOn && last.strip().startsWith("- ")) {
      return last.substring(0, last.indexOf('-')) + "- " + written.line() + "\n";
    }
    return "- intent: " + intent + "\n  examples: |\n" + LINE + written.line() + "\n";
  }

  private static TrainingSet read(Path file, String content) {
    var reading = new TrainingReading();
    if (!content.isBlank()) {
      new RasaReader(file.toString(), reading).read(content);
    }
    return reading.result();
  }

  private static boolean isBeforeAnd(
      TrainingSet before, TrainingSet after, WrittenExample written, String intent) {
    var expected = new ArrayList<>(before.examples().stream().map(LearntExamples::said).toList());
    expected.add(intent + " " + written.text() + " " + written.marks());
    return after.problems().isEmpty()
        && after.examples().stream().map(LearntExamples::said).toList().equals(expected)
        && after.synonyms().equals(before.synonyms());
  }

  private static String said(Example example) {
    return example.intent() + " " + example.text() + " " + example.annotations();
  }

  /** Whoever reads meanwhile reads the old file or the new one, never a half. */
  private static void replace(Path file, String content) throws IOException {
    var made = Files.createTempFile(file.getParent(), ".learnt", ".tmp");
    try {
      Files.writeString(made, content);
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(file));
      }
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
