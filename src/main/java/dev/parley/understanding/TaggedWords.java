package dev.parley.understanding;

import java.util.List;
import java.util.Locale;

/**
 * A text as the tagger reads it: its words and marks, where they stand, and the features of each as
 * numbers that hardly ever collide. Learning and tagging use the same.
 */
public final class TaggedWords {
  private final List<Token> tokens;
  private final long[][] features;

  private TaggedWords(List<Token> tokens) {
    this.tokens = tokens;
    this.features = WordContext.features(tokens.stream().map(Token::text).toList());
  }

  public static TaggedWords of(String text) {
    return new TaggedWords(Tokens.of(text));
  }

  public int size() {
    return tokens.size();
  }

  public int start(int word) {
    return tokens.get(word).start();
  }

  public int end(int word) {
    return tokens.get(word).end();
  }

  /** A word in lower case. */
  public String lower(int word) {
    return tokens.get(word).text().toLowerCase(Locale.ROOT);
  }

  /** What describes a word and those around it. Shared: nobody changes it. */
  public long[] features(int word) {
    return features[word];
  }
}
