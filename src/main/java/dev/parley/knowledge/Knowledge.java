package dev.parley.knowledge;

import dev.parley.command.CommandParser;
import dev.parley.intent.IntentCatalog;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.understanding.NluPipeline;

/**
 * Catalogue, inventory and model, swapped as a whole.
 *
 * @param modelVersion the version under {@code models/} that reads messages
 */
public record Knowledge(
    IntentCatalog catalog,
    Inventory inventory,
    EntityResolver resolver,
    CommandParser commands,
    NluPipeline nlu,
    String modelVersion) {}
