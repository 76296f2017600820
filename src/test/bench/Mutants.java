import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Changes one line of a class at a time, in memory, and runs the tests that are to notice. Libraries
 * are loaded once; the product's classes anew for each change, the changed ones before the others.
 */
class Mutants {
  private static final String CHANGE = " ==> ";
  private static final Path LIST = Path.of("src/test/bench/mutants.txt");
  private static final Path SOURCES = Path.of("src/main/java/dev/parley");
  private static final Path TESTS = Path.of("src/test/java");

  private final Path classes;
  private final Path tests;
  private final PrintStream out = System.out;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
  private final Map<String, String> classByName;

  private Mutants(Path classes, Path tests) throws IOException {
    this.classes = classes;
    this.tests = tests;
    try (var sources = Files.walk(TESTS)) {
      classByName =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      file ->
                          TESTS.relativize(file).toString().replace(".java", "").replace('/', '.'),
                      (one, other) -> one));
    }
  }

  /** One line that is changed, and who is to notice. */
  private record Mutant(
      String threat, String name, Path file, String there, String instead, List<String> tests) {}

  /** What the tests did. */
  private record Seen(Set<String> ran, Set<String> failed) {}

  public static void main(String[] args) throws Exception {
    var wanted = args.length > 2 ? args[2] : "";
    var mutants =
        read(Files.readAllLines(LIST)).stream()
            .filter(mutant -> (mutant.threat() + ": " + mutant.name()).contains(wanted))
            .toList();
    System.exit(new Mutants(Path.of(args[0]), Path.of(args[1])).run(mutants) ? 0 : 1);
  }

  /** A name, a change and the tests, a line each; an empty line between them. */
  private static List<Mutant> read(List<String> lines) {
    var mutants = new ArrayList<Mutant>();
    var threat = "";
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("## ")) {
        threat = line.substring(3);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        var change = lines.get(++i).split(": ", 2);
        var sides = change[1].split(CHANGE, 2);
        var tests = List.of(lines.get(++i).strip().split(",? "));
        mutants.add(
            new Mutant(threat, line, SOURCES.resolve(change[0].strip()), lines(sides[0]), lines(sides[1]), tests));
      }
    }
    return mutants;
  }

  private static String lines(String change) {
    return change.replace("\\n", "\n");
  }

  private boolean run(List<Mutant> mutants) throws Exception {
    var named = new LinkedHashSet<String>();
    mutants.forEach(mutant -> named.addAll(mutant.tests()));
    var before = run(Path.of("none"), named);
    before.failed().forEach(test -> out.println("FAILS WITH ALL MEASURES ON: " + test));
    var missing = new TreeSet<>(named);
    missing.removeAll(before.ran());
    missing.forEach(test -> out.println("NO SUCH TEST, OR NONE THAT RUNS HERE: " + test));
    int unnoticed = 0;
    var threat = "";
    for (var mutant : mutants) {
      if (!threat.equals(mutant.threat())) {
        threat = mutant.threat();
        out.println("\n" + threat);
      }
      var noticed = noticed(mutant);
      unnoticed += noticed.isEmpty() ? 1 : 0;
      out.println(
          noticed.isEmpty()
              ? "  NOT NOTICED: " + mutant.name()
              : "  noticed: " + mutant.name() + " (" + String.join(", ", noticed) + ")");
    }
    out.println(
        "\n%d measures were off, one at a time; %d were noticed."
            .formatted(mutants.size(), mutants.size() - unnoticed));
    return unnoticed == 0 && before.failed().isEmpty() && missing.isEmpty();
  }

  private Set<String> noticed(Mutant mutant) throws Exception {
    var source = Files.readString(mutant.file());
    if (source.split(java.util.regex.Pattern.quote(mutant.there()), -1).length != 2) {
      throw new IllegalStateException(
          mutant.file() + " does not hold exactly once: " + mutant.there());
    }
    var folder = Files.createTempDirectory("mutant");
    try {
      var changed = Files.createDirectories(folder.resolve("source"));
      var file = changed.resolve(mutant.file().getFileName());
      Files.writeString(file, source.replace(mutant.there(), mutant.instead()));
      var made = Files.createDirectories(folder.resolve("classes"));
      compile(file, made);
      return run(made, Set.copyOf(mutant.tests())).failed();
    } finally {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void compile(Path file, Path made) {
    var said = new StringWriter();
    var classPath = classes + ":" + System.getProperty("java.class.path");
    var options =
        List.of("-nowarn", "-proc:none", "-parameters", "-cp", classPath, "-d", made.toString());
    if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file)).call()) {
      throw new IllegalStateException("A changed class does not compile: " + said);
    }
  }

  private Seen run(Path first, Set<String> tests) throws Exception {
    var methods = new HashMap<String, Set<String>>();
    for (var test : tests) {
      var parts = test.split("\\.", 2);
      methods
          .computeIfAbsent(parts[0], name -> new TreeSet<>())
          .add(parts.length > 1 ? parts[1] : "");
    }
    var seen = new Seen(new TreeSet<>(), new TreeSet<>());
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var loader = new Anew(urls(first, classes, this.tests), before)) {
      thread.setContextClassLoader(loader);
      for (var entry : methods.entrySet()) {
        run(loader.loadClass(classByName.get(entry.getKey())), entry.getValue(), seen);
      }
    } finally {
      thread.setContextClassLoader(before);
    }
    return seen;
  }

  private static void run(Class<?> test, Set<String> methods, Seen seen) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .filters((PostDiscoveryFilter) found -> wanted(found.getSource().orElse(null), methods))
            .enableImplicitConfigurationParameters(false)
            .configurationParameter("junit.jupiter.execution.timeout.testable.method.default", "2 m")
            .build();
    var config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    LauncherFactory.create(config)
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier done, TestExecutionResult result) {
                var source = done.getSource().orElse(null);
                boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
                if (failed && !done.isTest()) {
                  result.getThrowable().ifPresent(Throwable::printStackTrace);
                }
                if (source instanceof MethodSource) {
                  var names = named(test, source, methods);
                  seen.ran().addAll(names);
                  seen.failed().addAll(failed ? names : List.of());
                }
              }
            });
  }

  /** As the list names it: the class, the method, or both. */
  private static List<String> named(Class<?> test, Object source, Set<String> methods) {
    var method = source instanceof MethodSource found ? found.getMethodName() : "";
    return Stream.of("", method)
        .filter(methods::contains)
        .distinct()
        .map(name -> name.isEmpty() ? test.getSimpleName() : test.getSimpleName() + "." + name)
        .toList();
  }

  private static FilterResult wanted(Object source, Set<String> methods) {
    return FilterResult.includedIf(
        !(source instanceof MethodSource method)
            || methods.contains("")
            || methods.contains(method.getMethodName()));
  }

  private static URL[] urls(Path... folders) {
    return Stream.of(folders).map(Mutants::url).toArray(URL[]::new);
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the product's classes of its own. */
  private static final class Anew extends URLClassLoader {
    private Anew(URL[] urls, ClassLoader libraries) {
      super(urls, libraries);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith("dev.parley.")) {
          return super.loadClass(name, resolve);
        }
        var loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }
  }
}
