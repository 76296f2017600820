package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Manner;
import dev.parley.understanding.Entity;
import java.util.List;
import java.util.Optional;

/**
 * A request that is being put together.
 *
 * @param request what was said so far; unknown and surplus values stand in it until replaced
 * @param troubles which of its slots hold something that cannot be used
 */
public record Draft(ActionRequest request, List<Trouble> troubles) {
  public Draft {
    troubles = List.copyOf(troubles);
  }

  /** What a message names for an intent. */
  public static Draft of(Intent intent, List<Entity> entities) {
    return Situation.draft(intent, entities);
  }

  /** The same, asked for in another manner. */
  Draft asked(Manner manner) {
    return new Draft(request.asked(manner), troubles);
  }

  /** What is wrong with a slot. */
  public Optional<Trouble> trouble(String slot) {
    return troubles.stream().filter(t -> t.slot().equals(slot)).findFirst();
  }

  /**
   * Why a slot's value cannot be used.
   *
   * @param spoken as typed
   * @param choices near names of an unknown one, candidates of an ambiguous one
   */
  public record Trouble(String slot, Kind kind, String spoken, List<String> choices) {
    public Trouble {
      choices = List.copyOf(choices);
    }

    public enum Kind {
      UNKNOWN,
      AMBIGUOUS,
      /** One of several that were named: "web-01 or web-02". */
      EITHER
    }
  }
}
