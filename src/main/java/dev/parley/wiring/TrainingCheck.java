package dev.parley.wiring;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Problem;
import dev.parley.training.TrainingSet;
import dev.parley.understanding.IntentModel;
import java.util.List;

/** Holds the examples against the catalogue: every intent needs some to be recognised. */
final class TrainingCheck {
  private static final String FOLDER = "training-data";

  private TrainingCheck() {}

  static List<Problem> problems(TrainingSet examples, IntentCatalog catalog) {
    var taught = examples.intents();
    return catalog.all().stream()
        .map(Intent::name)
        .filter(name -> !taught.contains(name) && !name.equals(IntentModel.NEGATIVE))
        .map(
            name ->
                new Problem(
                    FOLDER + "/" + name + ".yml",
                    0,
                    "The intent " + name + " has no examples.",
                    "Write some phrasings of it."))
        .toList();
  }
}
