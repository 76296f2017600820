package dev.parley.training;

import dev.parley.training.TextCache.Form;
import dev.parley.training.TrainingData.Sample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which examples were read, kept in a file: looking for names in thousands of examples
 * takes longer than learning from them.
 */
public final class ReadForms {
  private static final String MAGIC = "parley-forms/1";

  private final @Nullable TextCache<String[]> file;

  private ReadForms(@Nullable TextCache<String[]> file) {
    this.file = file;
  }

  /**
   * @param reader names all that decides how an example is read: the program and what exists
   */
  public static ReadForms in(Path file, String reader) {
    return new ReadForms(new TextCache<>(file, MAGIC, reader, PAIRS));
  }

  /** Keeps nothing. */
  public static ReadForms none() {
    return new ReadForms(null);
  }

  private static final Form<String[]> PAIRS =
      new Form<>() {
        @Override
        public void write(DataOutputStream out, String[] row) throws IOException {
          for (String text : row) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
          }
        }

        @Override
        public String[] read(DataInputStream in) throws IOException {
          return new String[] {text(in), text(in)};
        }

        private String text(DataInputStream in) throws IOException {
          var bytes = new byte[Rows.count(in)];
          in.readFully(bytes);
          return new String(bytes, StandardCharsets.UTF_8);
        }
      };

  /** The forms that are known of these texts, as read and masked. */
  Map<String, String[]> find(Collection<String> texts) {
    return file == null ? Map.of() : file.read(texts);
  }

  /** Lets the file hold the forms of these samples and no others. */
  void keep(List<Sample> samples) {
    if (file != null) {
      var rows = new HashMap<String, String[]>();
      samples.forEach(s -> rows.put(s.typed(), new String[] {s.raw(), s.masked()}));
      file.write(rows);
    }
  }
}
