package dev.parley.training;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a stored model.
 *
 * @param format {@link ModelFile#FORMAT} of whoever wrote it
 * @param created ISO 8601
 * @param data the hash of what it was learnt from
 * @param wording the hash of that without what the inventory made of it; null in older versions
 */
public record ModelManifest(
    String format,
    String version,
    String created,
    String data,
    @Nullable String wording,
    String encoder,
    int examples,
    int intents,
    ModelScores scores) {
  static final Comparator<ModelManifest> NEWEST_FIRST =
      Comparator.comparing(ModelManifest::created).reversed();
}
