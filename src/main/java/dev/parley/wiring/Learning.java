package dev.parley.wiring;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.training.CrfSettings;
import dev.parley.training.Example;
import dev.parley.training.ModelManifest;
import dev.parley.training.ModelStore;
import dev.parley.training.ReadForms;
import dev.parley.training.ReaderFigures;
import dev.parley.training.ReaderTrial;
import dev.parley.training.TextVectors;
import dev.parley.training.Trainer;
import dev.parley.training.TrainingData;
import dev.parley.training.WordStates;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.EntityExtractor;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.IntentScorer;
import dev.parley.understanding.IntentScores;
import dev.parley.understanding.Masker;
import dev.parley.understanding.MessageReader;
import dev.parley.understanding.Normaliser;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.SlotModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The understanding of one home: its encoder, what it learns from, and where its models are.
 *
 * @param encoder open for as long as the understanding is used; null for the light pipeline
 * @param states null for the light pipeline
 */
public record Learning(
    @Nullable Encoder encoder,
    TrainingData data,
    ModelStore models,
    TextVectors vectors,
    @Nullable WordStates states) {

  /** Opens the encoder and prepares what a model is learnt from. */
  public static Learning of(Home home, Estate estate, Path dataFolder, Clock clock) {
    var encoder = new Encoders(dataFolder.resolve("natives")).of(estate).orElse(null);
    return of(encoder, home, estate, dataFolder, clock);
  }

  /** Prepares what a model is learnt from, with an encoder that is open already. */
  static Learning of(
      @Nullable Encoder encoder, Home home, Estate estate, Path dataFolder, Clock clock) {
    if (encoder == null) {
      var models = new ModelStore(home.models(), clock);
      return new Learning(null, data(estate, dataFolder), models, TextVectors.none(), null);
    }
    var folder = dataFolder.resolve("vectors");
    var states = new WordStates(encoder, CrfSettings.QUICK.layers(), folder.resolve("states.bin"));
    return new Learning(
        encoder,
        data(estate, dataFolder),
        new ModelStore(home.models(), clock),
        new TextVectors(states::vector, encoder.id(), folder.resolve("training.bin")),
        states);
  }

  /**
   * What was learnt, and the version that it is stored as.
   *
   * @param slots nothing where no example marks a value of its own
   */
  record Learnt(ModelManifest manifest, IntentModel intents, Optional<SlotModel> slots) {}

  /**
   * Learns intents and, beside them, the values of slots, stores both, and says whether they are to
   * be used.
   *
   * @param force whether they are, whatever a comparison with what stood before says
   */
  Learnt learn(Gate gate, boolean force) {
    var before = models.standing(vectors.encoderId()).orElse(null);
    if (states != null) {
      // what the encoder has to read for the slots serves the intents too
      data.slots().prepare(states);
    }
    vectors.prepare(data.meant());
    var slots = CompletableFuture.supplyAsync(this::slots);
    var trained = new Trainer(vectors).train(data);
    var proposed = models.propose(trained, slots.join(), data);
    var verdict = gate.verdict(this, before, proposed, trained.model());
    var manifest = models.judge(proposed, force ? verdict.byForce() : verdict);
    return new Learnt(manifest, trained.model(), slots.join());
  }

  private Optional<SlotModel> slots() {
    return slots(data);
  }

  private Optional<SlotModel> slots(TrainingData from) {
    return states == null ? from.slots().learnLight() : from.slots().learn(states);
  }

  /** How the whole reader fares with a fifth of the examples that it learnt nothing from. */
  ReaderFigures tryReader(Estate estate) {
    var trial = ReaderTrial.of(estate.examples(), data, estate.catalog(), estate.resolver());
    var seen = TrainingData.of(trial.seen(), estate.catalog(), masking(estate));
    var intents = new Trainer(vectors).train(seen).model();
    var values = slots(seen);
    var states = Optional.ofNullable(encoder);
    var reader = Understanding.reader(estate, intents, values, states);
    var told = new ConcurrentHashMap<String, MessageReader>();
    return trial.measure(
        text -> reader.read(message(text), Expectation.none()),
        (intent, text) ->
            told.computeIfAbsent(
                    intent, name -> Understanding.reader(estate, only(name), values, states))
                .read(message(text), Expectation.none()));
  }

  /** Takes everything for one intent. */
  private static IntentScorer only(String intent) {
    var scores = new IntentScores(List.of(new ScoredIntent(intent, 1)), true, true);
    return (raw, masked) -> scores;
  }

  /** A day's noon, at which "today" has begun and is not over. */
  private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

  private static Utterance message(String text) {
    var nobody = Speaker.of("trial", "nobody");
    return new Utterance("m", new ConversationId("trial", "c"), nobody, text, NOON);
  }

  /** What a model is learnt from. */
  static TrainingData data(Estate estate) {
    return TrainingData.of(estate.examples(), estate.catalog(), masking(estate));
  }

  /** The same, with what was read before and is kept among the assistant's data. */
  private static TrainingData data(Estate estate, Path dataFolder) {
    var file = dataFolder.resolve("vectors").resolve("forms.bin");
    var kept =
        ReaderIdentity.of(estate)
            .map(reader -> ReadForms.in(file, reader))
            .orElseGet(ReadForms::none);
    return TrainingData.of(estate.examples(), estate.catalog(), masking(estate), kept);
  }

  /** Training masks exactly as reading does. */
  private static Function<Example, String> masking(Estate estate) {
    var extractor = EntityExtractor.forCatalog(estate.resolver(), estate.catalog());
    return example -> {
      var text = Normaliser.normalise(example.text());
      return Masker.mask(text, extractor.extract(text));
    };
  }
}
