package dev.parley.understanding;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes what different keyboards and chat systems send look the same. */
public final class Normaliser {
  private static final Pattern SPACES =
      Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]");
  private static final Pattern SINGLE_QUOTES =
      Pattern.compile("[\\u2018\\u2019\\u201a\\u201b\\u02bc\\u2032\\u00b4]");
  private static final Pattern DOUBLE_QUOTES =
      Pattern.compile("[\\u201c-\\u201f\\u2033\\u00ab\\u00bb]");
  private static final Pattern DASH_IN_NAME =
      Pattern.compile("(?<=[\\p{L}\\d])[\\u2010-\\u2013\\u2212](?=\\d)");
  private static final Pattern SERVICE_AT_HOST =
      Pattern.compile("(?<=[A-Za-z0-9])@(?=[A-Za-z][A-Za-z-]*\\d+(?:[\\s:,;!?]|$))");
  private static final Pattern CODE = Pattern.compile("(?<![\\w`])(`{1,3})([^`\\s]+)\\1(?![\\w`])");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<=^|\\s)(\\*{1,2}|__?|~)([\\p{L}\\d][\\w.:/-]*)\\1(?=$|[\\s,.;:!?])");
  private static final Pattern MENTION =
      Pattern.compile(
          "^(?:<@\\w+(?:\\|[^>]*)?>\\s*[:,]?"
              + "|(?:(?:hey|hi|hello|yo)[\\s,]+)?@?parley\\b\\s*[:,!.]?(?![\\w-])"
              + ")\\s*(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  private static final int ASCII = 127;

  private Normaliser() {}

  public static String normalise(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
    if (text.chars().anyMatch(c -> c > ASCII)) {
      text = SPACES.matcher(text).replaceAll(" ");
      text = SINGLE_QUOTES.matcher(text).replaceAll("'");
      text = DOUBLE_QUOTES.matcher(text).replaceAll("\"");
      text = DASH_IN_NAME.matcher(text).replaceAll("-");
    }
    text = text.strip();
    text = text.indexOf('`') < 0 ? text : CODE.matcher(text).replaceAll("$2");
    text = text.indexOf('@') < 0 ? text : SERVICE_AT_HOST.matcher(text).replaceAll(" @ ");
    text = EMPHASIS.matcher(text).replaceAll("$2");
    return withoutMention(text);
  }

  private static String withoutMention(String text) {
    String rest = MENTION.matcher(text).replaceFirst("").strip();
    return rest.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c > 0x2190)
        ? rest
        : text;
  }
}
