package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person's dialogue in one place.
 *
 * @param agenda what it is in the middle of; the last frame is the one that is talked about now
 * @param version counts its changes
 * @param misses how many messages in a row were not understood
 * @param heard how the last message was read, or null
 */
public record Dialogue(
    DialogueId id,
    List<Frame> agenda,
    Recent recent,
    long version,
    int misses,
    @Nullable LastHeard heard) {
  public Dialogue {
    agenda = List.copyOf(agenda);
  }

  /** A dialogue in which the last message was understood. */
  public Dialogue(DialogueId id, List<Frame> agenda, Recent recent, long version) {
    this(id, agenda, recent, version, 0, null);
  }

  /** A dialogue in which nothing was said yet. */
  public static Dialogue start(DialogueId id) {
    return new Dialogue(id, List.of(), Recent.nothing(), 0);
  }

  /** The frame that is talked about now. */
  public Optional<Frame> top() {
    return agenda.isEmpty() ? Optional.empty() : Optional.of(agenda.get(agenda.size() - 1));
  }

  Dialogue push(Frame frame) {
    var longer = new ArrayList<>(agenda);
    longer.add(frame);
    return new Dialogue(id, longer, recent, version + 1, misses, heard);
  }

  Dialogue pop() {
    return with(agenda.subList(0, agenda.size() - 1));
  }

  /** The same with another agenda. */
  Dialogue with(List<Frame> other) {
    return new Dialogue(id, other, recent, version + 1, misses, heard);
  }

  Dialogue replaceTop(Frame frame) {
    return pop().push(frame);
  }

  Dialogue missed(int inARow) {
    return misses == inARow ? this : new Dialogue(id, agenda, recent, version + 1, inARow, heard);
  }

  /** The same, after a message that was read like this. */
  public Dialogue hearing(LastHeard message) {
    return new Dialogue(id, agenda, recent, version + 1, misses, message);
  }

  /** The last request, unless it was made before a moment. */
  Optional<ActionRequest> recent(Instant since) {
    return recent.at().isBefore(since) ? Optional.empty() : Optional.ofNullable(recent.request());
  }

  /** What was turned down last, unless that was before a moment. */
  Optional<ActionRequest> dropped(Instant since) {
    return Optional.ofNullable(recent.dropped())
        .filter(dropped -> !dropped.at().isBefore(since))
        .map(Recent.Dropped::request);
  }

  /** Leaves what is talked about now, which was turned down. */
  Dialogue drop(ActionRequest request, Instant at) {
    var left = pop();
    return new Dialogue(
        id, left.agenda(), recent.dropping(request, at), left.version(), misses, heard);
  }

  Dialogue remember(ActionRequest request, Instant at) {
    return new Dialogue(id, agenda, recent.followedBy(request, at), version + 1, misses, heard);
  }
}
