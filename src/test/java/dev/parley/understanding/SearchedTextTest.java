package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.SlotType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text that a search of logs is for, and the metric of a graph. */
class SearchedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "grep for \"connection refused\" on web-01 | connection refused",
        "grep 'no route to host' on web-01 | no route to host",
        "grep for \"not found\" in the nginx log on web-01 | not found",
        "search the logs on web-01 for OutOfMemory | OutOfMemory",
        "look for timeout errors in the nginx log on web-02 since yesterday | timeout errors",
        "any stack traces in the log of app-02 since this morning | stack traces",
        "find out of memory in the tomcat logs | out of memory",
        "search nginx logs for 502 | 502",
        "grep timeout web-01 | timeout",
        "grep the logs on web-01 for segfault, thanks | segfault",
        "how many 500s are in the nginx log on web-01 since midnight | 500s",
        "find lines containing permission denied on web-01 in the logs | permission denied",
        "search for apache errors on web-01 | apache errors",
        "check the haproxy logs for 503 since 2 hours ago | 503",
        "any mention of 10.2.3.4 in the sshd log on lb-01 | 10.2.3.4",
        "search the logs on web-01 for the last hour |",
        "search the logs on web-01 |",
        "find something in the logs on web-01 |"
      })
  void isWhatIsSaidBesidesWhereAndSinceWhen(String text, String pattern) {
    var found =
        Shipped.read("search_logs", text).entities().stream()
            .filter(e -> e.type() == SlotType.TEXT)
            .map(e -> e.values().get(0).canonical())
            .toList();
    assertThat(found).containsExactly(pattern == null ? new String[0] : new String[] {pattern});
  }

  @Test
  void quotationMarksHideNothingFromTheChecks() {
    assertThat(Shipped.values("restart_service", "restart nginx on web-01 \"every night\""))
        .containsExactly("objection REPEATS");
    assertThat(Shipped.values("restart_service", "restart nginx on web-01 \"without asking me\""))
        .containsExactly("objection OVERRIDE");
    assertThat(Shipped.values("restart_service", "\"do not\" restart nginx on web-01"))
        .containsExactly("objection NEGATION");
  }

  @ParameterizedTest
  @CsvSource({
    "cpu graph of web-01, cpu",
    "graph http_requests_total for the last hour, http_requests_total",
    "plot the error rate, error rate",
    "show me a graph of request latency, request latency",
    "draw me the traffic graph for lb-01, traffic",
    "web-01's memory chart since noon, memory",
    "how did the load on web-02 develop over the last hour, load",
    "show a graph,",
    "plot something for me,"
  })
  void metricsStandBesideTheirGraph(String text, String metric) {
    var found =
        Shipped.read("show_graph", text).entities().stream()
            .filter(e -> e.type() == SlotType.METRIC)
            .map(Entity::text)
            .toList();
    assertThat(found).containsExactly(metric == null ? new String[0] : new String[] {metric});
  }
}
