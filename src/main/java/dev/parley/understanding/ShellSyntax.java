package dev.parley.understanding;

import dev.parley.understanding.Objection.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the syntax of a shell in prose. A shell never sees a message; but who writes {@code web-01;
 * reboot} means two commands, and reading it as one request would be a guess.
 */
final class ShellSyntax {
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]*\"|(?<![\\p{L}\\d])'[^']*'(?![\\p{L}\\d])");
  private static final Pattern ALWAYS =
      Pattern.compile(
          "\\$\\(|\\$\\{?(?=[A-Z_]{2})|&&|\\|\\||[<>]\\(|&>|\\d>&\\d|`[^`]*\\s[^`]*`|`(?=\\S*\\s)|\\s&\\s*$");
  private static final Pattern REDIRECTION =
      Pattern.compile(
          "(?<![-=<>])(?:<{1,3}|>{1,2})\\s*(?:[/~]|\\.{1,2}/|[\\w-]*[A-Za-z][\\w-]*\\.[A-Za-z]\\w{0,4}\\b)"
              + "|(?<![-=<>\\w])>{2}\\s*\\w");
  private static final Pattern SEPARATOR = Pattern.compile("(?<!&)(;+|\\||&)\\s*([^\\s;|&,]+)");

  /** Words after a semicolon that go on in prose. */
  private static final Set<String> PROSE = Words.of("AFTER_SEMICOLON");

  private static final Set<String> PROGRAMS = Words.of("PROGRAMS");

  private ShellSyntax() {}

  /**
   * @param name whether a word names something that exists: names may stand on both sides of a mark
   */
  static Optional<Objection> in(String text, Predicate<String> name) {
    if (text.chars().noneMatch(c -> "$&|;<>`".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String bare = QUOTED.matcher(text).replaceAll(quoted -> "\"".repeat(quoted.group().length()));
    return List.of(ALWAYS, REDIRECTION).stream()
        .flatMap(pattern -> pattern.matcher(bare).results())
        .findFirst()
        .or(() -> SEPARATOR.matcher(bare).results().filter(m -> command(m, name)).findFirst())
        .map(found -> new Objection(Kind.SHELL_SYNTAX, found.group().strip()));
  }

  private static boolean command(MatchResult match, Predicate<String> name) {
    String word = match.group(2).replaceAll("[.!?)]+$", "").toLowerCase(java.util.Locale.ROOT);
    if (PROGRAMS.contains(word)) {
      return true;
    }
    boolean letters = word.chars().anyMatch(c -> Character.isLetter(c) || c == '/');
    return switch (match.group(1).charAt(0)) {
      case '&' -> false;
      case '|' -> letters && !name.test(word);
      default -> letters && !name.test(word) && !PROSE.contains(word);
    };
  }
}
