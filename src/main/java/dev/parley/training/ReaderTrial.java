package dev.parley.training;

import dev.parley.intent.IntentCatalog;
import dev.parley.inventory.EntityResolver;
import dev.parley.training.ReaderFigures.Misread;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads the examples that were left out of everything learnt, as messages. */
public final class ReaderTrial {
  private static final int FOLDS = 5;

  private final List<Example> seen = new ArrayList<>();
  private final List<Example> unseen = new ArrayList<>();
  private final IntentCatalog catalog;
  private final MarkedValues values;

  private ReaderTrial(IntentCatalog catalog, EntityResolver resolver) {
    this.catalog = catalog;
    this.values = new MarkedValues(resolver);
  }

  /** Leaves out a fifth of a set, twins together. */
  public static ReaderTrial of(
      TrainingSet set, TrainingData data, IntentCatalog catalog, EntityResolver resolver) {
    var trial = new ReaderTrial(catalog, resolver);
    var samples = data.samples();
    var masked = new HashMap<String, String>();
    samples.forEach(s -> masked.put(s.typed(), s.masked()));
    var examples = set.examples().stream().filter(e -> masked.containsKey(e.text())).toList();
    int[] fold =
        Folds.deal(examples, FOLDS, Example::intent, e -> masked.getOrDefault(e.text(), e.text()));
    for (int i = 0; i < fold.length; i++) {
      (fold[i] == 0 ? trial.unseen : trial.seen).add(examples.get(i));
    }
    return trial;
  }

  /** What the reader is to learn from. */
  public TrainingSet seen() {
    return TrainingSet.of(seen);
  }

  /**
   * How a reader fares with what was left out.
   *
   * @param reader learnt from {@link #seen}
   * @param told the same, told the intent of a text
   */
  public ReaderFigures measure(
      Function<String, Interpretation> reader, BiFunction<String, String, Interpretation> told) {
    var requests = new AtomicInteger();
    var intents = new AtomicInteger();
    var whole = new AtomicInteger();
    var started = new AtomicInteger();
    var valued = new AtomicInteger();
    var misread = new ConcurrentLinkedQueue<Misread>();
    Workers.each(
        unseen.size(),
        i -> {
          var example = unseen.get(i);
          var reading = reader.apply(example.text());
          var taken = taken(reading);
          if (example.intent().equals(IntentModel.NEGATIVE)) {
            started.addAndGet(taken.isEmpty() ? 0 : 1);
            return;
          }
          requests.incrementAndGet();
          if (!example.annotations().isEmpty()) {
            valued.incrementAndGet();
            misread(example, told.apply(example.intent(), example.text())).ifPresent(misread::add);
          }
          if (taken.equals(example.intent())) {
            intents.incrementAndGet();
            whole.addAndGet(values.agree(catalog.get(taken), example, reading) ? 1 : 0);
          }
        });
    int negatives = unseen.size() - requests.get();
    return new ReaderFigures(
        requests.get(),
        share(intents.get(), requests.get()),
        share(whole.get(), requests.get()),
        valued.get(),
        share(valued.get() - misread.size(), valued.get()),
        misread.stream().sorted(Comparator.comparing(Misread::text)).toList(),
        negatives,
        share(started.get(), negatives));
  }

  private Optional<Misread> misread(Example example, Interpretation reading) {
    var intent = catalog.get(example.intent());
    return values.agree(intent, example, reading)
        ? Optional.empty()
        : Optional.of(
            new Misread(
                intent.name(),
                example.text(),
                values.marked(intent, example),
                values.read(intent, reading)));
  }

  /** The intent that is acted on, or nothing. */
  private static String taken(Interpretation reading) {
    return reading.zone() == Zone.ACT && reading.objection() == null && !reading.ranking().isEmpty()
        ? reading.ranking().get(0).intent()
        : "";
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
