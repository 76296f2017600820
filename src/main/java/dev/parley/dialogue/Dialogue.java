package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person's dialogue in one place.
 *
 * @param agenda what it is in the middle of; the last frame is the one that is talked about now
 * @param version counts its changes
 */
public record Dialogue(DialogueId id, List<Frame> agenda, Recent recent, long version) {
  public Dialogue {
    agenda = List.copyOf(agenda);
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
    return new Dialogue(id, longer, recent, version + 1);
  }

  Dialogue pop() {
    return new Dialogue(id, agenda.subList(0, agenda.size() - 1), recent, version + 1);
  }

  Dialogue without(Frame frame) {
    return new Dialogue(
        id, agenda.stream().filter(f -> !f.equals(frame)).toList(), recent, version + 1);
  }

  /** The further requests that stand on top, the next one first. */
  List<Draft> waiting() {
    var waiting = new ArrayList<Draft>();
    for (int i = agenda.size() - 1; i >= 0 && agenda.get(i) instanceof Frame.Waiting frame; i--) {
      waiting.add(frame.draft());
    }
    return waiting;
  }

  Dialogue withoutWaiting() {
    return new Dialogue(
        id, agenda.subList(0, agenda.size() - waiting().size()), recent, version + 1);
  }

  Dialogue replaceTop(Frame frame) {
    return pop().push(frame);
  }

  /** Without the oldest frames beyond {@code depth}. */
  Dialogue keepNewest(int depth) {
    int surplus = Math.max(0, agenda.size() - depth);
    return new Dialogue(id, agenda.subList(surplus, agenda.size()), recent, version);
  }

  /** The last request, unless it was made before a moment. */
  Optional<ActionRequest> recent(Instant since) {
    return recent.at().isBefore(since) ? Optional.empty() : Optional.ofNullable(recent.request());
  }

  Dialogue remember(ActionRequest request, Instant at) {
    return new Dialogue(id, agenda, new Recent(request, at), version + 1);
  }
}
