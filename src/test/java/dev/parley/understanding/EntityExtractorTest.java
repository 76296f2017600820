package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message names. */
class EntityExtractorTest {
  private static final EntityExtractor EXTRACTOR =
      EntityExtractor.forCatalog(Estate.RESOLVER, Estate.CATALOG);

  @Test
  void findsNamesAliasesAndAddresses() {
    finds("restart apache on web-01", "service apache", "host web-01");
    finds("restart Apache on 192.168.0.24", "service apache", "host web-01");
    finds("restart httpd on web01", "service apache", "host web-01");
    finds("restart postgres on db 1", "service postgresql", "host db-01");
    finds("restart apach on web-01", "service apache", "host web-01");
    finds(
        "restart tomcat and jenkins on app-02", "service tomcat", "service jenkins", "host app-02");
    finds(
        "restart apache,nginx on web-01,web-02",
        "service apache",
        "service nginx",
        "host web-01",
        "host web-02");
    finds("reload haproxy's config on lb-01", "service haproxy", "host lb-01");
    finds("is web-02's load high", "host web-02");
    finds("load on web 2 and 3", "host web-02", "host web-03");
    finds("load on web-01, 02 and 03", "host web-01", "host web-02", "host web-03");
    finds("restart the web server apache on web-01", "service apache", "host web-01");
    finds("restart the web server on web-01", "host web-01");
  }

  @Test
  void findsGroupsAndRanges() {
    for (var text :
        List.of(
            "all web hosts",
            "the web servers",
            "every web box",
            "web-[01:03]",
            "web-01 to web-03",
            "all of the web machines",
            "all hosts in web")) {
      finds(
          "restart apache on " + text,
          "service apache",
          "host web-01",
          "host web-02",
          "host web-03");
    }
    finds("restart apache on web", "service apache", "host web-01", "host web-02", "host web-03");
    finds("load of the db hosts", "host db-01", "host db-02");
  }

  @Test
  void takesNoOrdinaryWordForAName() {
    for (var text :
        List.of(
            "is the search live",
            "the web site is slow",
            "my app is broken",
            "clear all pages",
            "login does not work",
            "restart web",
            "i like cache",
            "web development",
            "the app on my phone",
            "database theory",
            "the order of things",
            "top of the list",
            "a new start",
            "restart the server",
            "restart the service",
            "stop it",
            "restart everything please",
            "go on",
            "at the end of the day",
            "in the beginning",
            "restart something on it")) {
      finds(text);
    }
  }

  @Test
  void keepsUnknownNamesAsTyped() {
    unknown("restart apache on web-99", SlotType.HOST, "web-99");
    unknown("reboot db-7", SlotType.HOST, "db-7");
    unknown("restart apache on 10.9.9.9", SlotType.HOST, "10.9.9.9");
    unknown("restart apache on flurb", SlotType.HOST, "flurb");
    unknown("restart apache on mail.example.com", SlotType.HOST, "mail.example.com");
    unknown("restart apache on web-01 and web-99", SlotType.HOST, "web-99");
    unknown("restart flurbd on web-01", SlotType.SERVICE, "flurbd");
    unknown("restart the kafka service", SlotType.SERVICE, "kafka");
    assertThat(EXTRACTOR.extract("restart apache on web-99").get(1).candidates())
        .contains("web-01");
  }

  @Test
  void inventsNoNames() {
    for (var text :
        List.of(
            "restart apache on monday",
            "restart apache on production",
            "restart apache on the double",
            "restart it on web-01",
            "restart apache v2",
            "restart apache on purpose",
            "is version 1.4.2 running",
            "ticket OPS-12 is open",
            "sev1 is bad",
            "use http2",
            "the same service",
            "restart the whole thing on web-01",
            "restart all on web-01")) {
      assertThat(EXTRACTOR.extract(text))
          .as(text)
          .allMatch(e -> e.values().stream().allMatch(SlotValue::known));
    }
  }

  @Test
  void findsNumbersAndPaths() {
    finds("top 5 processes on db-01", "count 5", "host db-01");
    finds("the ten biggest processes on db-01", "count 10", "host db-01");
    finds("space in /var/log on web-02", "path /var/log", "host web-02");
    finds("twenty-five top processes on db-01", "count 25", "host db-01");
  }

  @Test
  void saysWhereANameStands() {
    var text = "restart apache on web-01";
    for (var entity : EXTRACTOR.extract(text)) {
      assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text());
    }
    var address = EXTRACTOR.extract("load on 192.168.0.24").get(0).values().get(0);
    assertThat(address).isEqualTo(SlotValue.of("web-01", "192.168.0.24"));
  }

  @Test
  void readsAGroupWhereTheIntentTakesOne() {
    for (var text :
        List.of("list hosts in web", "list web hosts", "which hosts are in the web group")) {
      var reading = Estate.read(text);
      assertThat(reading.intent()).as(text).contains("list_hosts");
      assertThat(reading.entities())
          .as(text)
          .extracting(Entity::type)
          .containsExactly(SlotType.GROUP);
      assertThat(reading.entities().get(0).values().get(0).canonical()).as(text).isEqualTo("web");
    }
  }

  private static void finds(String text, String... expected) {
    var found =
        EXTRACTOR.extract(text).stream()
            .flatMap(e -> e.values().stream().map(v -> e.type().label() + " " + v.canonical()))
            .toList();
    assertThat(found).as(text).containsExactly(expected);
  }

  private static void unknown(String text, SlotType type, String name) {
    assertThat(EXTRACTOR.extract(text))
        .as(text)
        .anyMatch(e -> e.type() == type && e.values().equals(List.of(SlotValue.unknown(name))));
  }
}
