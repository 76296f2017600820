package dev.parley.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/** Tags by OpenNLP's name finder. A finder serves one thread, so that each has its own. */
final class NameFinderTagger implements SlotTagger {
  private final ThreadLocal<NameFinderME> finders;

  NameFinderTagger(TokenNameFinderModel model) {
    finders = ThreadLocal.withInitial(() -> new NameFinderME(model));
  }

  @Override
  public List<TaggedSpan> tag(String text, Predicate<String> slots) {
    var tokens = Tokens.of(text);
    if (tokens.isEmpty()) {
      return List.of();
    }
    var finder = finders.get();
    var found = finder.find(tokens.stream().map(Token::text).toArray(String[]::new));
    double[] certain = finder.probs();
    finder.clearAdaptiveData();
    var spans = new ArrayList<TaggedSpan>();
    for (var name : found) {
      if (slots.test(name.getType())) {
        double confidence = Arrays.stream(certain, name.getStart(), name.getEnd()).min().orElse(0);
        int start = tokens.get(name.getStart()).start();
        int end = tokens.get(name.getEnd() - 1).end();
        spans.add(new TaggedSpan(name.getType(), start, end, confidence));
      }
    }
    return spans;
  }
}
