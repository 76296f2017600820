package dev.parley.understanding;

import dev.parley.understanding.Objection.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds requests that come wrapped: in markup, JSON, templates, options or somebody's words. */
final class Wrapping {
  private static final String VERBS =
      "(?:(?:please|pls|yes|ok|sure|go ahead|now|then|and|just|kindly|can you|could you)\\W+)*"
          + "(?:(?:re)?start|stop|reload|reboot|bounce|kill|cycle|kick|shut|bring|take|turn|deploy"
          + "|roll|scale|block|unblock|clear|flush|run|execute|show|list|tail|check|disable|enable"
          + "|delete|drop|wipe|page|silence|trigger|approve|confirm|yes|y|go ahead|do it)\\b";
  private static final Pattern SAID =
      Pattern.compile(
          "^(?:[^\"]*\\b(?:sa(?:id|ys?)|asks?|asked|told|tells?|wrote|writes?|types?|typed|replie[sd]"
              + "|answers?|answered|repl(?:y|ies)|request(?:s|ed)?|wants?|quote)\\b[^\"]*|\\W*)"
              + "[\"']\\W*"
              + VERBS,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLLY_QUOTED =
      Pattern.compile("^\\s*([\"'])[^\"]*\\s[^\"]*\\1[\\s.!?]*$");
  private static final Pattern SINGLE = Pattern.compile("(?<![\\p{L}\\d])'([^']*)'(?![\\p{L}\\d])");
  private static final List<Pattern> OUTSIDE_QUOTES =
      List.of(
          // markup
          Pattern.compile(
              "</?[A-Za-z!?][^<>]*>|<!--|-->|\\[/?(?:INST|SYS|quote|code|b|i|system|user|assistant)\\b[^\\]]*\\]"),
          Pattern.compile(
              "<\\|[^|]*\\|>|^\\s*(?:#{1,6}|>+)\\s+\\S|```|\\*\\*|^\\s*\\*\\S.*\\S\\*\\s*$"),
          // templates
          Pattern.compile("\\{\\{|\\}\\}|\\$\\{|\\{%|<%|#\\{|%\\{|\\{\\s*[A-Za-z_][\\w.]*\\s*\\}"),
          // made-up options
          Pattern.compile("(?<=^|\\s)--?[A-Za-z][\\w-]*(?:=\\S*)?"),
          // key=value, query strings
          Pattern.compile(
              "(?<![\\w/.?&=:-])[?&]?[A-Za-z_][\\w.-]*=(?![=>\\s])[^\\s=]+|[?&][A-Za-z_]\\w*="));
  private static final List<Pattern> ANYWHERE =
      List.of(
          Pattern.compile(
              "[{\\[]\\s*[{\"'][^\"']*[\"']?\\s*[:,\\]]|\\{\\s*[A-Za-z_]\\w*\\s*:|\"\\w+\"\\s*:"));
  private static final Pattern KEY_VALUE =
      Pattern.compile(
          "(?m)^\\s*[-*]?\\s*(\\w+)\\s*:(?!//|\\d|:)\\s*\\S|\\b\\w+:\\s+\\S.*\\b\\w+:\\s+\\S");
  private static final Pattern SPEAKER =
      Pattern.compile("^\\s*(?:\\[[^\\]]*\\]\\s*)?[A-Za-z_][\\w-]*\\s*>\\s*[^\\s\\d]");
  private static final Pattern URL = Pattern.compile("\\bhttps?://\\S+", Pattern.CASE_INSENSITIVE);

  /** Programs that only look, which people call by habit: "df -h on web-01". */
  private static final Pattern LOOKING =
      Pattern.compile(
          "\\b(?:(?:who|sar|df|du|free|ps|top|uptime|vmstat|iostat|netstat|ss|tail|less|[ez]?grep|nc|ping|dig|nslookup|host|whois)(?:\\s+-[A-Za-z]{1,4})+"
              + "|journalctl(?:\\s+-(?:u|f|n|e|x|xe|fu|xeu))+|shutdown(?:\\s+-r)|curl(?:\\s+-[IsSvkLi]{1,5})+)(?=\\s|$)");

  /** The same where their options stand anywhere, and signals: nothing is done because of these. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "^\\W*(?:sudo )?(?:ps|top|last|nmap|journalctl|service --status-all|systemctl (?:status|list|is)\\S*|ansible \\S+ --list-hosts|curl|grep|tail)\\b");

  private static final Pattern OPTION =
      Pattern.compile(
          "(?<=\\s)--?(?!y(?:es)?\\b|f(?:orce)?\\b|no-?confirm|assume|auto|skip|quiet-?yes)[A-Za-z][\\w-]*(?:=\\S*)?");
  private static final Pattern SIGNAL =
      Pattern.compile(
          "(?<=\\bkill )-(?:SIG)?(?:TERM|HUP|INT|KILL|QUIT|USR[12]|STOP|CONT|\\d{1,2})\\b|(?<=\\bnginx )-s(?= reload\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f]*(?::[0-9A-Fa-f]*){2,}");

  /** Without any of these a message wraps nothing. */
  private static final Pattern MARKS = Pattern.compile("[<>\\[\\]{}\"*#:=`]|(?:^|\\s)['-]|[?&]\\w");

  /** What people write before a colon without wrapping anything. */
  private static final Set<String> OPENINGS = Words.of("OPENINGS");

  /** "LoadHigh: app-02 is at 31": alerts are called so, and somebody who pasted one goes on. */
  private static final Pattern ALERT =
      Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]*|\\d+)*[A-Z][a-z]+(?:[A-Z][a-z]*|\\d+)*");

  private Wrapping() {}

  static Optional<Objection> in(String text, Predicate<String> name) {
    if (!MARKS.matcher(text).find()) {
      return Optional.empty();
    }
    String plain = URL.matcher(text).replaceAll(url -> "u".repeat(url.group().length()));
    plain = LOOKING.matcher(plain).replaceAll(look -> "l".repeat(look.group().length()));
    plain = SIGNAL.matcher(plain).replaceAll(signal -> "l".repeat(signal.group().length()));
    if (LOOKS.matcher(plain).find()) {
      plain = OPTION.matcher(plain).replaceAll(look -> "l".repeat(look.group().length()));
    }
    plain = ADDRESS.matcher(plain).replaceAll(a -> "1".repeat(a.group().length()));
    String outside = withoutQuoted(plain);
    return first(OUTSIDE_QUOTES, outside)
        .or(() -> first(ANYWHERE, text))
        .or(() -> first(List.of(SAID, SPEAKER), text))
        .or(
            () ->
                first(List.of(WHOLLY_QUOTED), text).filter(m -> m.group().split("\\s+").length > 2))
        .map(MatchResult::group)
        .or(() -> keyAndValue(outside, name))
        .map(found -> new Objection(Kind.WRAPPED, found.strip()));
  }

  private static Optional<MatchResult> first(List<Pattern> patterns, String text) {
    return patterns.stream().flatMap(p -> p.matcher(text).results()).findFirst();
  }

  /** "prod: clear the catalog" says of what it speaks, and wraps nothing. */
  private static Optional<String> keyAndValue(String text, Predicate<String> name) {
    return KEY_VALUE
        .matcher(text)
        .results()
        .filter(
            m ->
                m.group(1) == null
                    || !name.test(m.group(1))
                        && !ALERT.matcher(m.group(1)).matches()
                        && !OPENINGS.contains(m.group(1).toLowerCase(java.util.Locale.ROOT)))
        .map(MatchResult::group)
        .findFirst();
  }

  private static String withoutQuoted(String text) {
    String bare = text.replaceAll("\"[^\"]*\"", "\"\"");
    return SINGLE.matcher(bare).replaceAll("''");
  }
}
