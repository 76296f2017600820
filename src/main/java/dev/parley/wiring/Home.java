package dev.parley.wiring;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that says what can be asked for, in which words, on what and by whom.
 *
 * @param demo whether its inventory is the demo estate, with a fleet of its own
 */
public record Home(Path root, boolean demo) {

  /** A home that somebody named: a real estate. */
  public static Home of(Path root) {
    return new Home(root.toAbsolutePath().normalize(), false);
  }

  /** The project's own home, whose inventory is the demo's. */
  public static Home demo(Path root) {
    return new Home(root.toAbsolutePath().normalize(), true);
  }

  public Path intents() {
    return root.resolve("intents");
  }

  public Path trainingData() {
    return root.resolve("training-data");
  }

  public Path models() {
    return root.resolve("models");
  }

  public Path inventory() {
    return root.resolve("inventory");
  }

  public Path permissions() {
    return root.resolve("permissions.yml");
  }

  public Path channels() {
    return root.resolve("channels.yml");
  }

  /** Where records, logs and secrets are when PARLEY_DATA does not say. */
  public Path data() {
    return root.resolve("data");
  }

  /** Whether it looks like a home at all. */
  public boolean exists() {
    return Files.isDirectory(intents());
  }
}
