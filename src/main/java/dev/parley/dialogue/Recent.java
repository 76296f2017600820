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
 */
public record Recent(@Nullable ActionRequest request, Instant at, @Nullable ActionRequest earlier) {
  /** The only one. */
  public Recent(@Nullable ActionRequest request, Instant at) {
    this(request, at, null);
  }

  /** Nothing yet. */
  public static Recent nothing() {
    return new Recent(null, Instant.EPOCH);
  }
}
