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

  /** One message and what it must lead to. */
  public record Turn(int line, String text, String by, Expect expect) {}
}
