package dev.parley.knowledge;

import dev.parley.command.CommandParser;
import dev.parley.intent.IntentCatalog;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.understanding.NearExamples;
import dev.parley.understanding.NluPipeline;
import java.util.Map;

/**
 * Catalogue, inventory and model, swapped as a whole.
 *
 * @param modelVersion the version under {@code models/} that reads messages
 * @param examples a sentence by which each intent can be asked for, where one is known
 * @param near the examples that the model was learnt from, by likeness
 */
public record Knowledge(
    IntentCatalog catalog,
    Inventory inventory,
    EntityResolver resolver,
    CommandParser commands,
    NluPipeline nlu,
    String modelVersion,
    Map<String, String> examples,
    NearExamples near) {
  public Knowledge {
    examples = Map.copyOf(examples);
  }

  /** Knowledge without examples. */
  public Knowledge(
      IntentCatalog catalog,
      Inventory inventory,
      EntityResolver resolver,
      CommandParser commands,
      NluPipeline nlu,
      String modelVersion) {
    this(catalog, inventory, resolver, commands, nlu, modelVersion, Map.of(), NearExamples.none());
  }
}
