package dev.parley.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.parley.channel.Button;
import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Renders what the assistant says as Block Kit, within Slack's limits. */
final class BlockKit {
  /** What our buttons and menus are called in what Slack sends back. */
  static final String BUTTON = "parley-button-";

  static final String MENU = "parley-menu";

  /** The block that goes when an answer was given. */
  static final String ASKED = "parley-asked";

  private static final int SECTION = 3_000;
  private static final int LABEL = 75;
  private static final int MENU_VALUE = 150;
  private static final int MENU_OPTIONS = 100;
  private static final int BUTTONS = 5;
  private static final int BUTTON_VALUE = 2_000;
  private static final int CODE = 2_800;
  private static final int CODE_SHOWN = 1_000;
  private static final int TABLE_SHOWN = 2_800;
  private static final int BLOCKS = 40;

  /** Of the 13,200 characters of all blocks; what blocks say beside their texts counts too. */
  private static final int TEXTS = 9_000;

  private static final int FALLBACK = 3_000;

  private final long number;
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final List<SlackMessage.Snippet> snippets = new ArrayList<>();
  private int length;

  private BlockKit(long number) {
    this.number = number;
  }

  /**
   * A message.
   *
   * @param number of the message in its conversation, for the buttons that it holds
   * @param forWhom whose answer is awaited, by Slack's id; null where nobody else reads it
   */
  static SlackMessage of(Reply reply, long number, @Nullable String forWhom) {
    var kit = new BlockKit(number);
    reply.parts().forEach(part -> kit.add(part));
    kit.ask(reply, forWhom);
    return kit.message(reply);
  }

  private SlackMessage message(Reply reply) {
    var plain = reply.plainText();
    if (blocks.size() > BLOCKS || length > TEXTS) {
      return shortened(plain, reply);
    }
    return new SlackMessage(fallback(plain, reply), blocks, snippets);
  }

  /** The beginning, and the whole as a file. */
  private SlackMessage shortened(String plain, Reply reply) {
    var kit = new BlockKit(number);
    kit.text(plain.substring(0, Math.min(plain.length(), CODE_SHOWN)) + "…");
    kit.note("The whole message is in the file below.");
    kit.ask(reply, null);
    kit.snippets.addAll(snippets);
    kit.snippets.add(new SlackMessage.Snippet("message.txt", plain));
    return new SlackMessage(fallback(plain, reply), kit.blocks, kit.snippets);
  }

  private static String fallback(String plain, Reply reply) {
    var choices = reply.choices();
    var whole = choices.isEmpty() ? plain : plain + " (" + String.join(", ", choices) + ")";
    var pieces = Mrkdwn.pieces(whole.isBlank() ? "…" : whole, FALLBACK);
    return Mrkdwn.escaped(pieces.get(0)) + (pieces.size() > 1 ? "…" : "");
  }

  private void add(ReplyPart part) {
    if (part instanceof ReplyPart.Text text) {
      text(text.text());
    } else if (part instanceof ReplyPart.Confirmation confirmation) {
      confirmation(confirmation);
    } else if (part instanceof ReplyPart.Table table) {
      table(table);
    } else if (part instanceof ReplyPart.Code code) {
      code(code);
    }
  }

  private void text(String text) {
    Mrkdwn.pieces(text, SECTION).forEach(piece -> section(Mrkdwn.escaped(piece)));
  }

  private void confirmation(ReplyPart.Confirmation confirmation) {
    var commands = new ArrayList<String>();
    var rest = new ArrayList<String>();
    confirmation.details().forEach(line -> (line.startsWith("$ ") ? commands : rest).add(line));
    if (!commands.isEmpty()) {
      fenced(String.join("\n", commands));
    }
    text(String.join("\n", rest));
    Mrkdwn.pieces(confirmation.question(), SECTION - 2)
        .forEach(piece -> section("*" + Mrkdwn.escaped(piece) + "*"));
  }

  private void table(ReplyPart.Table table) {
    var text = new Reply(List.of(table)).plainText();
    if (text.length() <= TABLE_SHOWN) {
      fenced(text);
    } else {
      beginning(text);
      snippets.add(new SlackMessage.Snippet("table.txt", text));
    }
  }

  private void code(ReplyPart.Code code) {
    text(code.caption());
    if (code.text().isBlank()) {
      return;
    }
    if (code.text().length() <= CODE) {
      fenced(code.text());
    } else {
      beginning(code.text());
      snippets.add(new SlackMessage.Snippet("output.txt", code.text()));
    }
  }

  private void beginning(String text) {
    fenced(Mrkdwn.pieces(text, CODE_SHOWN).get(0));
    note("All of it is in the file below.");
  }

  private void fenced(String text) {
    Mrkdwn.code(text, SECTION).forEach(this::section);
  }

  private void note(String text) {
    blocks.add(
        ContextBlock.builder()
            .elements(List.of(MarkdownTextObject.builder().text(text).build()))
            .build());
  }

  private void section(String mrkdwn) {
    if (!mrkdwn.isBlank()) {
      length += mrkdwn.length();
      blocks.add(
          SectionBlock.builder()
              .text(MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build())
              .build());
    }
  }

  /** What can be pressed, and by whom. */
  private void ask(Reply reply, @Nullable String forWhom) {
    var all = Button.of(reply);
    int longest = all.size() <= BUTTONS ? BUTTON_VALUE : MENU_VALUE;
    var buttons = all.stream().filter(button -> fits(button, longest)).limit(MENU_OPTIONS).toList();
    if (buttons.isEmpty()) {
      return;
    }
    boolean risky =
        reply.parts().stream()
            .anyMatch(p -> p instanceof ReplyPart.Confirmation asked && asked.risky());
    if (forWhom != null && !settles(buttons)) {
      note("For <@" + forWhom + ">");
    }
    if (all.size() <= BUTTONS) {
      var elements = new ArrayList<BlockElement>();
      buttons.forEach(button -> elements.add(button(button, elements.size(), risky)));
      actions(elements);
    } else {
      actions(List.of(menu(buttons)));
    }
  }

  /** Others may press these, if they may approve. */
  private static boolean settles(List<Button> buttons) {
    return buttons.stream().anyMatch(button -> button.says().startsWith("approve "));
  }

  private void actions(List<BlockElement> elements) {
    blocks.add(ActionsBlock.builder().blockId(ASKED).elements(elements).build());
  }

  private boolean fits(Button button, int longest) {
    return value(button).length() <= longest && !button.says().isBlank();
  }

  private ButtonElement button(Button button, int place, boolean risky) {
    return ButtonElement.builder()
        .actionId(BUTTON + place)
        .text(plain(label(button)))
        .value(value(button))
        .style(style(button, risky))
        .build();
  }

  private static @Nullable String style(Button button, boolean risky) {
    return button.kind() != Button.Kind.GO ? null : risky ? "danger" : "primary";
  }

  private StaticSelectElement menu(List<Button> buttons) {
    return StaticSelectElement.builder()
        .actionId(MENU)
        .placeholder(plain("Pick one"))
        .options(
            buttons.stream()
                .map(b -> OptionObject.builder().text(plain(label(b))).value(value(b)).build())
                .toList())
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  /** The confirmation's own words are short and the same for everybody. */
  private static String label(Button button) {
    var says = button.says();
    if (button.kind() != Button.Kind.CHOICE) {
      var word = says.split(" ", 2)[0];
      return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
    return says.length() <= LABEL ? says : says.substring(0, LABEL - 1) + "…";
  }

  private String value(Button button) {
    return number + ":" + button.says();
  }
}
