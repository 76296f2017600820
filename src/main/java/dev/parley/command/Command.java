package dev.parley.command;

import dev.parley.intent.ActionRequest;

/** What an exact command turned out to be. */
public sealed interface Command {
  /**
   * A request, complete or not. A closed value that does not exist stands in it as unknown, so that
   * the dialogue can offer near names.
   */
  record Understood(ActionRequest request) implements Command {}

  /**
   * Something that begins like a command and is none.
   *
   * @param intent the intent that was named, or nearly named
   * @param problem one or two sentences: what is wrong, what to do
   */
  record Malformed(String intent, String problem) implements Command {}
}
