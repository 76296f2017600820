package dev.parley.reply;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.inventory.Inventory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * For whom words are found, and what they may speak of.
 *
 * @param name how to address them
 * @param zone in which times are told
 * @param pending what they have running or waiting; looked up only where it is told
 * @param now when they are spoken to
 * @param askable the intents that they may ask for; looked up only where help needs it
 */
public record Audience(
    String name,
    Collection<String> roles,
    ZoneId zone,
    IntentCatalog catalog,
    Inventory inventory,
    Supplier<List<Intent>> askable,
    Supplier<Pending> pending,
    Instant now) {}
