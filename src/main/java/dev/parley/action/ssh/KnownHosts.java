package dev.parley.action.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/**
 * The host keys that were trusted, in OpenSSH's format. What the assistant's own file says about a
 * host decides; the others are asked only where it says nothing.
 */
public final class KnownHosts {
  private static final String REVOKED = "revoked";
  private static final int SSH_PORT = 22;

  private final Path own;
  private final List<Path> others;

  /**
   * @param own the file that {@link #store} writes
   * @param others read only, e.g. {@code ~/.ssh/known_hosts}
   */
  public KnownHosts(Path own, List<Path> others) {
    this.own = own;
    this.others = List.copyOf(others);
  }

  /** The assistant's own file, and what the user who runs it has trusted with OpenSSH. */
  public static KnownHosts inFolder(Path data) {
    return new KnownHosts(
        data.resolve("known_hosts"),
        List.of(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts")));
  }

  /** What is known about the key of a host. */
  public enum Knowledge {
    /** It was trusted. */
    KNOWN,
    /** Nothing is known of this host. */
    UNKNOWN,
    /** Another key was trusted for this host. */
    CHANGED,
    /** Somebody marked this very key as one that must not be trusted. */
    REVOKED
  }

  /** Judges the key that a host shows. */
  public Knowledge judge(String address, int port, PublicKey key) {
    if (files().anyMatch(file -> revoked(file, key))) {
      return Knowledge.REVOKED;
    }
    var trusted = trusted(address, port);
    if (trusted.isEmpty()) {
      return Knowledge.UNKNOWN;
    }
    return trusted.stream().anyMatch(known -> KeyUtils.compareKeys(known, key))
        ? Knowledge.KNOWN
        : Knowledge.CHANGED;
  }

  /** The keys that were trusted for a host. */
  public List<PublicKey> trusted(String address, int port) {
    return files()
        .map(file -> keys(file, address, port))
        .filter(keys -> !keys.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The way in which OpenSSH shows a key, e.g. {@code ED25519 SHA256:…}. */
  public static String describe(PublicKey key) {
    var type =
        KeyUtils.getKeyType(key).replaceFirst("^ssh-", "").replaceFirst("^ecdsa-.*", "ecdsa");
    return type.toUpperCase(java.util.Locale.ROOT)
        + " "
        + KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }

  /** Trusts this key, and no other any more, for a host. */
  public synchronized void store(String address, int port, PublicKey key) throws IOException {
    var lines = new ArrayList<String>();
    for (var line : lines(own)) {
      if (entry(line).filter(entry -> plain(entry) && matches(entry, address, port)).isEmpty()) {
        lines.add(line);
      }
    }
    var place = port == SSH_PORT ? address : "[%s]:%d".formatted(address, port);
    lines.add(place + " " + PublicKeyEntry.toString(key));
    write(lines);
  }

  private void write(List<String> lines) throws IOException {
    var folder = own.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Made by createTempFile, which lets only its owner read it.
    var fresh = Files.createTempFile(folder, "known_hosts", ".new");
    Files.write(fresh, lines);
    if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(fresh, own, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Stream<Path> files() {
    return Stream.concat(Stream.of(own), others.stream());
  }

  private static List<PublicKey> keys(Path file, String address, int port) {
    return lines(file).stream()
        .flatMap(line -> entry(line).stream())
        .filter(entry -> plain(entry) && matches(entry, address, port))
        .map(KnownHosts::key)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean revoked(Path file, PublicKey key) {
    return lines(file).stream()
        .flatMap(line -> entry(line).stream())
        .filter(entry -> REVOKED.equals(entry.getMarker()))
        .anyMatch(entry -> KeyUtils.compareKeys(key(entry), key));
  }

  /** An entry without a marker: certificate authorities are not supported, so never trusted. */
  private static boolean plain(KnownHostEntry entry) {
    return entry.getMarker() == null || entry.getMarker().isEmpty();
  }

  private static boolean matches(KnownHostEntry entry, String address, int port) {
    return entry.isHostMatch(address, port);
  }

  private static @Nullable PublicKey key(KnownHostEntry entry) {
    try {
      return entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
    } catch (IOException | GeneralSecurityException e) {
      return null;
    }
  }

  /** A line that nobody can read says nothing; OpenSSH skips it too. */
  private static Optional<KnownHostEntry> entry(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(KnownHostEntry.parseKnownHostEntry(line));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be read; make it readable for the assistant.".formatted(file), e);
    }
  }
}
