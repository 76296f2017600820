package dev.parley.wiring;

import dev.parley.command.CommandParser;
import dev.parley.knowledge.Knowledge;
import dev.parley.person.Person;
import dev.parley.training.ModelManifest;
import dev.parley.training.ModelStore;
import dev.parley.training.SampleSentences;
import dev.parley.training.TrainingData;
import dev.parley.training.UnusableModelException;
import dev.parley.training.WordedLike;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.IntentScorer;
import dev.parley.understanding.MessageReader;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTagger;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.TokenStates;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes knowledge of what a home says: finds the model that was learnt from it, or learns one. */
final class Understanding {
  private static final Logger LOG = System.getLogger(Understanding.class.getName());

  /**
   * A model and the version that it is stored as.
   *
   * @param slots nothing where no example marks a value of its own, or an older release learnt it
   * @param wording of the examples that it was learnt from, see {@link TrainingData#wording}
   */
  record Model(String version, String wording, IntentModel intents, Optional<SlotModel> slots) {}

  private final Home home;
  private final Path data;
  private final Clock clock;
  private final Encoders encoders;
  private final ModelStore models;

  /** The version that is used whatever stands, or null. */
  private final @Nullable String version;

  private Understanding(Home home, Path data, Clock clock, @Nullable String version) {
    this.version = version;
    this.home = home;
    this.data = data;
    this.clock = clock;
    this.encoders = new Encoders(data.resolve("natives"));
    this.models = new ModelStore(home.models(), clock);
  }

  static Understanding of(Home home, Path data, Clock clock) {
    return new Understanding(home, data, clock, null);
  }

  /** The same with a version that is used whatever stands. */
  static Understanding of(Home home, Path data, Clock clock, String version) {
    return new Understanding(home, data, clock, version);
  }

  /**
   * The stored model that somebody chose, or that was learnt from these examples.
   *
   * @param running the one that reads messages now, which is not loaded again; or null
   */
  Optional<Model> stored(Estate estate, @Nullable Model running) {
    var wording = wording(estate);
    var taught = version == null ? models.taught(wording) : named(version);
    boolean held = taught.isEmpty() && models.held(wording).isPresent();
    if (taught.isEmpty() && running != null && (held || running.wording().equals(wording))) {
      return Optional.of(running);
    }
    return taught
        .or(() -> held ? models.standing(encoderId(estate)) : Optional.empty())
        .or(() -> held ? models.held(wording) : olderVersion(estate))
        .flatMap(
            found ->
                running != null && found.version().equals(running.version())
                    ? Optional.of(running)
                    : load(found, wording, encoderId(estate)));
  }

  private Optional<ModelManifest> named(String name) {
    return models.list().stream().filter(manifest -> manifest.version().equals(name)).findFirst();
  }

  /** What a comparison holds back of what the files teach, unless somebody chose a version. */
  Optional<ModelManifest> held(Estate estate) {
    var wording = wording(estate);
    return models.taught(wording).isPresent() ? Optional.empty() : models.held(wording);
  }

  private String wording(Estate estate) {
    return TrainingData.wording(estate.examples(), estate.catalog(), encoderId(estate));
  }

  /** Versions of an earlier release only say what exactly they were learnt from. */
  private Optional<ModelManifest> olderVersion(Estate estate) {
    boolean older = models.list().stream().map(ModelManifest::wording).anyMatch(Objects::isNull);
    return older
        ? models.matching(learning(estate).data().hash(encoderId(estate)))
        : Optional.empty();
  }

  private String encoderId(Estate estate) {
    return encoders.of(estate).map(Encoder::id).orElse(IntentModel.LIGHT);
  }

  private Optional<Model> load(ModelManifest found, String wording, String encoderId) {
    try {
      var learntFrom = found.wording() == null ? wording : found.wording();
      String version = found.version();
      var intents = models.load(version);
      if (!intents.encoder().equals(encoderId)) {
        throw new UnusableModelException(
            "The model %s was learnt for another pipeline; another one is learnt."
                .formatted(version));
      }
      return Optional.of(new Model(version, learntFrom, intents, models.loadSlots(version)));
    } catch (UnusableModelException e) {
      LOG.log(Level.WARNING, e.getMessage());
      return Optional.empty();
    }
  }

  /** Learns a model of the home's files, which are what the estate was read from. */
  Model learn(Estate estate) {
    if (ChildTraining.possible()) {
      ChildTraining.run(home, data);
      return stored(estate, null)
          .orElseThrow(
              () -> new IllegalStateException("The files changed again while it was learnt."));
    }
    var learnt = learning(estate).learn(Gate.of(home, data), false);
    var made =
        new Model(learnt.manifest().version(), wording(estate), learnt.intents(), learnt.slots());
    return learnt.manifest().passes() ? made : stored(estate, null).orElse(made);
  }

  private Learning learning(Estate estate) {
    return Learning.of(encoders.of(estate).orElse(null), home, estate, data, clock);
  }

  /** What the estate says, read with this model. */
  Knowledge knowledge(Estate estate, Model model) {
    var encoder = encoders.of(model.intents());
    return new Knowledge(
        estate.catalog(),
        estate.inventory(),
        estate.resolver(),
        new CommandParser(estate.catalog(), estate.resolver()),
        reader(estate, model.intents(), model.slots(), encoder),
        model.version(),
        SampleSentences.of(estate.examples(), estate.catalog(), estate.inventory()),
        new WordedLike(estate.examples()));
  }

  /** A reader of messages by what was learnt. */
  static MessageReader reader(
      Estate estate, IntentModel intents, Optional<SlotModel> slots, Optional<Encoder> encoder) {
    Function<String, float[]> vectors =
        encoder.isPresent() ? encoder.get()::vector : TextFeatures::noVector;
    return reader(estate, new IntentClassifier(vectors, intents), slots, encoder);
  }

  /** A reader that finds intents in another way. */
  static MessageReader reader(
      Estate estate, IntentScorer intents, Optional<SlotModel> slots, Optional<Encoder> encoder) {
    return new MessageReader(
        estate.catalog(),
        estate.inventory(),
        estate.resolver(),
        names(estate),
        speaker -> estate.people().identify(speaker).zone(),
        intents,
        tagger(encoder, slots));
  }

  private static SlotTagger tagger(Optional<Encoder> encoder, Optional<SlotModel> slots) {
    Function<String, TokenStates> states =
        encoder.isPresent() ? encoder.get()::states : Understanding::noStates;
    return slots.map(m -> m.tagger(states)).orElseGet(SlotTagger::none);
  }

  private static TokenStates noStates(String text) {
    throw new IllegalStateException("A model of words alone asks for no states.");
  }

  /** What the people are called, in full and by the first of their names. */
  private static Set<String> names(Estate estate) {
    return estate.people().all().stream()
        .map(Person::name)
        .filter(name -> !name.isBlank())
        .flatMap(name -> Stream.of(name, name.strip().split("\\s+")[0]))
        .collect(Collectors.toSet());
  }
}
