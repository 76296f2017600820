package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.ShellWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void readsBackWhatTheAssistantQuotes() throws Exception {
    var argv = List.of("x", "a b", "it's", "\\", "\"", "$(reboot)", "", "wеb", "!", "A=b");
    assertThat(CommandLine.parse(ShellWords.line(argv))).isEqualTo(argv);
  }

  @Test
  void followsTheQuotingRules() throws Exception {
    assertThat(CommandLine.parse("  a\\ b 'c d'\"e \\\" \\x\"  f=g "))
        .containsExactly("a b", "c de \" \\x", "f=g");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a; b", "a | b", "a && b", "a > b", "$(a)", "`a`", "$a", "\"$a\"", "\"`a`\"", "a*", "a\nb",
        "(a)", "~", "#a", "'a", "\"a", "a\\"
      })
  void whateverWouldMeanMoreThanItselfIsAnError(String line) {
    assertThatThrownBy(() -> CommandLine.parse(line))
        .isInstanceOf(CommandLine.SyntaxException.class);
  }
}
