package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.IntentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventedNamesTest {
  private static final dev.parley.intent.Intent RESTART =
      IntentReader.read(Path.of("intents")).catalog().get("restart_service");

  private static Example restart(int number) {
    var text = "restart nginx on web-01, number " + number;
    return new Example(
        text,
        "restart_service",
        List.of(
            new Annotation(8, 13, "service", "nginx"), new Annotation(17, 23, "host", "web-01")),
        "f.yml",
        1);
  }

  @Test
  void mostNamesAreReplacedAndStillMarked() {
    var replaced =
        IntStream.range(0, 30)
            .mapToObj(InventedNamesTest::restart)
            .map(example -> InventedNames.in(example, RESTART))
            .filter(example -> !example.text().startsWith("restart nginx on web-01"))
            .toList();
    assertThat(replaced).hasSizeBetween(12, 28);
    for (var example : replaced) {
      var service = example.annotations().get(0);
      assertThat(example.text().substring(service.start(), service.end()))
          .isEqualTo(service.value());
      assertThat(example.text()).startsWith("restart " + service.value() + " on ");
      assertThat(example.text()).matches(".*, number \\d+");
    }
  }

  @Test
  void theSameExampleAlwaysGetsTheSameNames() {
    assertThat(InventedNames.in(restart(4), RESTART))
        .isEqualTo(InventedNames.in(restart(4), RESTART));
  }

  @Test
  void phrasesStay() {
    var text = "restart nginx on all web hosts";
    var example =
        new Example(
            text,
            "restart_service",
            List.of(new Annotation(17, 30, "host", "all web hosts")),
            "f.yml",
            1);
    assertThat(InventedNames.in(example, RESTART).text()).isEqualTo(text);
  }
}
