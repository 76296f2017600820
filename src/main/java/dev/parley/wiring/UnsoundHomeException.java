package dev.parley.wiring;

import dev.parley.intent.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The home's files cannot be used; the message lists every problem, a line each. */
public final class UnsoundHomeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsoundHomeException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
