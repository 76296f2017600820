package dev.parley.cli;

import dev.parley.channel.terminal.Partner;
import dev.parley.web.AnswerView;
import dev.parley.web.ExecutionView;
import dev.parley.web.MessageView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assistant as the verbs talk to it; where it is differs, what is said does not. */
abstract class Counterpart implements Partner {
  private long position;
  private @Nullable String person;

  /** Begins after what was said before. */
  final void begin() {
    position = latest();
    person = key();
  }

  /** Says something and returns the API's answer. */
  abstract AnswerView exchange(String text);

  abstract Optional<ExecutionView> execution(String id);

  abstract long latest();

  abstract MessageView.Page after(long number);

  /** Identifies whoever types, as messages name them. */
  abstract String key();

  @Override
  public List<String> say(String text) {
    return exchange(text).executions().stream()
        .filter(execution -> !execution.settled())
        .map(ExecutionView::id)
        .toList();
  }

  @Override
  public synchronized List<Line> news() {
    var page = after(position);
    position = page.next();
    return page.messages().stream()
        .map(
            message ->
                new Line(
                    message.text(),
                    message.choices(),
                    message.person().equals(person) ? null : message.person()))
        .toList();
  }

  @Override
  public boolean ended(String execution) {
    return execution(execution).map(ExecutionView::ended).orElse(true);
  }
}
