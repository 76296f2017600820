package dev.parley.wiring;

import dev.parley.command.CommandParser;
import dev.parley.knowledge.Knowledge;
import dev.parley.person.Person;
import dev.parley.training.ModelManifest;
import dev.parley.training.ModelStore;
import dev.parley.training.SampleSentences;
import dev.parley.training.TrainingData;
import dev.parley.training.UnusableModelException;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.IntentModel;
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
  private final @Nullable Encoder encoder;
  private final ModelStore models;

  private Understanding(Home home, Path data, Clock clock, @Nullable Encoder encoder) {
    this.home = home;
    this.data = data;
    this.clock = clock;
    this.encoder = encoder;
    this.models = new ModelStore(home.models(), clock);
  }

  /** Opens the encoder, if any, which is kept for as long as the process lives. */
  static Understanding open(Home home, Path data, Clock clock) {
    var encoder = ChosenPipeline.encoder(data.resolve("natives")).orElse(null);
    return new Understanding(home, data, clock, encoder);
  }

  /**
   * The stored model that somebody chose, or that was learnt from these examples.
   *
   * @param running the one that reads messages now, which is not loaded again; or null
   */
  Optional<Model> stored(Estate estate, @Nullable Model running) {
    var wording = wording(estate);
    var taught = models.taught(wording);
    if (taught.isEmpty() && running != null && running.wording().equals(wording)) {
      return Optional.of(running);
    }
    return taught
        .or(() -> olderVersion(estate))
        .flatMap(
            found ->
                running != null && found.version().equals(running.version())
                    ? Optional.of(running)
                    : load(found, wording));
  }

  private String wording(Estate estate) {
    return TrainingData.wording(estate.examples(), estate.catalog(), encoderId());
  }

  /** Versions of an earlier release only say what exactly they were learnt from. */
  private Optional<ModelManifest> olderVersion(Estate estate) {
    boolean older = models.list().stream().map(ModelManifest::wording).anyMatch(Objects::isNull);
    return older ? models.matching(learning(estate).data().hash(encoderId())) : Optional.empty();
  }

  private String encoderId() {
    return encoder == null ? IntentModel.LIGHT : encoder.id();
  }

  private Optional<Model> load(ModelManifest found, String wording) {
    try {
      var learntFrom = found.wording() == null ? wording : found.wording();
      String version = found.version();
      var intents = models.load(version);
      if (!intents.encoder().equals(encoderId())) {
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
    var learnt = learning(estate).learn();
    var version = learnt.manifest().version();
    return new Model(version, wording(estate), learnt.intents(), learnt.slots());
  }

  private Learning learning(Estate estate) {
    return Learning.of(encoder, home, estate, data, clock);
  }

  /** What the estate says, read with this model. */
  Knowledge knowledge(Estate estate, Model model) {
    return new Knowledge(
        estate.catalog(),
        estate.inventory(),
        estate.resolver(),
        new CommandParser(estate.catalog(), estate.resolver()),
        reader(estate, model.intents(), model.slots(), encoder),
        model.version(),
        SampleSentences.of(estate.examples(), estate.catalog(), estate.inventory()));
  }

  /** A reader of messages by what was learnt. */
  static MessageReader reader(
      Estate estate, IntentModel intents, Optional<SlotModel> slots, @Nullable Encoder encoder) {
    var classifier =
        new IntentClassifier(encoder == null ? TextFeatures::noVector : encoder::vector, intents);
    var tagger =
        slots
            .map(m -> m.tagger(encoder == null ? Understanding::noStates : encoder::states))
            .orElseGet(SlotTagger::none);
    return new MessageReader(
        estate.catalog(),
        estate.inventory(),
        estate.resolver(),
        names(estate),
        speaker -> estate.people().identify(speaker).zone(),
        classifier,
        tagger);
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
