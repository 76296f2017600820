package dev.parley.cli.conversationtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON as {@link Data}. */
final class JsonData {
  private final JsonParser parser;

  private JsonData(JsonParser parser) {
    this.parser = parser;
  }

  /** The file's value, or null when it holds none. */
  static @Nullable Data read(String file, String content) throws InvalidTestException {
    var factory =
        JsonFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    try (var parser = factory.createParser(content)) {
      if (parser.nextToken() == null) {
        return null;
      }
      var data = new JsonData(parser).data();
      if (parser.nextToken() != null) {
        throw new InvalidTestException(
            file,
            parser.currentTokenLocation().getLineNr(),
            "There is more than one value.",
            "Write one list.");
      }
      return data;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new InvalidTestException(
          file, line, "This is no JSON: " + e.getOriginalMessage() + ".", "Correct it.");
    } catch (IOException e) {
      throw new IllegalStateException("A string in memory can be read.", e);
    }
  }

  private Data data() throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> entries(line);
      case START_ARRAY -> items(line);
      case VALUE_NULL -> new Data.Scalar(line, "null", Data.Scalar.Kind.NULL);
      case VALUE_TRUE, VALUE_FALSE ->
          new Data.Scalar(line, parser.getText(), Data.Scalar.Kind.BOOLEAN);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Data.Scalar(line, parser.getText(), Data.Scalar.Kind.NUMBER);
      default -> new Data.Scalar(line, parser.getText(), Data.Scalar.Kind.STRING);
    };
  }

  private Data entries(int line) throws IOException {
    var entries = new LinkedHashMap<String, Data>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      entries.put(key, data());
    }
    return new Data.Entries(line, entries);
  }

  private Data items(int line) throws IOException {
    var items = new ArrayList<Data>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(data());
    }
    return new Data.Items(line, items);
  }
}
