package dev.parley.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import dev.parley.inventory.Resolution.Ambiguous;
import dev.parley.inventory.Resolution.Resolved;
import dev.parley.inventory.Resolution.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityResolverTest {
  private final EntityResolver resolver = new EntityResolver(SmallEstate.inventory());

  @ParameterizedTest
  @CsvSource({
    "web-01,web-01",
    "WEB-01,web-01",
    "192.168.0.24,web-01",
    "mail,mail.example.com",
    "mail.example.com,mail.example.com",
    "web01,web-01",
    "web 02,web-02",
    "web2,web-02",
    "web-002,web-02",
    "cahce-01,cache-01",
    "wbe-01,web-01",
    "ewb 2,web-02",
    "WEB_03,web-03",
    "web-01.example.com,web-01",
    "the second web box,web-02",
    "the first web server,web-01",
    "last web node,web-03",
    "the 3rd web host,web-03",
    "the web-03 box,web-03",
    "host web-03,web-03"
  })
  void knowsAHostByItsNamesAndByVariantsOfThem(String spoken, String host) {
    assertThat(resolver.resolve(SlotType.HOST, spoken)).isEqualTo(new Resolved(List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "web hosts",
        "all web servers",
        "every web box",
        "all of the web machines",
        "the web group",
        "hosts in group web",
        "web-[01:03]",
        "web-01..03",
        "web-01..web-03",
        "web-01 to web-03",
        "web-{01..03}",
        "web-0{1,2,3}",
        "web-[1-3]",
        "web-01 to 03",
        "web-01 to 3",
        "web 1 through 3",
        "web 1-3",
        "web01 thru web03",
        "the web ones",
        "each of the web nodes",
        "the three web hosts"
      })
  void knowsGroupsAndRanges(String spoken) {
    assertThat(resolver.resolve(SlotType.HOST, spoken))
        .isEqualTo(new Resolved(List.of("web-01", "web-02", "web-03")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "all hosts", "every machine", "the whole fleet"})
  void knowsWhatEverythingIs(String spoken) {
    assertThat(resolver.resolve(SlotType.HOST, spoken))
        .isEqualTo(
            new Resolved(List.of("web-01", "web-02", "web-03", "cache-01", "mail.example.com")));
  }

  @ParameterizedTest
  @CsvSource({
    "apache,apache",
    "httpd,apache",
    "ngnix,nginx",
    "postgress,postgresql",
    "the nginx service,nginx",
    "login service,sso",
    "apahce,apache"
  })
  void knowsServicesByAliasAndBySlipsOfTheFingers(String spoken, String service) {
    assertThat(resolver.resolve(SlotType.SERVICE, spoken))
        .isEqualTo(new Resolved(List.of(service)));
  }

  @Test
  void neverTakesAnotherNumberForTheSameHost() {
    assertThat(resolver.resolve(SlotType.HOST, "web-04"))
        .isEqualTo(new Unknown(List.of("web-03", "web-02", "web-01")));
    assertThat(resolver.nearSpelling(SlotType.HOST, "web-11")).isEmpty();
    assertThat(resolver.nearSpelling(SlotType.HOST, "web-0-1")).isEmpty();
  }

  @Test
  void doesNotGuessShortNames() {
    assertThat(resolver.resolve(SlotType.HOST, "wed-01")).isInstanceOf(Unknown.class);
    assertThat(resolver.near(SlotType.HOST, "wed-01")).contains("web-01");
  }

  @ParameterizedTest
  @CsvSource({
    "the first two web servers,web-01 web-02",
    "last two web boxes,web-02 web-03",
    "'web-0{1,3}',web-01 web-03"
  })
  void knowsSomeOfAGroup(String spoken, String hosts) {
    assertThat(resolver.resolve(SlotType.HOST, spoken))
        .isEqualTo(new Resolved(List.of(hosts.split(" ", -1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one of the web hosts", "both web hosts", "two web servers"})
  void asksWhichOfAGroup(String spoken) {
    assertThat(resolver.resolve(SlotType.HOST, spoken))
        .isEqualTo(new Ambiguous(List.of("web-01", "web-02", "web-03")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the fifth web box", "web-01.elsewhere.org", "the second web", "web-03 to web-01"})
  void inventsNoHosts(String spoken) {
    assertThat(resolver.resolve(SlotType.HOST, spoken)).isInstanceOf(Unknown.class);
  }

  @Test
  void offersTheHostOfThatShortName() {
    assertThat(resolver.near(SlotType.HOST, "web-01.elsewhere.org")).first().isEqualTo("web-01");
  }

  @Test
  void asksWhichWhenTwoNamesAreEquallyNear() {
    var twins =
        new EntityResolver(
            new Inventory(
                false,
                List.of(),
                Map.of(),
                List.of(service("billing-a", List.of()), service("billing-b", List.of()))));
    assertThat(twins.resolve(SlotType.SERVICE, "billing-c"))
        .isEqualTo(new Ambiguous(List.of("billing-a", "billing-b")));
  }

  @Test
  void asksWhichWhenHostsShareAnAddressOrAShortName() {
    var hosts = List.of(host("a.example.com", "10.0.0.1"), host("a.example.org", "10.0.0.1"));
    var shared = new EntityResolver(new Inventory(false, hosts, Map.of(), List.of()));
    var both = new Ambiguous(List.of("a.example.com", "a.example.org"));
    assertThat(shared.resolve(SlotType.HOST, "a")).isEqualTo(both);
    assertThat(shared.resolve(SlotType.HOST, "10.0.0.1")).isEqualTo(both);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "web-01; reboot", "$(reboot)", "web-01\u200b", "--all", "-"})
  void doesNotKnowWhatIsNoName(String spoken) {
    assertThat(resolver.resolve(SlotType.HOST, spoken)).isInstanceOf(Unknown.class);
    assertThat(resolver.lookup(spoken)).isEmpty();
  }

  @Test
  void givesEveryTypeThatAPhraseNames() {
    assertThat(resolver.lookup("web"))
        .containsExactly(
            new NamedMatch(SlotType.HOST, List.of("web-01", "web-02", "web-03"), true),
            new NamedMatch(SlotType.GROUP, List.of("web"), false));
    assertThat(resolver.lookup("HTTPD"))
        .containsExactly(new NamedMatch(SlotType.SERVICE, List.of("apache"), false));
    assertThat(resolver.lookup("restart")).isEmpty();
  }

  @Test
  void refusesARangeThatReachesBeyondWhatExists() {
    assertThat(resolver.resolve(SlotType.HOST, "web-[01:09]")).isInstanceOf(Unknown.class);
  }

  @Test
  void findsOneOfAHundredThousandHosts() {
    var hosts = new ArrayList<Host>();
    for (int i = 1; i <= 100_000; i++) {
      hosts.add(host("node-%06d.dc%d.example.com".formatted(i, i % 7), "10.0.%d.1".formatted(i)));
    }
    var large = new EntityResolver(new Inventory(false, hosts, Map.of(), List.of()));
    assertThat(large.resolve(SlotType.HOST, "node-4711"))
        .isEqualTo(new Resolved(List.of("node-004711.dc0.example.com")));
    assertThat(large.resolve(SlotType.HOST, "node-100001"))
        .isEqualTo(
            new Unknown(
                List.of(
                    "node-100000.dc5.example.com",
                    "node-099999.dc4.example.com",
                    "node-099998.dc3.example.com")));
  }

  private static Host host(String name, String address) {
    return new Host(name, address, 22, null, null, false);
  }

  private static Resource service(String name, List<String> aliases) {
    return new Resource(SlotType.SERVICE, name, aliases, Map.of(), List.of());
  }
}
