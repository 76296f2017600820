package dev.parley.training;

import dev.parley.understanding.NameFinderFeatures;
import dev.parley.understanding.NameFinderModel;
import dev.parley.understanding.SlotTags;
import dev.parley.understanding.TaggedWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** Learns OpenNLP's name finder, the tagger that needs no native library. */
final class NameFinderLearner {
  private static final int ROUNDS = 30;

  private NameFinderLearner() {}

  static NameFinderModel learn(List<TaggedExample> examples, SlotTags tags) {
    NameFinderModel.allowFeatures();
    var samples = examples.stream().map(example -> sample(example, tags)).toList();
    var settings = new TrainingParameters();
    settings.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
    settings.put(TrainingParameters.ITERATIONS_PARAM, ROUNDS);
    settings.put(TrainingParameters.CUTOFF_PARAM, 2);
    settings.put("UseAverage", true);
    settings.put("PrintMessages", false);
    try {
      return new NameFinderModel(
          NameFinderME.train(
              "en",
              null,
              ObjectStreamUtils.createObjectStream(samples),
              settings,
              new NameFinderFeatures()));
    } catch (IOException e) {
      throw new UncheckedIOException("The name finder could not be learnt.", e);
    }
  }

  private static NameSample sample(TaggedExample example, SlotTags tags) {
    TaggedWords words = example.words();
    var tokens = new String[words.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = example.text().substring(words.start(i), words.end(i));
    }
    var spans = new ArrayList<Span>();
    for (int from = 0; from < tokens.length; from++) {
      int tag = example.tags()[from];
      if (SlotTags.begins(tag)) {
        int to = from + 1;
        while (to < tokens.length && example.tags()[to] == SlotTags.inside(SlotTags.slot(tag))) {
          to++;
        }
        spans.add(new Span(from, to, tags.slots().get(SlotTags.slot(tag))));
      }
    }
    return new NameSample(tokens, spans.toArray(new Span[0]), null, true);
  }
}
