package dev.parley.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame from the server: whatever is new to a page. What is null has not changed.
 *
 * @param me whose page it is; in the first frame only
 * @param thread what the entries and the output belong to
 * @param entries what was said, oldest first
 * @param earlier whether more was said before the first of these entries
 * @param prepend whether these entries stand before those that the page has
 * @param receipts what became of the messages that the page sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record News(
    @Nullable Me me,
    @Nullable String thread,
    @Nullable List<EntryView> entries,
    @Nullable Boolean earlier,
    @Nullable Boolean prepend,
    @Nullable List<ThreadView> threads,
    @Nullable PanelView panel,
    @Nullable List<OutputView> output,
    @Nullable List<Receipt> receipts) {

  /** Whose page it is. */
  record Me(String person, String name) {}

  /** A thread in the list. */
  record ThreadView(String name, String title, String person, long last, Instant at) {}

  /**
   * Output of a running execution.
   *
   * @param from how many characters of it came before
   * @param next how many will have come then
   */
  record OutputView(String execution, long from, long next, List<LiveOutput.Segment> segments) {}

  /**
   * What became of a frame that a page sent.
   *
   * @param id the message's, or null where it was none
   * @param problem null when it was heard
   * @param again whether sending it again may help
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Receipt(@Nullable String id, @Nullable String problem, boolean again) {
    static Receipt heard(String id) {
      return new Receipt(id, null, false);
    }
  }

  /** Whether it says nothing. */
  boolean empty() {
    return me == null
        && entries == null
        && threads == null
        && panel == null
        && output == null
        && receipts == null;
  }

  /** What is asked of whom, and what runs. */
  record PanelView(List<RunView> running, List<WaitView> waiting) {}

  /**
   * An execution that has not ended.
   *
   * @param thread where it was asked for; null where this person cannot look
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunView(
      String execution,
      String request,
      String status,
      String person,
      boolean mine,
      @Nullable String thread,
      String where,
      Instant since) {}

  /**
   * Something that waits for a second person.
   *
   * @param settle whether this person can give or refuse it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WaitView(
      String id,
      String request,
      Map<String, List<String>> slots,
      List<String> targets,
      String person,
      boolean mine,
      boolean settle,
      @Nullable String thread,
      Instant expiresAt) {}
}
