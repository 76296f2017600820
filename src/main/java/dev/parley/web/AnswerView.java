package dev.parley.web;

import dev.parley.Answer;
import dev.parley.reply.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a message, as the API writes it. Keys without a value are null. */
public record AnswerView(
    List<ReplyView> replies,
    StateView state,
    UnderstandingView understanding,
    List<ExecutionView> executions) {

  static AnswerView of(Answer answer) {
    return new AnswerView(
        answer.replies().stream().map(ReplyView::of).toList(),
        StateView.of(answer.state()),
        UnderstandingView.of(answer),
        answer.executions().stream().map(ExecutionView::of).toList());
  }

  /** One message of the assistant; each choice can be sent as an answer. */
  public record ReplyView(String text, List<String> choices) {
    static ReplyView of(Reply reply) {
      return new ReplyView(reply.plainText(), reply.choices());
    }
  }

  /** Where the speaker's own dialogue stands. */
  public record StateView(
      String phase,
      @Nullable String intent,
      @Nullable Map<String, List<String>> slots,
      @Nullable String asking) {
    static StateView of(Answer.State state) {
      return new StateView(state.phase().label(), state.intent(), state.slots(), state.asking());
    }
  }

  /**
   * How the message was read.
   *
   * @param understood false when the assistant said that it did not understand, or offered choices
   *     between intents
   */
  public record UnderstandingView(
      @Nullable String intent,
      double confidence,
      List<RankedIntent> ranking,
      List<EntityView> entities,
      boolean understood) {
    static UnderstandingView of(Answer answer) {
      var reading = answer.understanding();
      return new UnderstandingView(
          reading.intent(),
          reading.confidence(),
          reading.ranking().stream()
              .map(scored -> new RankedIntent(scored.intent(), scored.confidence()))
              .toList(),
          reading.entities().stream().map(EntityView::of).toList(),
          answer.understood());
    }
  }

  /** One reading and how well it fits. */
  public record RankedIntent(String intent, double confidence) {}

  /** One thing that the message names; {@code end} is exclusive. */
  public record EntityView(String type, String text, String value, int start, int end) {
    static EntityView of(Answer.NamedEntity entity) {
      return new EntityView(
          entity.type(), entity.text(), entity.value(), entity.start(), entity.end());
    }
  }
}
