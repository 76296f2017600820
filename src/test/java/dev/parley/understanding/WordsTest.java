package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words, sentences, normalised and masked text. */
class WordsTest {
  @Test
  void keepsNamesInOneWord() {
    for (var name :
        List.of(
            "web-01",
            "192.168.0.24",
            "10.0.0.0/8",
            "/var/log",
            "/var/log/apache2/error.log",
            "INC-1",
            "web-[01:03]",
            "1.4.2",
            "web-01.example.com",
            "https://example.com/a?b=c&d=e",
            "don't",
            "fe80::1",
            "2001:db8::/32",
            "14:30",
            "80%",
            "api-gateway",
            "restart_service",
            "~/logs",
            "@maria")) {
      assertThat(words("on " + name + ", please."))
          .as(name)
          .containsExactly("on", name, ",", "please", ".");
    }
  }

  @Test
  void partsWordsFromMarks() {
    assertThat(words("is it up?")).containsExactly("is", "it", "up", "?");
    assertThat(words("apache,nginx")).containsExactly("apache", ",", "nginx");
    assertThat(words("(web-01)")).containsExactly("(", "web-01", ")");
    assertThat(words("stop web-01...")).containsExactly("stop", "web-01", "...");
  }

  @Test
  void partsSentences() {
    assertThat(sentences("restart apache. it hangs"))
        .containsExactly("restart apache.", "it hangs");
    assertThat(sentences("Hi! Is web-01 up? Thanks."))
        .containsExactly("Hi!", "Is web-01 up?", "Thanks.");
    assertThat(sentences("ping 192.168.0.24 and 1.4.2"))
        .containsExactly("ping 192.168.0.24 and 1.4.2");
    assertThat(sentences("the load of web-01 is 12.5 today")).hasSize(1);
  }

  @Test
  void normalises() {
    assertThat(Normaliser.normalise("restart\u00a0apache\u202fnow"))
        .isEqualTo("restart apache now");
    assertThat(Normaliser.normalise("don\u2019t \u201crestart\u201d"))
        .isEqualTo("don't \"restart\"");
    assertThat(Normaliser.normalise("restart `apache` on ``web-01``"))
        .isEqualTo("restart apache on web-01");
    assertThat(Normaliser.normalise("cafe\u0301")).isEqualTo("caf\u00e9");
    assertThat(Normaliser.normalise("yes\r\n")).isEqualTo("yes");
    assertThat(Normaliser.normalise("run `a b`")).isEqualTo("run `a b`");
  }

  @Test
  void removesALeadingMention() {
    for (var text :
        List.of(
            "@parley restart apache",
            "parley: restart apache",
            "Parley, restart apache",
            "<@U123> restart apache",
            "<@U123|parley>: restart apache",
            "hey parley, restart apache",
            "@parley: restart apache",
            "parley restart apache")) {
      assertThat(Normaliser.normalise(text)).as(text).isEqualTo("restart apache");
    }
    assertThat(Normaliser.normalise("parley-01 is slow")).isEqualTo("parley-01 is slow");
    assertThat(Normaliser.normalise("hi parley")).isEqualTo("hi parley");
    assertThat(Normaliser.normalise("restart parley")).isEqualTo("restart parley");
  }

  @Test
  void masksNames() {
    masks("restart apache on web-01", "restart the service on the host");
    masks("restart the apache service on web-01", "restart the service on the host");
    masks("restart tomcat and jenkins on app-02", "restart the service on the host");
    masks("restart apache on all web hosts", "restart the service on the hosts");
    masks("load on host web-01?", "load on the host?");
    masks("what can you do", "what can you do");
    masks("restart flurbd on web-99", "restart the service on the host");
    masks("top 5 processes on 192.168.0.24", "top number processes on the host");
  }

  private static void masks(String text, String masked) {
    var extractor = EntityExtractor.forCatalog(Estate.RESOLVER, Estate.CATALOG);
    assertThat(Masker.mask(text, extractor.extract(text))).isEqualTo(masked);
  }

  private static List<String> words(String text) {
    return Tokens.of(text).stream().map(Token::text).toList();
  }

  private static List<String> sentences(String text) {
    return Sentences.of(text).stream().map(s -> text.substring(s.getStart(), s.getEnd())).toList();
  }
}
