package dev.parley.understanding;

import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;

/**
 * Gives OpenNLP's name finder the features that the other tagger goes by too, and the tags that it
 * has just given. OpenNLP makes it by its name, so that it has to be public.
 */
public final class NameFinderFeatures extends TokenNameFinderFactory {
  @Override
  public AdaptiveFeatureGenerator createFeatureGenerators() {
    return new Generator();
  }

  /** Not safe for many threads, like the finder that it belongs to. */
  private static final class Generator implements AdaptiveFeatureGenerator {
    private String[] tokens = {};
    private String[][] features = {};

    @Override
    public void createFeatures(
        List<String> into, String[] tokens, int index, String[] previousOutcomes) {
      if (this.tokens != tokens) {
        this.tokens = tokens;
        features = named(WordContext.features(Arrays.asList(tokens)));
      }
      into.addAll(Arrays.asList(features[index]));
      String before = index > 0 ? previousOutcomes[index - 1] : "^";
      into.add("o" + before);
      into.add("p" + (index > 1 ? previousOutcomes[index - 2] : "^") + " " + before);
      into.add("w" + before + features[index][WordContext.THIS_WORD]);
    }

    private static String[][] named(long[][] features) {
      var named = new String[features.length][];
      for (int i = 0; i < named.length; i++) {
        named[i] =
            Arrays.stream(features[i])
                .mapToObj(feature -> Long.toString(feature, Character.MAX_RADIX))
                .toArray(String[]::new);
      }
      return named;
    }
  }
}
