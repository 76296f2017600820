package dev.parley.understanding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message was understood to mean.
 *
 * @param text the normalised text: no-break spaces, smart quotes, a leading mention removed
 * @param objection why it can start nothing, or null
 * @param act what it does in the conversation
 * @param bare whether it holds nothing but the act and courtesy ("yes please")
 * @param zone how sure the best reading is; DECLINE when there is none
 * @param ranking best first; with zone OFFER the first few are what to offer
 * @param entities in the order in which they stand
 * @param further what it asks for besides, in order; empty when it holds one request
 * @param exact whether it came as an exact command or a button, not as prose
 * @param link how it hangs together with what was said before
 */
public record Interpretation(
    String text,
    @Nullable Objection objection,
    DialogueAct act,
    boolean bare,
    Zone zone,
    List<ScoredIntent> ranking,
    List<Entity> entities,
    List<Further> further,
    boolean exact,
    Link link) {
  /**
   * Another request of the same message.
   *
   * @param onFailure whether it is asked for in case that the one before fails
   */
  public record Further(String intent, List<Entity> entities, boolean onFailure) {
    public Further {
      entities = List.copyOf(entities);
    }

    /** One that is asked for when the one before has succeeded. */
    public Further(String intent, List<Entity> entities) {
      this(intent, entities, false);
    }
  }

  public Interpretation {
    further = List.copyOf(further);
    ranking = List.copyOf(ranking);
    entities = List.copyOf(entities);
  }

  /** A message that holds one request at most. */
  public Interpretation(
      String text,
      @Nullable Objection objection,
      DialogueAct act,
      boolean bare,
      Zone zone,
      List<ScoredIntent> ranking,
      List<Entity> entities,
      boolean exact) {
    this(text, objection, act, bare, zone, ranking, entities, List.of(), exact, Link.NONE);
  }

  /** The same with something that it asks for besides. */
  Interpretation besides(Further more) {
    var all = Stream.concat(further.stream(), Stream.of(more)).toList();
    return new Interpretation(
        text, objection, act, bare, zone, ranking, entities, all, exact, link);
  }

  /** The same with other values. */
  Interpretation with(List<Entity> others) {
    return new Interpretation(
        text, objection, act, bare, zone, ranking, others, further, exact, link);
  }

  /** The same with how it hangs together with what was said before. */
  public Interpretation linked(Link as) {
    return new Interpretation(
        text, objection, act, bare, zone, ranking, entities, further, exact, as);
  }

  /** The same without what must not be kept of it. */
  public Interpretation keeping(String shorter, List<Entity> others, List<Further> besides) {
    return new Interpretation(
        shorter, objection, act, bare, zone, ranking, others, besides, exact, link);
  }

  /** The same, which can start nothing. */
  public Interpretation objecting(Objection why) {
    return new Interpretation(text, why, act, bare, zone, ranking, entities, further, exact, link);
  }

  /** The best reading, when it is sure enough to act on. */
  public Optional<String> intent() {
    return zone == Zone.ACT && !ranking.isEmpty()
        ? Optional.of(ranking.get(0).intent())
        : Optional.empty();
  }
}
