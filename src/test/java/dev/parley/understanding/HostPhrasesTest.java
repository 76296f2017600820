package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts somebody means who does not name them one by one. */
class HostPhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all web hosts except web-03 | web-01 web-02
          all web hosts, except for web-03 | web-01 web-02
          the web servers but not web-03 | web-01 web-02
          all web boxes but not on web-02 | web-01 web-03
          every web host excluding web-01 and web-02 | web-03
          the web group minus web-02 | web-01 web-03
          all web hosts except 03 | web-01 web-02
          all web servers except the first one | web-02 web-03
          every web box but the last | web-01 web-02
          both database servers | db-01 db-02
          the second database server | db-02
          the load balancer | lb-01
          all load balancer hosts | lb-01
          all web servers apart from web-01 | web-02 web-03
          all web hosts other than web-01 | web-02 web-03
          all web hosts but leave web-02 alone | web-01 web-03
          everything but db-01 | web-01 web-02 web-03 app-01 app-02 db-02 cache-01 lb-01
          everything except the web hosts | app-01 app-02 db-01 db-02 cache-01 lb-01
          all hosts except db-01, db-02 and lb-01 | web-01 web-02 web-03 app-01 app-02 cache-01
          every host but the cache ones | web-01 web-02 web-03 app-01 app-02 db-01 db-02 lb-01
          web-01 to web-03 except web-02 | web-01 web-03
          the second web box | web-02
          the first two web servers | web-01 web-02
          the last web node | web-03
          both db hosts | db-01 db-02
          both of the app servers | app-01 app-02
          web-01 to 03 | web-01 web-02 web-03
          web-[01:02] | web-01 web-02
          web 1 through 3 | web-01 web-02 web-03
          web 1 to web 2 | web-01 web-02
          web-0{1,2} | web-01 web-02
          wbe-01 | web-01
          web01 | web-01
          web 02 | web-02
          WEB-3 | web-03
          192.168.0.25 | web-02
          the cache ones | cache-01
          web-01/02/03 | web-01 web-02 web-03
          web-01,02 and 03 | web-01 web-02 web-03
          web01-03 | web-01 web-02 web-03
          everything in web but web-02 | web-01 web-03
          all but web-01 | web-02 web-03 app-01 app-02 db-01 db-02 cache-01 lb-01
          all of web apart from 03 | web-01 web-02
          every web server with the exception of web-02 | web-01 web-03
          web-01 through web-03, skip web-02 | web-01 web-03
          """)
  void knowsWhichHostsAreMeant(String said, String hosts) {
    var values = Shipped.values("restart_service", "restart nginx on " + said);
    var expected = new java.util.ArrayList<>(List.of("service nginx"));
    for (var host : hosts.split(" ", -1)) {
      expected.add("host " + host);
    }
    assertThat(values).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          restart nginx everywhere except web-03 | service nginx, host web-01, host web-02, host app-01, host app-02, host db-01, host db-02, host cache-01, host lb-01
          restart ngnix on web-01 | service nginx, host web-01
          restart postgress on db-02 | service postgresql, host db-02
          reload haproxxy on lb-01 | service haproxy, host lb-01
          restart apache on web-99 | service apache, host? web-99
          restart frobnicator on web-01 | service? frobnicator, host web-01
          restart nginx on the other web servers | service nginx
          restart nginx on half the web servers | service nginx
          restart nginx on any web host | service nginx
          restart nginx on the slowest web host | service nginx
          restart nginx on all web servers at 18:00 | service nginx, host web-01, host web-02, host web-03, time 2026-11-20T17:00:00Z
          restart nginx on all web hosts except web-99 | objection EXCEPTION
          restart nginx on all web hosts except web-02 at 18:00 | service nginx, host web-01, host web-03, time 2026-11-20T17:00:00Z
          """)
  void readsTheRestOfTheRequest(String said, String values) {
    assertThat(String.join(", ", Shipped.values("restart_service", said))).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is frobnicator up on web-01 | service? frobnicator, host web-01
          is flurbd running on web-02? | service? flurbd, host web-02
          is traffic up on web-01 | host web-01
          is anything running on web-01 | host web-01
          is everything ok on web-01 | host web-01
          is nginx up on web-01 | service nginx, host web-01
          """)
  void keepsUnknownServicesAndNoOrdinaryWords(String said, String values) {
    assertThat(String.join(", ", Shipped.values("service_status", said)))
        .isEqualTo(Objects.requireNonNullElse(values, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx on one of the web hosts",
        "restart nginx on either of the db hosts",
        "restart nginx on two web hosts"
      })
  void asksWhichOfThem(String said) {
    var host = Shipped.read("restart_service", said).entities().get(1);
    assertThat(host.values()).isEmpty();
    assertThat(host.candidates()).hasSizeGreaterThan(1);
  }
}
