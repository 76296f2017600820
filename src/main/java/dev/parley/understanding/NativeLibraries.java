package dev.parley.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the native libraries of the encoder are unpacked, once, and found again at the next start.
 * Left alone, they would be unpacked into the temporary folder each time.
 */
final class NativeLibraries {
  private static final List<String> RUNTIME = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibraries() {}

  /** Has to run before the first class of either library is used. */
  static void prepare(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Files.createDirectories(absolute);
    keepOffline();
    System.setProperty("ENGINE_CACHE_DIR", absolute.toString());
    System.setProperty("DJL_CACHE_DIR", absolute.toString());
    System.setProperty("onnxruntime.native.path", unpackRuntime(absolute).toString());
  }

  /** The tokenizers would otherwise look for a graphics card's build on the network, and report. */
  private static void keepOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
  }

  private static Path unpackRuntime(Path folder) throws IOException {
    Path target = folder.resolve("onnxruntime-" + runtimeVersion());
    Files.createDirectories(target);
    for (String library : RUNTIME) {
      String file = System.mapLibraryName(library);
      unpack("/ai/onnxruntime/native/" + platform() + "/" + file, target.resolve(file));
    }
    return target;
  }

  private static void unpack(String resource, Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(
            "There is no onnxruntime for this machine (" + resource + "). Use the light pipeline.");
      }
      // Moved into place whole, so that a start that was cut short leaves no half library.
      Path whole = Files.createTempFile(file.getParent(), "unpacking", ".tmp");
      Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** From the jar's Maven properties, so that another version never loads this one's files. */
  private static String runtimeVersion() throws IOException {
    try (InputStream in =
        NativeLibraries.class.getResourceAsStream(
            "/META-INF/maven/com.microsoft.onnxruntime/onnxruntime/pom.xml")) {
      if (in == null) {
        return "any";
      }
      int checksum = Arrays.hashCode(in.readAllBytes());
      return Integer.toHexString(checksum);
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return system + (arch.contains("aarch64") ? "-aarch64" : "-x64");
  }
}
