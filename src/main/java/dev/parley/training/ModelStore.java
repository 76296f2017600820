package dev.parley.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.training.Trainer.Trained;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.SlotModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The versions under {@code models/}: a folder each, named by its day and what it was learnt from,
 * with a {@code manifest.json} and the weights. The file {@code use} names the version that
 * somebody chose, until something is trained again.
 */
public final class ModelStore {
  private static final String MANIFEST = "manifest.json";
  private static final String WEIGHTS = "intents.bin";
  private static final String SLOTS = "slots.bin";
  private static final String CHOICE = "use";

  private final ObjectMapper json =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final Path folder;
  private final Clock clock;

  public ModelStore(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Every version of this format, newest first. */
  public List<ModelManifest> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var versions = Files.list(folder)) {
      var manifests = new ArrayList<ModelManifest>();
      for (Path version : versions.toList()) {
        readable(version).ifPresent(manifests::add);
      }
      manifests.sort(ModelManifest.NEWEST_FIRST);
      return manifests;
    } catch (IOException e) {
      throw new UncheckedIOException("The models in " + folder + " cannot be listed.", e);
    }
  }

  /** The folder of a version. */
  public Path path(String version) {
    return folder.resolve(version);
  }

  /** The newest version. */
  public Optional<ModelManifest> latest() {
    return list().stream().findFirst();
  }

  /**
   * The version to read messages with: the one that somebody chose, else the newest that was learnt
   * from exactly this data.
   */
  public Optional<ModelManifest> matching(String dataHash) {
    return chosenOr(manifest -> manifest.data().equals(dataHash));
  }

  /**
   * The version to read messages with: the one that somebody chose, else the newest that was learnt
   * from these examples, whatever the inventory made of them then.
   */
  public Optional<ModelManifest> taught(String wording) {
    return chosenOr(manifest -> wording.equals(manifest.wording()));
  }

  private Optional<ModelManifest> chosenOr(Predicate<ModelManifest> fits) {
    List<ModelManifest> usable =
        list().stream().filter(m -> m.format().equals(ModelFile.FORMAT)).toList();
    Optional<String> chosen = chosen();
    Optional<ModelManifest> choice =
        usable.stream().filter(m -> chosen.equals(Optional.of(m.version()))).findFirst();
    return choice.or(() -> usable.stream().filter(fits).findFirst());
  }

  /** The version that {@link #use} named. */
  public Optional<String> chosen() {
    try {
      Path choice = folder.resolve(CHOICE);
      return Files.exists(choice)
          ? Optional.of(Files.readString(choice).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The chosen model cannot be read.", e);
    }
  }

  /** Chooses a version, until something is trained again. */
  public void use(String version) {
    load(version);
    choose(version);
  }

  /** Holds the choice that was made elsewhere; an empty one is that there is none. */
  public void choose(String version) {
    try {
      if (version.isEmpty()) {
        Files.deleteIfExists(folder.resolve(CHOICE));
        return;
      }
      Path whole = Files.writeString(folder.resolve(CHOICE + ".new"), version + "\n");
      Files.move(whole, folder.resolve(CHOICE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The choice of a model cannot be written.", e);
    }
  }

  /** The model of a version. */
  public IntentModel load(String version) {
    Path stored = folder.resolve(version).normalize();
    if (!folder.normalize().equals(stored.getParent()) || !Files.exists(stored.resolve(MANIFEST))) {
      throw new UnusableModelException(
          "There is no model " + version + ". List them with: parley models list.");
    }
    try {
      requireFormat(stored, manifest(stored).format());
      return ModelFile.read(stored.resolve(WEIGHTS));
    } catch (IOException e) {
      throw new UnusableModelException(
          "The model " + version + " is damaged. Remove its folder and train again.", e);
    }
  }

  /** What a version knows of slots; nothing where none was learnt with it. */
  public Optional<SlotModel> loadSlots(String version) {
    Path stored = folder.resolve(version).resolve(SLOTS);
    if (!Files.exists(stored)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SlotModelFile.read(stored));
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableModelException) {
        throw (UnusableModelException) e;
      }
      throw new UnusableModelException(
          "The slots of the model " + version + " are damaged. Remove its folder and train again.",
          e);
    }
  }

  /** Stores a model that knows of intents alone. */
  public ModelManifest save(Trained trained, TrainingData data) {
    return save(trained, Optional.empty(), data);
  }

  /** Stores a model as a version of its own; a choice that was made before no longer holds. */
  public ModelManifest save(Trained trained, Optional<SlotModel> slots, TrainingData data) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    IntentModel model = trained.model();
    String hash = data.hash(model.encoder());
    String version = LocalDate.ofInstant(now, ZoneOffset.UTC) + "-" + hash.substring(0, 8);
    var manifest =
        new ModelManifest(
            ModelFile.FORMAT,
            version,
            now.toString(),
            hash,
            data.wording(model.encoder()),
            model.encoder(),
            data.samples().size(),
            data.descriptions().size(),
            trained.scores());
    try {
      write(model, slots, manifest);
      Files.deleteIfExists(folder.resolve(CHOICE));
    } catch (IOException e) {
      throw new UncheckedIOException("The model cannot be written to " + folder + ".", e);
    }
    return manifest;
  }

  /** Whole or not at all: another process sees the folder when everything is in it. */
  private void write(IntentModel model, Optional<SlotModel> slots, ModelManifest manifest)
      throws IOException {
    Files.createDirectories(folder);
    Path whole = Files.createTempDirectory(folder, ".writing-");
    ModelFile.write(model, whole.resolve(WEIGHTS));
    if (slots.isPresent()) {
      SlotModelFile.write(slots.get(), whole.resolve(SLOTS));
    }
    json.writeValue(whole.resolve(MANIFEST).toFile(), manifest);
    Path version = folder.resolve(manifest.version());
    if (Files.exists(version)) {
      Files.move(version, whole.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
      remove(whole.resolve("replaced"));
    }
    Files.move(whole, version, StandardCopyOption.ATOMIC_MOVE);
  }

  static void remove(Path version) throws IOException {
    try (var files = Files.list(version)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(version);
  }

  /** Nothing for what is being written, and for what is damaged. */
  private Optional<ModelManifest> readable(Path version) {
    boolean whole = !version.getFileName().toString().startsWith(".");
    if (!whole || !Files.exists(version.resolve(MANIFEST))) {
      return Optional.empty();
    }
    try {
      return Optional.of(manifest(version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private ModelManifest manifest(Path version) throws IOException {
    return json.readValue(version.resolve(MANIFEST).toFile(), ModelManifest.class);
  }

  static void requireFormat(Path where, String format) {
    requireFormat(where, format, ModelFile.FORMAT);
  }

  static void requireFormat(Path where, String format, String wanted) {
    if (!format.equals(wanted)) {
      throw new UnusableModelException(
          where
              + " has the format "
              + format
              + ", and this program reads "
              + wanted
              + ". Train again with: parley train.");
    }
  }
}
