package dev.parley.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.sentdetect.SentenceSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * Splits a message into sentences with OpenNLP. Its model is learnt from {@code sentences.txt} when
 * it is first needed, which takes some milliseconds; it knows that a full stop inside 192.168.0.24
 * or 1.4.2 ends nothing.
 */
final class Sentences {
  /** OpenNLP reports each step of a training as if somebody waited for it. */
  private static final Logger OPENNLP = Logger.getLogger("opennlp");

  private static final SentenceModel MODEL = train();

  /** OpenNLP's detectors remember their last call, so each thread has its own. */
  private static final ThreadLocal<SentenceDetectorME> DETECTOR =
      ThreadLocal.withInitial(() -> new SentenceDetectorME(MODEL));

  private Sentences() {}

  static List<Span> of(String text) {
    boolean one =
        text.chars().limit(Math.max(0, text.length() - 1)).noneMatch(c -> ".!?\n".indexOf(c) >= 0);
    return one
        ? List.of(new Span(0, text.length()))
        : Arrays.asList(DETECTOR.get().sentPosDetect(text));
  }

  private static SentenceModel train() {
    OPENNLP.setLevel(Level.WARNING);
    var parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
    try {
      return SentenceDetectorME.train(
          "en",
          ObjectStreamUtils.createObjectStream(samples()),
          new SentenceDetectorFactory("en", true, null, new char[] {'.', '!', '?', '\n'}),
          parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each sentence followed by the next two, in lower case too, as people type. */
  private static List<SentenceSample> samples() throws IOException {
    var sentences = lines();
    var samples = new ArrayList<SentenceSample>();
    for (int i = 0; i + 2 < sentences.size(); i++) {
      var three = sentences.subList(i, i + 3);
      samples.add(sample(three));
      samples.add(sample(three.stream().map(s -> s.toLowerCase(java.util.Locale.ROOT)).toList()));
    }
    return samples;
  }

  private static SentenceSample sample(List<String> sentences) {
    var spans = new ArrayList<Span>();
    int at = 0;
    for (var sentence : sentences) {
      spans.add(new Span(at, at + sentence.length()));
      at += sentence.length() + 1;
    }
    return new SentenceSample(String.join(" ", sentences), spans.toArray(new Span[0]));
  }

  private static List<String> lines() throws IOException {
    try (var in = Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.txt"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
