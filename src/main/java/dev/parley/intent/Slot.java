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
 * @param secret whether its value is never shown, kept or told
 */
public record Slot(
    String name,
    SlotType type,
    boolean required,
    boolean many,
    String ask,
    @Nullable String fallback,
    boolean any,
    boolean secret) {

  /** What the slot is called that says at what time a scheduled action runs. */
  public static final String WHEN = "when";

  /** The slot that every intent with {@code schedule: optional} has besides its own. */
  static Slot when() {
    return new Slot(WHEN, SlotType.TIME, false, false, "At what time?", null);
  }

  /** A slot that takes what its type takes and nothing else. */
  public Slot(
      String name,
      SlotType type,
      boolean required,
      boolean many,
      String ask,
      @Nullable String fallback) {
    this(name, type, required, many, ask, fallback, false, false);
  }

  /** A slot whose value may be seen. */
  public Slot(
      String name,
      SlotType type,
      boolean required,
      boolean many,
      String ask,
      @Nullable String fallback,
      boolean any) {
    this(name, type, required, many, ask, fallback, any, false);
  }
}
