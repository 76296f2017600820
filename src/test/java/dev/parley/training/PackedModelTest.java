package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedModelTest {
  @TempDir private Path folder;

  @Test
  void comesOutAsItWentIn() throws IOException {
    var version = Files.createDirectories(folder.resolve("here/v1"));
    Files.writeString(version.resolve("manifest.json"), "{}");
    var packed = new ByteArrayOutputStream();
    PackedModel.pack(version, packed);
    PackedModel.unpack(new ByteArrayInputStream(packed.toByteArray()), folder, "v1");
    assertThat(folder.resolve("v1/manifest.json")).hasContent("{}");
  }

  @Test
  void leavesNothingBehindOfWhatLeadsElsewhereOrBreaksOff() throws IOException {
    var whole = zip("intents.bin", "x".repeat(100_000));
    var models = Files.createDirectories(folder.resolve("models"));
    for (InputStream packed :
        new InputStream[] {
          zip("../outside", "x"),
          new ByteArrayInputStream(new byte[0]),
          new ByteArrayInputStream(whole.readNBytes(60))
        }) {
      assertThatThrownBy(() -> PackedModel.unpack(packed, models, "v1"))
          .isInstanceOf(IOException.class);
    }
    assertThat(models).isEmptyDirectory();
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  private static ByteArrayInputStream zip(String name, String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
