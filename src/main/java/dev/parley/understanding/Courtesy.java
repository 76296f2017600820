package dev.parley.understanding;

import dev.parley.understanding.Phrases.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what a message asks from the politeness around it. */
final class Courtesy {
  private static final Set<Kind> POLITE = EnumSet.of(Kind.GREET, Kind.THANK, Kind.COURTESY);
  private static final Set<Kind> OPENING =
      EnumSet.of(Kind.GREET, Kind.THANK, Kind.AFFIRM, Kind.DENY);

  /** "yesss", "noooo", "pleeease". */
  private static final Pattern DRAWN_OUT = Pattern.compile("([a-z])\\1{2,}");

  private static final Pattern NAME = Pattern.compile("\\p{L}{3,20}(?<!ing|ed)");

  private Courtesy() {}

  /** Whether a line holds nothing but greeting, thanks and the like, or a name under a message. */
  static boolean only(String line) {
    var words = words(Tokens.of(line));
    var found = Phrases.shipped().opening(words);
    boolean polite = found.stream().allMatch(f -> POLITE.contains(f.kind()));
    boolean all =
        found.isEmpty() ? words.isEmpty() : found.get(found.size() - 1).end() == words.size();
    return polite && (all || signed(words, found))
        || line.strip().matches("(?:--?|[\\u2013\\u2014~])\\s*\\p{L}{1,20}");
  }

  /** Whether a line says no more than that somebody listens: "ok ok.", "right, thanks." */
  static boolean nods(String line) {
    var words = words(Tokens.of(line));
    var found = Phrases.shipped().opening(words);
    return only(line)
        || !found.isEmpty()
            && found.get(found.size() - 1).end() == words.size()
            && found.stream().allMatch(f -> POLITE.contains(f.kind()) || f.kind() == Kind.AFFIRM);
  }

  /** "cheers, jason": thanks and a name. */
  private static boolean signed(List<String> words, List<Phrases.Found> found) {
    return found.stream().anyMatch(f -> f.kind() == Kind.THANK)
        && found.get(found.size() - 1).end() == words.size() - 1
        && NAME.matcher(words.get(words.size() - 1)).matches()
        && !Words.REQUEST_VERBS.contains(words.get(words.size() - 1));
  }

  /** The text without sentences that are only polite and without a polite opening. */
  static String stripped(String text) {
    return text.indexOf('\n') < 0
        ? line(text)
        : text.lines()
            .filter(line -> !line.isBlank() && !only(line))
            .map(Courtesy::line)
            .collect(Collectors.joining(" "));
  }

  private static String line(String text) {
    var kept = new ArrayList<String>();
    for (var sentence : Sentences.of(text)) {
      String part = text.substring(sentence.getStart(), sentence.getEnd());
      if (!only(part)) {
        kept.add(withoutOpening(part));
      }
    }
    return kept.isEmpty() ? text : String.join(" ", kept);
  }

  private static String withoutOpening(String sentence) {
    var tokens = Tokens.of(sentence);
    int at = 0;
    while (at < tokens.size()) {
      int end = openingEnd(tokens, at);
      if (end < 0 || end >= tokens.size() || tokens.get(end).isWord()) {
        break;
      }
      at = end + 1;
    }
    return at < tokens.size() && at > 0 ? sentence.substring(tokens.get(at).start()) : sentence;
  }

  /** Where a polite phrase ends that begins at a token, or -1. */
  private static int openingEnd(List<Token> tokens, int at) {
    int end = at;
    while (end < tokens.size() && tokens.get(end).isWord()) {
      end++;
    }
    var words = words(tokens.subList(at, end));
    var found = Phrases.shipped().opening(words);
    boolean opening =
        !found.isEmpty()
            && found.get(found.size() - 1).end() == words.size()
            && found.stream().anyMatch(f -> OPENING.contains(f.kind()))
            && found.stream()
                .allMatch(f -> OPENING.contains(f.kind()) || f.kind() == Kind.COURTESY);
    return opening ? end : -1;
  }

  /** The words of a text as {@link Phrases} knows them: no marks, no apostrophes, lower case. */
  static List<String> words(List<Token> tokens) {
    var words = new ArrayList<String>();
    for (var token : tokens) {
      String word = plain(token.lower());
      if (token.isWord()) {
        words.addAll(word.indexOf('_') < 0 ? List.of(word) : List.of(word.split("_")));
      } else if (word.codePoints().anyMatch(c -> c > 0x2100)) {
        words.addAll(pictures(word));
      }
    }
    return words;
  }

  /** A word without apostrophes, the colon of ":thumbsup" and drawn-out letters. */
  private static String plain(String word) {
    String plain = word.indexOf('\'') < 0 ? word : word.replace("'", "");
    plain = plain.length() > 1 && plain.startsWith(":") ? plain.substring(1) : plain;
    for (int i = 2; i < plain.length(); i++) {
      if (plain.charAt(i) == plain.charAt(i - 1) && plain.charAt(i) == plain.charAt(i - 2)) {
        return DRAWN_OUT.matcher(plain).replaceAll("$1");
      }
    }
    return plain;
  }

  private static List<String> pictures(String word) {
    var pictures = new ArrayList<String>();
    word.codePoints()
        .filter(c -> c != 0xFE0F && c != 0x200D && !(c >= 0x1F3FB && c <= 0x1F3FF))
        .forEach(c -> pictures.add(Character.toString(c)));
    return pictures;
  }
}
