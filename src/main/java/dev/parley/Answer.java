package dev.parley;

import dev.parley.intent.ExecutionStatus;
import dev.parley.reply.Reply;
import dev.parley.understanding.ScoredIntent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hearing one message led to, at once. Results of what it started come later, as messages.
 *
 * @param intent the intent that this message was taken to ask for, or the pending request's for an
 *     answer; null when it only offered choices, declined, or answered a dialogue act
 * @param slots the values that this turn's request was understood to have, canonical; wherever the
 *     request stands after the turn
 * @param understood false when it said that it did not understand, or offered choices of intents
 */
public record Answer(
    List<Reply> replies,
    State state,
    Understanding understanding,
    List<ExecutionView> executions,
    @Nullable String intent,
    Map<String, List<String>> slots,
    boolean understood) {

  /** Where the speaker's own dialogue stands. */
  public record State(
      Phase phase,
      @Nullable String intent,
      @Nullable Map<String, List<String>> slots,
      @Nullable String asking,
      boolean confirming) {}

  /** The phases of a dialogue, as the API names them. */
  public enum Phase {
    IDLE,
    /** It offered several readings. */
    CHOOSING,
    COLLECTING,
    CONFIRMING,
    /** It waits for a second person. */
    APPROVING;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the message was read. */
  public record Understanding(
      @Nullable String intent,
      double confidence,
      List<ScoredIntent> ranking,
      List<NamedEntity> entities) {}

  /** One thing that the message names; {@code end} is exclusive. */
  public record NamedEntity(String type, String text, String value, int start, int end) {}

  /**
   * An execution that this message started, or that ended since the speaker's last message.
   *
   * @param due when it is to begin, for one that waits for its time; else null
   */
  public record ExecutionView(
      String id,
      String intent,
      Map<String, List<String>> slots,
      ExecutionStatus status,
      @Nullable Instant due) {

    /** One that runs at once. */
    public ExecutionView(
        String id, String intent, Map<String, List<String>> slots, ExecutionStatus status) {
      this(id, intent, slots, status, null);
    }
  }
}
