package dev.parley.wiring;

import dev.parley.cli.conversationtest.ConversationTestReader;
import dev.parley.cli.conversationtest.TestReport;
import dev.parley.cli.conversationtest.TestRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How the shipped model understands messages that it was not trained on: those of {@code
 * src/test/quality}. As a program it prints the figures and, with the argument {@code worst}, every
 * message that went wrong.
 */
public final class Recognition {
  static final Path FOLDER = Path.of("src/test/quality");

  /** Folders, each written by somebody who had not seen the training data. */
  static final List<String> SETS =
      List.of(
          "",
          "second/",
          "third/",
          "fourth/",
          "fifth/",
          "sixth/",
          "seventh/",
          "eighth/",
          "ninth/",
          "tenth/");

  private final TestRunner runner;

  private Recognition(TestRunner runner) {
    this.runner = runner;
  }

  /** The demo home with actions that are only recorded. */
  static Assembly assembly() {
    var settings = Settings.of(Path.of("target/test-data").toAbsolutePath(), true);
    return Assembly.open(Home.demo(Path.of("")), settings);
  }

  static Recognition of(Assembly assembly) {
    return new Recognition(
        new TestRunner(() -> new RehearsalStage(assembly), assembly.knowledge().catalog()));
  }

  TestReport of(String file) throws Exception {
    return runner.run(ConversationTestReader.read(FOLDER.resolve(file)));
  }

  /** The share of messages of which a key of their expectation holds. */
  static double holds(String key, List<TestReport.Result> results) {
    long wrong =
        results.stream()
            .filter(r -> r.failures().stream().anyMatch(f -> f.expected().containsKey(key)))
            .count();
    return 1 - (double) wrong / results.size();
  }

  /** The share of messages of which all holds. */
  static double right(List<TestReport.Result> results) {
    return (double) results.stream().filter(r -> r.failures().isEmpty()).count() / results.size();
  }

  /** The requests that name values, which are tagged so. */
  static List<TestReport.Result> framed(TestReport requests) {
    return those(requests, r -> r.test().tags().contains("values"));
  }

  static List<TestReport.Result> tagged(TestReport report, String tag) {
    return those(report, r -> r.test().tags().contains(tag));
  }

  private static List<TestReport.Result> those(
      TestReport report, Predicate<TestReport.Result> wanted) {
    return report.results().stream().filter(wanted).toList();
  }

  public static void main(String[] args) throws Exception {
    boolean worst = args.length > 0 && args[0].equals("worst");
    try (var assembly = assembly()) {
      var recognition = of(assembly);
      for (var set : SETS) {
        System.out.println(FOLDER.resolve(set));
        recognition.print(set, worst);
      }
    }
  }

  private void print(String set, boolean worst) throws Exception {
    var requests = of(set + "requests.yml");
    var nothing = of(set + "nothing.yml");
    var negations = of(set + "negations.yml");
    say("requests: right intent", holds("intent", requests.results()));
    say("requests that name values: right intent and values", right(framed(requests)));
    say("nothing asked: no intent taken", holds("intent", nothing.results()));
    say("nothing asked: nothing started", holds("executed", nothing.results()));
    say("nothing asked: nothing started or proposed", holds("idle", nothing.results()));
    say("near misses: no intent taken", holds("intent", tagged(nothing, "near-miss")));
    say("near misses: nothing started or proposed", holds("idle", tagged(nothing, "near-miss")));
    say("negations: nothing", right(negations.results()));
    if (worst) {
      for (var report : List.of(requests, nothing, negations)) {
        System.out.println(report.text());
      }
    }
  }

  private static void say(String what, double share) {
    System.out.printf(Locale.ROOT, "%-52s %5.1f %%%n", what, 100 * share);
  }
}
