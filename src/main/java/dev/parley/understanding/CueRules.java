package dev.parley.understanding;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.Env;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * The rules of {@code cues.rules}, found by their first word: TokensRegex only ever runs the few
 * patterns that can match, where they can.
 */
final class CueRules {
  private static final int LONGEST = 16;

  /**
   * A rule and, so that most of its tries can be spared, the words of which one must stand where it
   * matches.
   */
  private record Rule(Cue.Kind kind, TokenSequencePattern pattern, CueWords needed) {}

  private final Map<String, List<Rule>> byFirstWord = new HashMap<>();
  private final Map<String, String> named = new HashMap<>();

  /** Calls back with the kind and the number of words of each rule that matches at a word. */
  void at(List<CoreLabel> words, int start, BiConsumer<Cue.Kind, Integer> found) {
    var rules = byFirstWord.get(words.get(start).word());
    if (rules == null) {
      return;
    }
    var window = words.subList(start, Math.min(words.size(), start + LONGEST));
    for (var rule : rules) {
      if (!mayMatch(rule, window)) {
        continue;
      }
      var matcher = rule.pattern().getMatcher(window);
      if (matcher.matches()) {
        found.accept(rule.kind(), matcher.end(1));
      }
    }
  }

  private static boolean mayMatch(Rule rule, List<CoreLabel> window) {
    if (rule.needed().isEmpty()) {
      return true;
    }
    for (int i = 1; i < window.size(); i++) {
      if (rule.needed().contains(window.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  static CueRules load() {
    var rules = new CueRules();
    var env = TokenSequencePattern.getNewEnv();
    try (var in = Objects.requireNonNull(CueRules.class.getResourceAsStream("cues.rules"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> rules.add(line, env));
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line, Env env) {
    if (line.startsWith("$")) {
      int equals = line.indexOf(" = ");
      named.put(line.substring(0, equals), line.substring(equals + 3));
      env.bind(
          line.substring(0, equals), TokenSequencePattern.compile(env, line.substring(equals + 3)));
      return;
    }
    int colon = line.indexOf(": ");
    int arrow = line.indexOf("=>");
    var kind = Cue.Kind.valueOf(line.substring(0, colon));
    var pattern = TokenSequencePattern.compile(env, "( [] " + line.substring(arrow + 2) + " ) []*");
    var rule = new Rule(kind, pattern, CueWords.neededBy(line.substring(arrow + 2), named));
    for (var word : line.substring(colon + 2, arrow).strip().split("\\|")) {
      byFirstWord.computeIfAbsent(word, w -> new ArrayList<>()).add(rule);
    }
  }
}
