package dev.parley.reply;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.inventory.Inventory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * For whom words are found, and what they may speak of.
 *
 * @param name how to address them
 * @param zone in which times are told
 * @param pending what they have running or waiting; looked up only where it is told
 * @param accounts through which they are known to be who they are, e.g. {@code slack:U1}; looked up
 *     only where it is told
 * @param now when they are spoken to
 * @param askable the intents that they may ask for; looked up only where help needs it
 * @param refusal why they may not ask for an intent, a sentence; empty where they may
 * @param examples a sentence by which an intent can be asked for, by its name
 */
public record Audience(
    String name,
    Collection<String> roles,
    ZoneId zone,
    IntentCatalog catalog,
    Inventory inventory,
    Supplier<List<Intent>> askable,
    Function<Intent, String> refusal,
    Map<String, String> examples,
    Supplier<Pending> pending,
    Supplier<List<String>> accounts,
    Instant now) {}
