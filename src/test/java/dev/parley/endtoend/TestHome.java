package dev.parley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A home with a data folder in it, and the packaged program to run over both. */
final class TestHome {
  static final Path PROJECT = Path.of("").toAbsolutePath();

  private final Path root;
  private final boolean demo;
  private final Map<String, String> settings = new HashMap<>();

  private String data = "data";

  private TestHome(Path root, boolean demo) {
    this.root = root;
    this.demo = demo;
  }

  /** The same home, with a data folder of its own for another server. */
  TestHome node(String name) {
    var node = new TestHome(root, demo);
    node.settings.putAll(settings);
    node.data = name;
    return node;
  }

  /** A file of the data folder. */
  String data(String file) {
    return data + "/" + file;
  }

  /** A home for what the test writes into it. */
  static TestHome empty(Path root) {
    return new TestHome(root, false)
        .with("inventory/hosts.ini", "[web]\nweb-01\nweb-02\n")
        .with(
            "permissions.yml",
            """
            people:
              jason: {accounts: {os: jason}, roles: [operator]}
              maria: {accounts: {os: maria}, roles: [operator]}
            roles:
              operator: {description: Runs everything}
            rules:
              - {role: operator, intents: "*"}
            """)
        .copied("training-data/out-of-scope-chatter.yml");
  }

  /** What was written there before. */
  static TestHome existing(Path root) {
    return new TestHome(root, false);
  }

  /** A copy of what is shipped, for an estate of the test's own. */
  static TestHome own(Path root) {
    return new TestHome(root, false).sharingModels().copied("intents").copied("training-data");
  }

  /** The shipped home, with the demo fleet behind it. */
  static TestHome demo(Path root) {
    return new TestHome(root, true)
        .sharingModels()
        .copied("intents")
        .copied("training-data")
        .copied("inventory")
        .copied("permissions.yml");
  }

  /** What is shipped is learnt once for all tests; a model is found by what it was learnt from. */
  private TestHome sharingModels() {
    try {
      var shared = Files.createDirectories(PROJECT.resolve("target/test-models"));
      Files.createSymbolicLink(Files.createDirectories(root).resolve("models"), shared);
      // what another home has learnt is nothing to be compared with
      return setting("PARLEY_MODEL_MARGIN", "100");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestHome with(String file, String text) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.writeString(path(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A variable of the environment in which its programs start. */
  TestHome setting(String variable, String value) {
    settings.put(variable, value);
    return this;
  }

  /** An intent and the sentences that ask for it. */
  TestHome with(String intent, String file, String... sentences) {
    var examples = new StringBuilder();
    for (var sentence : sentences) {
      examples.append("    - ").append(sentence).append('\n');
    }
    var training = "version: \"3.1\"\nnlu:\n- intent: %s\n  examples: |\n%s";
    return with("intents/" + intent + ".yml", "intent: " + intent + "\n" + file)
        .with("training-data/" + intent + ".yml", training.formatted(intent, examples));
  }

  /**
   * An intent {@code write_mark} of a program of the test's own, which shows what ran and how
   * often.
   *
   * @param slot what a mark is for: {@code host} or {@code service}
   * @param command the program and its arguments, as they stand in the list
   */
  static String mark(String risk, String slot, String command) {
    return """
    summary: Write a mark for a %2$s
    risk: %1$s
    slots:
      %2$s: {type: %2$s, ask: "For which %2$s would you like a mark?"}
    action:
      process: {command: [%3$s], timeout: 10m}
    """
        .formatted(risk, slot, command);
  }

  /** The same, and the sentences that ask for it. */
  TestHome marking(String slot, String file) {
    var some = slot.equals("host") ? List.of("web-01", "web-02") : List.of("apache", "apache");
    var one = "[%s](%s)".formatted(some.get(0), slot);
    var other = "[%s](%s)".formatted(some.get(1), slot);
    return with(
        "write_mark",
        file,
        "write a mark",
        "write a mark for " + one,
        "mark " + other,
        "please write a mark for " + one,
        "leave a mark for " + other,
        "put down a mark");
  }

  /** A file or folder of the project, as it is shipped. */
  TestHome copied(String name) {
    try (var files = Files.walk(PROJECT.resolve(name))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        with(PROJECT.relativize(file).toString(), Files.readString(file));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of the test's own, for intents to run. */
  Path script(String name, String text) {
    with(name, "#!/bin/sh\n" + text);
    if (!path(name).toFile().setExecutable(true)) {
      throw new AssertionError("The script " + name + " cannot be made executable.");
    }
    return path(name);
  }

  Path path(String file) {
    return root.resolve(file);
  }

  String read(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program with this verb; what it prints goes to a file. */
  ProcessBuilder program(String... verb) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"));
    command.add("-Dparley.root=" + (demo ? root : PROJECT));
    command.addAll(List.of("-jar", System.getProperty("parley.jar")));
    command.addAll(List.of(verb));
    if (!demo) {
      command.addAll(List.of("--home", root.toString()));
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PARLEY_DATA", path(data).toString());
    builder.environment().put("PARLEY_PORT", "0");
    builder.environment().remove("PARLEY_ADMIN_TOKEN");
    builder.environment().putAll(settings);
    return builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(path(printed(verb[0])).toFile()));
  }

  /** What came of a verb. */
  record Ended(int status, String output) {}

  /** Runs a verb to its end, with these lines as its standard input. */
  Ended run(String input, String... verb) {
    try {
      var file = Files.write(path("input"), input.getBytes(StandardCharsets.UTF_8));
      var output = path("output");
      var builder = program(verb).redirectInput(file.toFile()).redirectOutput(output.toFile());
      int status = builder.start().waitFor();
      return new Ended(status, Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What the program printed with this verb. */
  String output(String verb) {
    return read(printed(verb));
  }

  private String printed(String verb) {
    return (data.equals("data") ? "" : data + "-") + verb + ".out";
  }
}
