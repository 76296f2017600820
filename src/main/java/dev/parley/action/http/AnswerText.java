package dev.parley.action.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a server answered, as text for people. */
final class AnswerText {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._-]+)");
  private static final Pattern READABLE =
      Pattern.compile("(?i)text/.*|application/(?:.*\\+)?(?:json|xml|yaml|javascript).*|");

  private AnswerText() {}

  /** JSON in lines, other text as it is, and of everything else how much of it there was. */
  static String of(HttpResponse<LimitedBody.Beginning> answer) {
    var type = answer.headers().firstValue("content-type").orElse("");
    var body = answer.body();
    if (!READABLE.matcher(type).matches()) {
      return String.format(
          Locale.ROOT,
          "(%s%,d bytes of %s)",
          body.cut() ? "more than " : "",
          body.bytes().length,
          type);
    }
    var text = new String(body.bytes(), charset(type));
    return type.toLowerCase(Locale.ROOT).contains("json") ? pretty(text) : text;
  }

  private static Charset charset(String type) {
    var named = CHARSET.matcher(type);
    return named.find() && Charset.isSupported(named.group(1))
        ? Charset.forName(named.group(1))
        : StandardCharsets.UTF_8;
  }

  private static String pretty(String text) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
