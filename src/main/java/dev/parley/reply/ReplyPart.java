package dev.parley.reply;

import java.util.List;

/** A piece of a reply that each channel renders in its own way. */
public sealed interface ReplyPart {
  /** Plain sentences. */
  record Text(String text) implements ReplyPart {}

  /** Answers to pick from; each can also be typed. */
  record Choices(List<String> options) implements ReplyPart {
    public Choices {
      options = List.copyOf(options);
    }
  }

  /**
   * A question that a yes answers.
   *
   * @param question e.g. "Shall I restart apache on web-01?"
   * @param details exactly what runs and where, line by line
   * @param risky whether a wrong yes would do harm, so that a button for it must look so
   */
  record Confirmation(String question, List<String> details, boolean risky) implements ReplyPart {
    public Confirmation {
      details = List.copyOf(details);
    }

    /** One of which a wrong yes would do little. */
    public Confirmation(String question, List<String> details) {
      this(question, details, false);
    }
  }

  /** Rows under a header. */
  record Table(List<String> header, List<List<String>> rows) implements ReplyPart {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Output as it came, under a caption that may be empty. */
  record Code(String caption, String text) implements ReplyPart {}
}
