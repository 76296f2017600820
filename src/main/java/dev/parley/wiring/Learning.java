package dev.parley.wiring;

import dev.parley.person.Person;
import dev.parley.training.Example;
import dev.parley.training.ModelStore;
import dev.parley.training.TextVectors;
import dev.parley.training.Trainer;
import dev.parley.training.TrainingData;
import dev.parley.understanding.Encoder;
import dev.parley.understanding.EntityExtractor;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.Masker;
import dev.parley.understanding.MessageReader;
import dev.parley.understanding.NluPipeline;
import dev.parley.understanding.Normaliser;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The understanding of one home: its encoder, what it learns from, and where its models are.
 *
 * @param encoder open for as long as the understanding is used
 */
public record Learning(Encoder encoder, TrainingData data, ModelStore models, TextVectors vectors) {

  /** Opens the encoder and prepares what a model is learnt from. */
  public static Learning of(Home home, Estate estate, Path dataFolder, Clock clock) {
    var encoder = Encoder.open(dataFolder.resolve("natives"));
    var data = TrainingData.of(estate.examples(), estate.catalog(), masking(estate));
    var file = dataFolder.resolve("vectors").resolve("training.bin");
    return new Learning(
        encoder,
        data,
        new ModelStore(home.models(), clock),
        new TextVectors(encoder::encode, encoder.id(), file));
  }

  /** Training masks exactly as reading does. */
  private static Function<Example, String> masking(Estate estate) {
    var extractor = EntityExtractor.forCatalog(estate.resolver(), estate.catalog());
    return example -> {
      var text = Normaliser.normalise(example.text());
      return Masker.mask(text, extractor.extract(text));
    };
  }

  /** The pipeline with the newest model that was learnt from exactly this, or a new one. */
  public NluPipeline pipeline(Home home, Estate estate, Path dataFolder) {
    if (ChildTraining.possible() && models.matching(data.hash(encoder.id())).isEmpty()) {
      ChildTraining.run(home, dataFolder);
    }
    var model = new Trainer(vectors).loadOrTrain(models, data);
    var classifier = new IntentClassifier(encoder::vector, model);
    return new MessageReader(
        estate.catalog(),
        estate.inventory(),
        estate.resolver(),
        names(estate),
        speaker -> estate.people().identify(speaker).zone(),
        classifier::classify);
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
