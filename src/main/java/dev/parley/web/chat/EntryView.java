package dev.parley.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.delivery.Said;
import dev.parley.person.Person;
import dev.parley.reply.ReplyPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said, as the page shows it.
 *
 * @param by {@code person} or {@code assistant}
 * @param person who said it, or whom the assistant answered
 * @param mine whether that is the page's own person
 * @param id the id that the page made for its own message
 * @param execution the execution that it tells of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
    long number,
    String by,
    String person,
    boolean mine,
    @Nullable String id,
    @Nullable String text,
    @Nullable List<PartView> parts,
    @Nullable String execution,
    Instant at) {

  static EntryView of(Said said, Person reader) {
    boolean mine = said.person().equals(reader.key());
    if (said instanceof Said.ByPerson person) {
      return new EntryView(
          person.number(),
          "person",
          person.person(),
          mine,
          mine ? person.messageId() : null,
          person.text(),
          null,
          null,
          person.at());
    }
    var message = ((Said.ByAssistant) said).message();
    return new EntryView(
        message.number(),
        "assistant",
        message.person(),
        mine,
        null,
        null,
        message.reply().parts().stream().map(PartView::of).toList(),
        message.executionId(),
        message.at());
  }

  /** A piece of what the assistant said; only the keys of its kind have values. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PartView(
      String kind,
      @Nullable String text,
      @Nullable List<String> lines,
      @Nullable List<String> options,
      @Nullable List<String> header,
      @Nullable List<List<String>> rows) {

    static PartView of(ReplyPart part) {
      if (part instanceof ReplyPart.Choices choices) {
        return new PartView("choices", null, null, choices.options(), null, null);
      }
      if (part instanceof ReplyPart.Confirmation asked) {
        return new PartView("confirmation", asked.question(), asked.details(), null, null, null);
      }
      if (part instanceof ReplyPart.Table table) {
        return new PartView("table", null, null, null, table.header(), table.rows());
      }
      if (part instanceof ReplyPart.Code code) {
        return new PartView("code", code.text(), List.of(code.caption()), null, null, null);
      }
      return new PartView("text", ((ReplyPart.Text) part).text(), null, null, null, null);
    }
  }
}
