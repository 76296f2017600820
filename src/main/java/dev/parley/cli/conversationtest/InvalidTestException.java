package dev.parley.cli.conversationtest;

import dev.parley.intent.Problem;

/** A conversation test that cannot be read; the message is {@code file:line: what. What to do.} */
public final class InvalidTestException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidTestException(String file, int line, String what, String todo) {
    super(new Problem(file, line, what, todo).toString());
  }
}
