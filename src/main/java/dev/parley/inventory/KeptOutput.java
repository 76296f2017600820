package dev.parley.inventory;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.intent.Problem;
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

/** What each program printed last, also for a process before this one. */
final class KeptOutput {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What came of a program.
   *
   * @param program the digest of what was run
   * @param hosts what it printed when it last succeeded
   * @param failure why that is not what it would print now
   */
  record Told(String program, Optional<PrintedHosts> hosts, Optional<Problem> failure) {
    static final Told NOTHING = new Told("", Optional.empty(), Optional.empty());
  }

  private final @Nullable Path folder;
  private final Map<String, Told> entries = new HashMap<>();

  /**
   * @param folder where it is kept, or null for this process alone
   */
  KeptOutput(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Whether the program is as it was when it was run last. */
  boolean isCurrent(Path program, String shownAs) throws IOException {
    return find(shownAs).program().equals(digest(program));
  }

  synchronized Told find(String shownAs) {
    return entries.computeIfAbsent(shownAs, this::stored);
  }

  synchronized void keep(Path program, String shownAs, PrintedHosts hosts) throws IOException {
    var told = new Told(digest(program), Optional.of(hosts), Optional.empty());
    entries.put(shownAs, told);
    if (folder != null) {
      Files.createDirectories(folder);
      var whole = Files.createTempFile(folder, ".writing-", "");
      var json = JSON.createObjectNode().put("program", told.program()).put("hosts", hosts.json());
      Files.writeString(whole, json.toString());
      Files.move(whole, file(folder, shownAs), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** What it printed before stays. */
  synchronized void failed(Path program, String shownAs, Problem why) throws IOException {
    entries.put(shownAs, new Told(digest(program), find(shownAs).hosts(), Optional.of(why)));
  }

  /** What is damaged is as good as nothing: the program is run then. */
  private Told stored(String shownAs) {
    if (folder == null || !Files.exists(file(folder, shownAs))) {
      return Told.NOTHING;
    }
    try {
      var json = JSON.readTree(file(folder, shownAs).toFile());
      var hosts = PrintedHosts.parse(json.path("hosts").asText(), "--list");
      return new Told(json.path("program").asText(), Optional.of(hosts), Optional.empty());
    } catch (IOException | FailedException e) {
      return Told.NOTHING;
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
