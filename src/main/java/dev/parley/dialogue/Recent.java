package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was spoken of lately, for references to it.
 *
 * @param request the last request that was made, or null
 * @param at when
 * @param earlier the one before it, or null
 * @param dropped one that was turned down after it, or null: it can be pointed at, not repeated
 */
public record Recent(
    @Nullable ActionRequest request,
    Instant at,
    @Nullable ActionRequest earlier,
    @Nullable Dropped dropped) {
  /** A request that was not wanted in the end. */
  public record Dropped(ActionRequest request, Instant at) {}

  /** The only one. */
  public Recent(@Nullable ActionRequest request, Instant at) {
    this(request, at, null, null);
  }

  /** Nothing yet. */
  public static Recent nothing() {
    return new Recent(null, Instant.EPOCH);
  }

  Recent followedBy(ActionRequest next, Instant when) {
    return new Recent(next, when, request, null);
  }

  Recent dropping(ActionRequest unwanted, Instant when) {
    return new Recent(request, at, earlier, new Dropped(unwanted, when));
  }
}
