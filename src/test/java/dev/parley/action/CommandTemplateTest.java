package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Action.UnplannableException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTemplateTest {
  @Test
  void aValueIsOneArgument() {
    assertThat(render(List.of("ls", "{x}"), Map.of("x", List.of("a b; reboot"))))
        .containsExactly("ls", "a b; reboot");
  }

  @Test
  void aSpreadIsOneArgumentAValue() {
    assertThat(render(List.of("ls", "{x...}", "--u={x...}"), Map.of("x", List.of("a", "b"))))
        .containsExactly("ls", "a", "b", "--u=a", "--u=b");
  }

  @Test
  void aBracketedArgumentDisappearsWithItsValue() {
    var command = List.of("df", "[--path={x}]", "[{x}]", "[a-z]");
    assertThat(render(command, Map.of())).containsExactly("df", "[a-z]");
    assertThat(render(command, Map.of("x", List.of("/tmp"))))
        .containsExactly("df", "--path=/tmp", "/tmp", "[a-z]");
  }

  @Test
  void severalValuesWhereOneBelongsAreRefused() {
    assertThatThrownBy(() -> render(List.of("ls", "{x}"), Map.of("x", List.of("a", "b"))))
        .isInstanceOf(UnplannableException.class)
        .hasMessage(
            "Only one x at a time is possible here, and these are 2: a, b; name one of them.");
  }

  @Test
  void aMissingValueIsRefused() {
    assertThatThrownBy(() -> render(List.of("ls", "{x}"), Map.of()))
        .hasMessage("The command needs a x; name one.");
  }

  @Test
  void aValueNeverBecomesATemplateOfItsOwn() {
    assertThat(render(List.of("ls", "{x}"), Map.of("x", List.of("{y} $1 \\"))))
        .containsExactly("ls", "{y} $1 \\");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\0b",
        "a\u001bb",
        "a\u0085b",
        "a\u2028b",
        "a\u202eb",
        "a\u200bb",
        "a\ufeffb",
        "a\ud800b"
      })
  void controlCharactersAreRefused(String value) {
    assertThatThrownBy(() -> render(List.of("ls", "--", "{x}"), Map.of("x", List.of(value))))
        .isInstanceOf(UnplannableException.class)
        .hasMessageContaining("control character")
        .hasMessageNotContaining(value);
  }

  @Test
  void anEmptyValueIsRefused() {
    assertThatThrownBy(() -> render(List.of("ls", "{x}"), Map.of("x", List.of(""))))
        .isInstanceOf(UnplannableException.class);
  }

  @Test
  void aValueNeverBecomesAnOption() {
    var values = Map.of("x", List.of("--option"));
    assertThatThrownBy(() -> render(List.of("ls", "{x}"), values))
        .hasMessage(
            "The value --option starts with a hyphen, so it would be an option; type it without.");
    assertThatThrownBy(() -> render(List.of("ls", "[{x...}]", "--"), values))
        .isInstanceOf(UnplannableException.class);
    assertThat(render(List.of("ls", "--path={x}", "--", "{x}"), values))
        .containsExactly("ls", "--path=--option", "--", "--option");
  }

  private static List<String> render(List<String> command, Map<String, List<String>> values) {
    return new CommandTemplate(command).render(v -> values.getOrDefault(v.slot(), List.of()));
  }
}
