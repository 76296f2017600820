package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was spoken of lately, for references to it.
 *
 * @param request the last request that was made, or null
 * @param at when
 */
public record Recent(@Nullable ActionRequest request, Instant at) {
  /** Nothing yet. */
  public static Recent nothing() {
    return new Recent(null, Instant.EPOCH);
  }
}
