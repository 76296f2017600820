package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

public class ShellWordsTest {
  static final List<String> NASTY =
      List.of(
          "web-01; reboot",
          "$(reboot)",
          "`reboot`",
          "--option",
          "../../etc/passwd",
          "wеb-01",
          "it's \"quoted\"",
          "\\'; reboot #'",
          "a\\",
          "!!",
          "*",
          "~root",
          "A=b",
          "{a,b}",
          "",
          " ",
          "&& reboot",
          "naïve 😀");

  @Test
  void aShellReadsBackExactlyTheSameArguments() throws Exception {
    assertThat(readByShell(ShellWords.line(NASTY))).isEqualTo(NASTY);
  }

  @Test
  void plainArgumentsStayReadable() {
    var line = "sudo -n -- systemctl list-units --type=service apache2";
    assertThat(ShellWords.line(List.of(line.split(" ")))).isEqualTo(line);
  }

  @Test
  void quotesAndBackslashesNeverStandInsideQuotes() {
    assertThat(ShellWords.line(List.of("\\'; reboot"))).isEqualTo("\\\\\\''; reboot'");
  }

  /** What a real shell takes a line's arguments to be. */
  public static List<String> readByShell(String line) throws IOException {
    var process = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + line).start();
    var read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return List.of(read.substring(0, read.length() - 1).split("\0", -1));
  }
}
