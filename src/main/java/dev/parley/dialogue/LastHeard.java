package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Objection;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The last message that said something, as it was read: for whoever asks why, or was misread.
 *
 * @param about the request that it led to, or null
 * @param phrase what was taught and stands for it; empty when it was read as it is
 * @param corrected a message before it that was misread, or null
 */
public record LastHeard(
    String text,
    @Nullable Objection objection,
    DialogueAct act,
    Zone zone,
    List<ScoredIntent> ranking,
    List<Named> named,
    boolean exact,
    @Nullable ActionRequest about,
    String phrase,
    Instant at,
    @Nullable Corrected corrected) {
  public LastHeard {
    ranking = List.copyOf(ranking);
    named = List.copyOf(named);
  }

  /** Something that it named. */
  public record Named(String type, String text, String value, boolean known) {
    static Named of(Entity entity) {
      var value = entity.values().stream().map(SlotValue::shown).collect(Collectors.joining(", "));
      boolean known = entity.values().stream().allMatch(SlotValue::known);
      return new Named(entity.type().label(), entity.text(), value, known);
    }
  }

  /** A message that was misread, and the request that was meant by it. */
  public record Corrected(String text, ActionRequest meant, Instant at) {}

  /** How a message was read. */
  public static LastHeard of(
      Interpretation reading,
      @Nullable ActionRequest about,
      String phrase,
      Instant at,
      @Nullable Corrected corrected) {
    return new LastHeard(
        reading.text(),
        reading.objection(),
        reading.act(),
        reading.zone(),
        reading.ranking(),
        reading.entities().stream().map(Named::of).toList(),
        reading.exact(),
        about,
        phrase,
        at,
        corrected);
  }
}
