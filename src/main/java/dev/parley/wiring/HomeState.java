package dev.parley.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells whether a home's files are what they were. Looking costs little: only what was touched is
 * read. It works on every mount, because nobody has to tell of changes.
 */
final class HomeState {
  /** Some mounts keep whole seconds: within them a file may change and look the same. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private record Stamp(long size, FileTime modified, String key) {}

  private final Home home;
  private Map<Path, Stamp> stamps = Map.of();
  private String digest = "";

  HomeState(Home home) {
    this.home = home;
  }

  /** Changes with what the files hold. */
  String digest() {
    try {
      var now = stamps();
      boolean young =
          now.values().stream()
              .anyMatch(s -> s.modified().toInstant().isAfter(Instant.now().minus(YOUNG)));
      if (young || !now.equals(stamps)) {
        digest = contents(now.keySet());
        stamps = now;
      }
    } catch (IOException | UncheckedIOException e) {
      // somebody is writing just now; the next look will tell
      digest = "unreadable: " + e.getMessage();
      stamps = Map.of();
    }
    return digest;
  }

  private Map<Path, Stamp> stamps() throws IOException {
    var found = new TreeMap<Path, Stamp>();
    var roots =
        List.of(
            home.intents(),
            home.trainingData(),
            home.inventory(),
            home.permissions(),
            home.channels());
    for (var root : roots) {
      if (Files.exists(root)) {
        try (var files = Files.walk(root)) {
          addAll(files, found);
        }
      }
    }
    if (Files.isDirectory(home.models())) {
      try (var versions = Files.walk(home.models(), 2)) {
        addAll(versions.filter(HomeState::tellsOfModels), found);
      }
    }
    return found;
  }

  /** The version that is chosen, and which ones there are. */
  private static boolean tellsOfModels(Path file) {
    return file.endsWith("use")
        || file.endsWith("manifest.json") && !file.toString().contains(".writing-");
  }

  private static void addAll(Stream<Path> files, Map<Path, Stamp> into) throws IOException {
    for (var file : files.filter(Files::isRegularFile).toList()) {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      // whether it is a program counts as well
      var key = attributes.fileKey() + " " + Files.isExecutable(file);
      into.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime(), key));
    }
  }

  private static String contents(Iterable<Path> files) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        digest.update((file + "\0" + Files.isExecutable(file) + "\0").getBytes());
        digest.update(Files.readAllBytes(file));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
