package dev.parley.inventory;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.inventory.ProgramRun.FailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each program printed last, also by a process before this one. */
final class KeptOutput {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param program the digest of what printed it
   */
  private record Entry(String program, PrintedHosts hosts, boolean current) {}

  private final @Nullable Path folder;
  private final Map<String, Entry> entries = new HashMap<>();

  /**
   * @param folder where it is kept, or null for this process alone
   */
  KeptOutput(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Everything is to be asked for again. */
  void age() {
    entries.replaceAll((name, entry) -> new Entry(entry.program(), entry.hosts(), false));
  }

  /** Whether it need not be run: it is as it was, and nobody wants it run again. */
  boolean isCurrent(Path program, String shownAs) throws IOException {
    var entry = entry(shownAs);
    return entry.isPresent()
        && entry.get().current()
        && entry.get().program().equals(digest(program));
  }

  Optional<PrintedHosts> find(String shownAs) {
    return entry(shownAs).map(Entry::hosts);
  }

  /** Lets what it printed before serve until it is to be run again, if there is something. */
  boolean standIn(Path program, String shownAs) throws IOException {
    var before = entry(shownAs);
    if (before.isPresent()) {
      entries.put(shownAs, new Entry(digest(program), before.get().hosts(), true));
    }
    return before.isPresent();
  }

  void keep(Path program, String shownAs, PrintedHosts hosts) throws IOException {
    var entry = new Entry(digest(program), hosts, true);
    entries.put(shownAs, entry);
    if (folder != null) {
      Files.createDirectories(folder);
      var whole = Files.createTempFile(folder, ".writing-", "");
      var json = JSON.createObjectNode().put("program", entry.program()).put("hosts", hosts.json());
      Files.writeString(whole, json.toString());
      Files.move(whole, file(folder, shownAs), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Optional<Entry> entry(String shownAs) {
    return Optional.ofNullable(entries.computeIfAbsent(shownAs, this::stored));
  }

  /** What is damaged is as good as nothing: the program is run then. */
  private @Nullable Entry stored(String shownAs) {
    if (folder == null || !Files.exists(file(folder, shownAs))) {
      return null;
    }
    try {
      var json = JSON.readTree(file(folder, shownAs).toFile());
      var hosts = PrintedHosts.parse(json.path("hosts").asText(), "--list");
      return new Entry(json.path("program").asText(), hosts, true);
    } catch (IOException | FailedException e) {
      return null;
    }
  }

  private static Path file(Path folder, String shownAs) {
    return folder.resolve(shownAs.replace('/', '_') + ".json");
  }

  private static String digest(Path program) throws IOException {
    try (var out =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      Files.copy(program, out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
