package dev.parley.cli.conversationtest;

import java.util.List;

/**
 * One conversation and what it must lead to.
 *
 * @param file the file that holds it
 * @param user who speaks where a turn says nothing else
 */
public record ConversationTest(
    String file, int line, String name, List<String> tags, String user, List<Turn> turns) {
  public ConversationTest {
    tags = List.copyOf(tags);
    turns = List.copyOf(turns);
  }

  /** One message, what goes wrong with it, and what it must lead to. */
  public record Turn(int line, String text, String by, Faults faults, Expect expect) {
    /** One with which nothing goes wrong. */
    public Turn(int line, String text, String by, Expect expect) {
      this(line, text, by, Faults.NONE, expect);
    }
  }
}
