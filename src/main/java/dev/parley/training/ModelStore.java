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
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private static final String HISTORY = "history";

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
    return choice.or(() -> usable.stream().filter(ModelManifest::passes).filter(fits).findFirst());
  }

  /** The newest version that was learnt from these examples and that a comparison holds back. */
  public Optional<ModelManifest> held(String wording) {
    return list().stream()
        .filter(m -> m.format().equals(ModelFile.FORMAT) && !m.passes())
        .filter(m -> wording.equals(m.wording()))
        .findFirst();
  }

  /** The version that reads messages where nothing else is said: chosen, else the newest. */
  public Optional<ModelManifest> standing(String encoder) {
    return chosenOr(manifest -> manifest.encoder().equals(encoder))
        .filter(manifest -> manifest.encoder().equals(encoder));
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

  /** Chooses a version, until something is trained again, and notes who did. */
  public void use(String version, String by) {
    load(version);
    String before =
        chosen()
            .or(
                () ->
                    list().stream().filter(ModelManifest::passes).findFirst().map(m -> m.version()))
            .orElse("");
    choose(version);
    note(version, before, by);
  }

  /**
   * Goes back to what was used before: what the last choice took the place of, else the version
   * that is older than the one in use.
   *
   * @return the version that is used now, or nothing where there is none to go back to
   */
  public Optional<String> back(String by) {
    var versions = list().stream().filter(m -> m.format().equals(ModelFile.FORMAT)).toList();
    var passing = versions.stream().filter(ModelManifest::passes).map(m -> m.version()).toList();
    var now = chosen().or(() -> passing.stream().findFirst());
    if (now.isEmpty()) {
      return Optional.empty();
    }
    var replaced =
        notes().stream()
            .filter(line -> line.length >= 4 && line[1].equals(now.get()))
            .reduce((first, last) -> last)
            .map(line -> line[3])
            .filter(v -> versions.stream().anyMatch(m -> m.version().equals(v)));
    int place = passing.indexOf(now.get());
    var older = passing.stream().skip(place + 1).filter(v -> !v.equals(now.get())).findFirst();
    var target = chosen().isPresent() && replaced.isPresent() ? replaced : older;
    target.ifPresent(version -> use(version, by));
    return target;
  }

  private List<String[]> notes() {
    try {
      Path history = folder.resolve(HISTORY);
      return Files.exists(history)
          ? Files.readAllLines(history).stream().map(line -> line.split(" ", 5)).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("What was chosen before cannot be read.", e);
    }
  }

  private void note(String version, String before, String by) {
    var line =
        "%s %s for %s by %s%n"
            .formatted(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                version,
                before.isEmpty() ? "nothing" : before,
                by);
    try {
      Files.writeString(
          folder.resolve(HISTORY), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The choice of a model cannot be noted.", e);
    }
  }

  /** Says what came of comparing a version; one that passes takes the place of what was chosen. */
  public ModelManifest judge(ModelManifest manifest, Verdict verdict) {
    var judged = manifest.with(verdict);
    try {
      Path version = folder.resolve(manifest.version());
      Path whole = version.resolve(MANIFEST + ".new");
      json.writeValue(whole.toFile(), judged);
      Files.move(whole, version.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
      if (verdict.forced()) {
        // other nodes may know it as held back; a choice holds for all of them
        choose(manifest.version());
        note(manifest.version(), Objects.requireNonNullElse(verdict.against(), ""), "force");
      } else if (verdict.passes()) {
        Files.deleteIfExists(folder.resolve(CHOICE));
      }
      return judged;
    } catch (IOException e) {
      throw new UncheckedIOException("What came of the comparison cannot be written.", e);
    }
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
    return judge(propose(trained, slots, data), Verdict.FIRST);
  }

  /** Stores a model as a version of its own, which is not used until it is judged. */
  public ModelManifest propose(Trained trained, Optional<SlotModel> slots, TrainingData data) {
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
            trained.scores(),
            LabelTrial.of(trained.leftOut(), trained.zones()),
            Verdict.OPEN);
    try {
      write(model, slots, manifest);
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
