package dev.parley.intent;

import org.jspecify.annotations.Nullable;

/**
 * One parameter of an intent.
 *
 * @param many whether the intent takes several values at once
 * @param ask the question to ask when it is missing, a {@link Template} source
 * @param fallback a template that stands in when an optional slot has no value, e.g. {@code
 *     {service.on}} for each host that has the service, or {@code 10}
 * @param any whether a host slot takes any address or domain as well as the inventory's hosts
 */
public record Slot(
    String name,
    SlotType type,
    boolean required,
    boolean many,
    String ask,
    @Nullable String fallback,
    boolean any) {

  /** A slot that takes what its type takes and nothing else. */
  public Slot(
      String name,
      SlotType type,
      boolean required,
      boolean many,
      String ask,
      @Nullable String fallback) {
    this(name, type, required, many, ask, fallback, false);
  }
}
