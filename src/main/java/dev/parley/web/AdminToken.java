package dev.parley.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The token that may do everything; it is never printed. */
public final class AdminToken {
  private static final int SHORTEST = 16;
  private final String token;

  private AdminToken(String token) {
    this.token = token;
  }

  /**
   * The token from the environment, else the one in the data folder, which is made when missing.
   *
   * @param given the value of {@code PARLEY_ADMIN_TOKEN}, or null
   * @throws IllegalArgumentException when the given token is too short to be a secret
   */
  public static AdminToken obtain(@Nullable String given, Path dataFolder) throws IOException {
    if (given != null) {
      if (given.strip().length() < SHORTEST) {
        throw new IllegalArgumentException(
            "PARLEY_ADMIN_TOKEN is shorter than "
                + SHORTEST
                + " characters. Set a longer random one, or unset it to have one made.");
      }
      return new AdminToken(given.strip());
    }
    Path file = file(dataFolder);
    if (!Files.exists(file)) {
      PrivateFiles.folder(dataFolder);
      PrivateFiles.write(file, Secret.random() + "\n");
    }
    return new AdminToken(Files.readString(file).strip());
  }

  /** Where the token is kept that a server made for itself. */
  public static Path file(Path dataFolder) {
    return dataFolder.resolve("admin-token");
  }

  /** Whether somebody presented this token. */
  public boolean matches(String presented) {
    return Secret.same(token, presented);
  }

  /** The token as this machine's own verbs present it to the server. */
  public String value() {
    return token;
  }

  @Override
  public String toString() {
    return "AdminToken[hidden]";
  }
}
