package dev.parley.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ext.ExtensionLoader;

/** A model of OpenNLP's name finder, which needs no native library. */
public final class NameFinderModel implements SlotModel {
  private final TokenNameFinderModel model;

  /**
   * @param model made with {@link NameFinderFeatures}
   */
  public NameFinderModel(TokenNameFinderModel model) {
    this.model = model;
  }

  /** Lets OpenNLP make {@link NameFinderFeatures}, which it does for packages it was told. */
  public static void allowFeatures() {
    ExtensionLoader.registerAllowedPackage(NameFinderFeatures.class.getPackageName());
  }

  public static NameFinderModel read(InputStream in) throws IOException {
    allowFeatures();
    return new NameFinderModel(new TokenNameFinderModel(in));
  }

  public void write(OutputStream out) throws IOException {
    model.serialize(out);
  }

  @Override
  public SlotTagger tagger(Function<String, TokenStates> states) {
    return new NameFinderTagger(model);
  }
}
