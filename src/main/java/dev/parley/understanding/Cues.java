package dev.parley.understanding;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds cues of override, redefinition, exception and negation with Stanford's TokensRegex and the
 * rules in {@code cues.rules}.
 */
final class Cues {
  private static final Map<String, String> VARIANTS =
      Map.ofEntries(
          Map.entry("dont", "don't"),
          Map.entry("dnt", "don't"),
          Map.entry("donot", "don't"),
          Map.entry("do'nt", "don't"),
          Map.entry("dont't", "don't"),
          Map.entry("dotn", "don't"),
          Map.entry("dnot", "don't"),
          Map.entry("doont", "don't"),
          Map.entry("dn't", "don't"),
          Map.entry("dun't", "don't"),
          Map.entry("dosnt", "doesn't"),
          Map.entry("nevr", "never"),
          Map.entry("noone", "no-one"),
          Map.entry("shoudnt", "shouldn't"),
          Map.entry("canot", "cannot"),
          Map.entry("cant", "can't"),
          Map.entry("wont", "won't"),
          Map.entry("didnt", "didn't"),
          Map.entry("doesnt", "doesn't"),
          Map.entry("isnt", "isn't"),
          Map.entry("arent", "aren't"),
          Map.entry("wasnt", "wasn't"),
          Map.entry("hasnt", "hasn't"),
          Map.entry("havent", "haven't"),
          Map.entry("shouldnt", "shouldn't"),
          Map.entry("couldnt", "couldn't"),
          Map.entry("wouldnt", "wouldn't"),
          Map.entry("mustnt", "mustn't"),
          Map.entry("neednt", "needn't"),
          Map.entry("youre", "you're"),
          Map.entry("youve", "you've"),
          Map.entry("ive", "i've"),
          Map.entry("im", "i'm"));

  private static final CueRules RULES = CueRules.load();

  private Cues() {}

  /** The cues in a text, in the order in which they stand. */
  static List<Cue> in(String text, List<Entity> entities) {
    var labels = labels(text, entities);
    var found = new ArrayList<Cue>();
    for (int i = 0; i < labels.size(); i++) {
      int start = labels.get(i).beginPosition();
      RULES.at(
          labels,
          i,
          (kind, words) -> found.add(new Cue(kind, start, endOfWord(labels, start, words))));
    }
    return withoutOverlaps(found);
  }

  private static int endOfWord(List<CoreLabel> labels, int start, int words) {
    int first = 0;
    while (labels.get(first).beginPosition() < start) {
      first++;
    }
    return labels.get(first + words - 1).endPosition();
  }

  private static List<Cue> withoutOverlaps(List<Cue> found) {
    var kept = new ArrayList<Cue>();
    found.stream()
        .sorted(Comparator.comparing(Cue::kind).thenComparing(c -> c.start() - c.end()))
        .filter(cue -> kept.stream().noneMatch(k -> k.displaces(cue)))
        .forEach(kept::add);
    kept.sort(Comparator.comparingInt(Cue::start));
    return kept;
  }

  static List<CoreLabel> labels(String text, List<Entity> entities) {
    var labels = new ArrayList<CoreLabel>();
    int masked = 0;
    var byStart = new HashMap<Integer, Entity>();
    entities.forEach(entity -> byStart.putIfAbsent(entity.start(), entity));
    for (var token : Tokens.of(text)) {
      if (token.start() < masked) {
        continue;
      }
      var entity = Optional.ofNullable(byStart.get(token.start()));
      masked = entity.map(Entity::end).orElse(token.end());
      String word = entity.map(e -> "ent-" + e.type().label()).orElseGet(() -> spelt(token));
      labels.add(label(word, token.start(), masked, labels.size()));
    }
    return labels;
  }

  private static String spelt(Token token) {
    String word = token.lower();
    return VARIANTS.getOrDefault(word, word);
  }

  private static CoreLabel label(String word, int start, int end, int index) {
    var label = new CoreLabel();
    label.setWord(word);
    label.set(CoreAnnotations.TextAnnotation.class, word);
    label.setBeginPosition(start);
    label.setEndPosition(end);
    label.setIndex(index + 1);
    label.set(CoreAnnotations.TokenBeginAnnotation.class, index);
    label.set(CoreAnnotations.TokenEndAnnotation.class, index + 1);
    return label;
  }
}
