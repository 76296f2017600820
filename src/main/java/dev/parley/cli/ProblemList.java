package dev.parley.cli;

import dev.parley.intent.Problem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Prints problems with paths that can be opened from where somebody stands. */
final class ProblemList {
  private ProblemList() {}

  static void print(List<Problem> problems, Path home, PrintStream out) {
    var here = Path.of("").toAbsolutePath();
    for (Problem problem : problems) {
      var file = home.resolve(problem.file()).normalize();
      var shown = file.startsWith(here) ? here.relativize(file) : file;
      out.println(new Problem(shown.toString(), problem.line(), problem.what(), problem.todo()));
    }
  }
}
