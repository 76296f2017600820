package dev.parley.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The twenty thousand commonest English words: those that are a piece of their own in the
 * vocabulary of BERT (Devlin et al. 2019). It is read when it is first needed.
 */
final class EnglishWords {
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Pattern WHOLE_WORD = Pattern.compile("\"([a-z]{4,20})\"\\s*:\\s*\\d+");

  private EnglishWords() {}

  private static final class Holder {
    static final Set<String> WORDS = read();
  }

  /** Whether a word in lower case is one, or a plain inflection of one. */
  static boolean contain(String word) {
    return Holder.WORDS.contains(word) || Holder.WORDS.contains(stem(word));
  }

  private static String stem(String word) {
    return word.replaceFirst("(?:s|es|ed|d|ing|ly|er|ers)$", "");
  }

  private static Set<String> read() {
    try (var in = Objects.requireNonNull(EnglishWords.class.getResourceAsStream(VOCABULARY))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return WHOLE_WORD
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
