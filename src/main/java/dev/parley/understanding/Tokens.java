package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * Splits a text into words and marks. OpenNLP's tokeniser cuts wherever the kind of character
 * changes; what belongs to one name (web-01, 192.168.0.24, /var/log, web-[01:03]) is joined again.
 */
final class Tokens {
  private static final String INNER = "-_.:@'+=&%#~*\\";

  private static final Pattern POSSESSIVE =
      Pattern.compile("([\\w.-]+)'s", Pattern.CASE_INSENSITIVE);

  /** "web-02:8080": a host and a port of it. */
  private static final Pattern PORT =
      Pattern.compile(
          "((?=[\\w.-]*[A-Za-z])[A-Za-z0-9][\\w.-]*[A-Za-z0-9]|\\d{1,3}(?:\\.\\d{1,3}){3}):(\\d{1,5})");

  /** What a path may follow: a domain, or anything with a port. */
  private static final Pattern SITE =
      Pattern.compile("(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}|[A-Za-z0-9][\\w.-]*:\\d{1,5}");

  private static final Set<String> CONTRACTED = Words.of("CONTRACTED_WITH_IS");

  private Tokens() {}

  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    int start = -1;
    int end = -1;
    for (var span : SimpleTokenizer.INSTANCE.tokenizePos(text)) {
      if (start >= 0 && joins(text, start, end, span.getStart(), span.getEnd())) {
        end = span.getEnd();
        continue;
      }
      add(tokens, text, start, end);
      start = span.getStart();
      end = span.getEnd();
    }
    add(tokens, text, start, end);
    return tokens;
  }

  private static void add(List<Token> tokens, String text, int start, int end) {
    if (start < 0) {
      return;
    }
    int cut = end;
    while (cut > start + 1 && "-.:'=&+,".indexOf(text.charAt(cut - 1)) >= 0 && named(text, start)) {
      cut--;
    }
    cut = beforePossessive(text, start, cut);
    var port = PORT.matcher(text).region(start, cut);
    if (text.indexOf(':', start) >= start && port.matches()) {
      int colon = port.end(1);
      tokens.add(new Token(port.group(1), start, colon));
      tokens.add(new Token(":", colon, colon + 1));
      tokens.add(new Token(port.group(2), colon + 1, cut));
    } else {
      tokens.add(new Token(text.substring(start, cut), start, cut));
    }
    if (cut < end) {
      tokens.add(new Token(text.substring(cut, end), cut, end));
    }
  }

  /** "web-02's" is a name and an ending; "it's" and "what's" stay one word. */
  private static int beforePossessive(String text, int start, int end) {
    if (end - start < 3 || text.charAt(end - 2) != '\'') {
      return end;
    }
    var owner = POSSESSIVE.matcher(text.substring(start, end));
    return owner.matches() && !CONTRACTED.contains(owner.group(1).toLowerCase(Locale.ROOT))
        ? end - 2
        : end;
  }

  private static boolean named(String text, int start) {
    return Character.isLetterOrDigit(text.charAt(start)) || "/~._".indexOf(text.charAt(start)) >= 0;
  }

  /** Whether the piece from {@code next} belongs to the word that began at {@code start}. */
  private static boolean joins(String text, int start, int end, int next, int nextEnd) {
    if (end != next) {
      return false;
    }
    if (Character.isLowSurrogate(text.charAt(next))) {
      return true;
    }
    char last = text.charAt(end - 1);
    char first = text.charAt(next);
    boolean followed = nextEnd < text.length() && !Character.isWhitespace(text.charAt(nextEnd));
    if (text.substring(start, end).contains("://")) {
      return ",;!?\"')>".indexOf(first) < 0 || followed && first != '>' && first != '"';
    }
    boolean listed = text.substring(start, end).indexOf('{') > 0 && text.charAt(start) != '{';
    if (listed
        && text.indexOf('}', next) > 0
        && "},".indexOf(last) < 0
        && "},".indexOf(first) >= 0) {
      return true;
    }
    if (Character.isLetterOrDigit(first)) {
      return listed
          || Character.isLetterOrDigit(last)
          || opensName(text, start, end)
          || Character.isLetterOrDigit(text.charAt(start)) && ",;!?\"()<>|".indexOf(last) < 0;
    }
    if (first == '/') {
      return slashJoins(text, start, end, next);
    }
    if (first == '[' || first == '{') {
      return followed && (Character.isLetterOrDigit(last) || last == '-');
    }
    if (first == ']') {
      return text.substring(start, end).indexOf('[') > 0;
    }
    if (first == '%') {
      return Character.isDigit(last);
    }
    return INNER.indexOf(first) >= 0 && followed && innerJoins(text, start, last, nextEnd);
  }

  private static boolean innerJoins(String text, int start, char last, int nextEnd) {
    char after = text.charAt(nextEnd);
    boolean name =
        Character.isLetterOrDigit(text.charAt(start)) || "/~._".indexOf(text.charAt(start)) >= 0;
    return name
        && (Character.isLetterOrDigit(last) || "/-_.]:".indexOf(last) >= 0)
        && (Character.isLetterOrDigit(after) || "/[-_".indexOf(after) >= 0);
  }

  private static boolean opensName(String text, int start, int end) {
    return switch (text.substring(start, end)) {
      case "/" -> start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
      case "~/", "./", "../", "@", "#", "$", ":", "::", "-", "--", "+", "_" -> true;
      default -> "/~._".indexOf(text.charAt(start)) >= 0 && end - start > 1;
    };
  }

  private static boolean slashJoins(String text, int start, int end, int next) {
    String word = text.substring(start, end);
    if ("/~.".indexOf(word.charAt(0)) >= 0 || word.contains("://")) {
      return true;
    }
    boolean scheme = word.endsWith(":") && text.startsWith("//", next);
    boolean network = word.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    return scheme || network || SITE.matcher(word).matches();
  }
}
