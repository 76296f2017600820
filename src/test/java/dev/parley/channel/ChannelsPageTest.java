package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/channels.md} shows the smallest front end as it is compiled and tried. */
class ChannelsPageTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/parley/channel/netcat");

  @ParameterizedTest
  @ValueSource(strings = {"NetcatFrontEnd.java", "NetcatText.java"})
  void showsWhatIsCompiled(String file) throws IOException {
    assertThat(Files.readString(Path.of("docs/channels.md")))
        .contains("```java\n" + Files.readString(SOURCES.resolve(file)) + "```\n");
  }
}
