package dev.parley.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message as Slack takes it.
 *
 * @param text what notifications and readers without blocks show
 * @param snippets what is too long for a message
 */
record SlackMessage(String text, List<LayoutBlock> blocks, List<Snippet> snippets) {
  SlackMessage {
    blocks = List.copyOf(blocks);
    snippets = List.copyOf(snippets);
  }

  /** A text file beside a message. */
  record Snippet(String name, String content) {}
}
