package dev.parley.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of ours that can be pressed, and what becomes of it afterwards.
 *
 * @param text for readers without blocks
 */
record Shown(String channel, String ts, String text, List<LayoutBlock> blocks) {
  Shown {
    blocks = List.copyOf(blocks);
  }

  /** The same without buttons, with a line of what came of it; of no line when it is empty. */
  Shown settled(String line) {
    var rest = new ArrayList<LayoutBlock>();
    blocks.stream()
        .filter(block -> !(block instanceof ActionsBlock) && !(block instanceof ContextBlock))
        .forEach(rest::add);
    if (!line.isEmpty()) {
      rest.add(
          ContextBlock.builder()
              .elements(List.of(MarkdownTextObject.builder().text(line).build()))
              .build());
    }
    return new Shown(channel, ts, text, rest);
  }

  /** Has Slack show it so. */
  void update(SlackApi api, Manners manners) {
    manners.owed(
        api,
        methods -> methods.chatUpdate(r -> r.channel(channel).ts(ts).text(text).blocks(blocks)));
  }
}
