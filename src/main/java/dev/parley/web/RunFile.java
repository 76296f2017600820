package dev.parley.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running server tells the other verbs, in the data folder: where it is.
 *
 * @param url its address on this machine
 * @param simulate whether it records actions instead of running them
 */
public record RunFile(int port, long pid, String url, boolean simulate) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** What the server of a data folder wrote, when its process lives. */
  public static Optional<RunFile> find(Path dataFolder) {
    try {
      var run = JSON.readValue(file(dataFolder).toFile(), RunFile.class);
      return Optional.of(run)
          .filter(found -> ProcessHandle.of(found.pid()).map(ProcessHandle::isAlive).orElse(false));
    } catch (IOException e) {
      // there is none, or it is half of one that a full disk left
      return Optional.empty();
    }
  }

  public void write(Path dataFolder) throws IOException {
    PrivateFiles.folder(dataFolder);
    PrivateFiles.write(file(dataFolder), JSON.writeValueAsString(this) + "\n");
  }

  /** Removes it, where it is still this server's. */
  public void remove(Path dataFolder) throws IOException {
    if (find(dataFolder).filter(found -> found.pid() == pid).isPresent()) {
      Files.deleteIfExists(file(dataFolder));
    }
  }

  private static Path file(Path dataFolder) {
    return dataFolder.resolve("run.json");
  }
}
