package dev.parley.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a stored model.
 *
 * @param format {@link ModelFile#FORMAT} of whoever wrote it
 * @param created ISO 8601
 * @param data the hash of what it was learnt from
 * @param wording the hash of that without what the inventory made of it; null in older versions
 * @param labels how each intent fared that was left out; null in older versions
 * @param verdict what came of comparing it; null in older versions, which are used
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
    ModelScores scores,
    @Nullable SortedMap<String, LabelTrial> labels,
    @Nullable Verdict verdict) {
  static final Comparator<ModelManifest> NEWEST_FIRST =
      Comparator.comparing(ModelManifest::created).reversed();

  @JsonCreator
  public ModelManifest {}

  /** One that was compared with nothing. */
  public ModelManifest(
      String format,
      String version,
      String created,
      String data,
      @Nullable String wording,
      String encoder,
      int examples,
      int intents,
      ModelScores scores) {
    this(format, version, created, data, wording, encoder, examples, intents, scores, null, null);
  }

  /** Whether it reads messages by itself, without somebody choosing it. */
  public boolean passes() {
    return verdict == null || verdict.passes();
  }

  /** Why it is not used by itself. */
  public List<String> reasons() {
    return verdict == null ? List.of() : verdict.held();
  }

  /** Whether it is known what came of comparing it. */
  public boolean compared() {
    return !Verdict.OPEN.equals(verdict);
  }

  ModelManifest with(Verdict other) {
    return new ModelManifest(
        format, version, created, data, wording, encoder, examples, intents, scores, labels, other);
  }
}
