package dev.parley.intent;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes what looks like a token, a key or a password out of a text before anybody keeps or shows
 * it: people paste such things, and programs print them.
 */
public final class Discretion {
  /** What is shown in a secret's place. */
  public static final String HIDDEN = "•••";

  /** How a private key begins; it goes on over lines. */
  public static final String KEY_BEGINS = "-----BEGIN ";

  /** How its last line begins. */
  public static final String KEY_ENDS = "-----END ";

  /** Without any of these there is nothing to look for. */
  private static final Pattern HINT =
      Pattern.compile(
          "-----BEGIN |xox|xapp-|gh[pousr]_|github_pat_|glpat-|[sr]k_live_|AIza|eyJ|parley_"
              + "|A(?:KIA|SIA|BIA|CCA)|(?i:bearer|basic|passw|secret.{0,8}key)|://[^/\\s]*@");

  private static final List<Secret> SECRETS =
      List.of(
          whole(
              "(?s)-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
                  + ".*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|\\z)"),
          after("(?i)\\b(?:bearer|basic)\\s+", "(?=[^\\s\"',]*[\\d=])[A-Za-z0-9._~+/=-]{12,}"),
          whole("\\bA(?:KIA|SIA|BIA|CCA)[0-9A-Z]{16}\\b"),
          after(
              "(?i)\\b(?:aws_?)?secret_?(?:access_?)?key[\"']?\\s*[=:]\\s*[\"']?",
              "[A-Za-z0-9/+=_-]{8,}"),
          whole("\\bxox[abeoprs]-[A-Za-z0-9-]{8,}"),
          whole("\\bxapp-[A-Za-z0-9-]{8,}"),
          whole("\\bgh[pousr]_[A-Za-z0-9]{20,}"),
          whole("\\bgithub_pat_[A-Za-z0-9_]{20,}"),
          whole("\\bglpat-[A-Za-z0-9_-]{16,}"),
          whole("\\b[sr]k_live_[A-Za-z0-9]{16,}"),
          whole("\\bAIza[A-Za-z0-9_-]{35}"),
          whole("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          whole("\\bparley_[A-Za-z0-9_-]{40,}"),
          after("(?i)\\bpassw(?:or)?d[\"']?=[\"']?", "[^\\s\"'&;,]+"),
          after("://[^\\s/:@\"']{0,80}:", "[^\\s/@\"']+(?=@)"));

  private Discretion() {}

  /** The text without what looks like a secret. */
  public static String over(String text) {
    if (!HINT.matcher(text).find()) {
      return text;
    }
    var covered = text;
    for (var secret : SECRETS) {
      covered = secret.form().matcher(covered).replaceAll("$1" + HIDDEN);
    }
    return covered;
  }

  private static Secret whole(String form) {
    return after("", form);
  }

  /** What stands before a secret stays, because it tells what was there. */
  private static Secret after(String before, String form) {
    return new Secret(Pattern.compile("(" + before + ")" + form));
  }

  private record Secret(Pattern form) {}
}
