package dev.parley.cli;

import dev.parley.training.LabelTrial;
import dev.parley.training.ModelManifest;
import java.io.PrintStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells what is different between two versions of a model, by what is stored of them. */
final class ModelDifferences {
  private final PrintStream out;

  ModelDifferences(PrintStream out) {
    this.out = out;
  }

  void print(ModelManifest before, ModelManifest after) {
    out.printf("%-22s %12s %12s%n", "", "A", "B");
    count("examples", before.examples(), after.examples());
    count("intents", before.intents(), after.intents());
    var was = before.scores();
    var is = after.scores();
    share("right intent", was.accuracy(), is.accuracy());
    share("right and acted on", was.acted(), is.acted());
    share("wrong and acted on", was.wronglyActed(), is.wronglyActed());
    share("false starts", was.falseStarts(), is.falseStarts());
    share("false offers", was.falseOffers(), is.falseOffers());
    intents(labels(before.labels()), labels(after.labels()));
    var verdict = after.verdict();
    if (verdict != null && before.version().equals(verdict.against())) {
      verdict.changed().forEach(out::println);
      verdict.held().forEach(out::println);
    }
  }

  private static SortedMap<String, LabelTrial> labels(@Nullable SortedMap<String, LabelTrial> of) {
    return of == null ? new TreeMap<>() : of;
  }

  private void intents(SortedMap<String, LabelTrial> was, SortedMap<String, LabelTrial> is) {
    var names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    for (var name : names) {
      var before = was.get(name);
      var after = is.get(name);
      if (before == null) {
        out.println("only in B: " + name);
      } else if (after == null) {
        out.println("only in A: " + name);
      } else if (Math.abs(before.rightShare() - after.rightShare()) >= 0.0005) {
        share(name, before.rightShare(), after.rightShare());
      }
    }
  }

  private void count(String what, int was, int is) {
    out.println(String.format(Locale.ROOT, "%-22s %12d %12d  (%+d)", what, was, is, is - was));
  }

  private void share(String what, double was, double is) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-22s %10.1f %% %10.1f %%  (%+.1f)",
            what,
            100 * was,
            100 * is,
            100 * (is - was)));
  }
}
