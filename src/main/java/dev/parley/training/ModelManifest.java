package dev.parley.training;

import java.util.Comparator;

/**
 * What is told of a stored model.
 *
 * @param format {@link ModelFile#FORMAT} of whoever wrote it
 * @param created ISO 8601
 * @param data the hash of what it was learnt from
 */
public record ModelManifest(
    String format,
    String version,
    String created,
    String data,
    String encoder,
    int examples,
    int intents,
    ModelScores scores) {
  static final Comparator<ModelManifest> NEWEST_FIRST =
      Comparator.comparing(ModelManifest::created).reversed();
}
