package dev.parley.wiring;

import dev.parley.cli.Surroundings;
import dev.parley.cli.Verbs;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program: looks at the verb before anything starts, so that most verbs need no container. */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... args) {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var around = new Surroundings(new WholeHouse(), project(), System.getenv(), in, out, err);
    System.exit(new Verbs(around).run(args));
  }

  /** The launcher says where the project is; without it, it is around this program's own file. */
  private static Path project() {
    var told = System.getProperty("parley.root");
    if (told != null) {
      return Path.of(told);
    }
    var here = Path.of("").toAbsolutePath();
    for (var folder = ownFile(here); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("intents"))) {
        return folder;
      }
    }
    return here;
  }

  private static Path ownFile(Path otherwise) {
    try {
      var source = Main.class.getProtectionDomain().getCodeSource();
      return source == null ? otherwise : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return otherwise;
    }
  }
}
