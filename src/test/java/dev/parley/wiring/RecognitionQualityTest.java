package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.conversationtest.TestReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped model understands messages that nobody trained on about as well as it did when these
 * thresholds were written, just under what was measured then. A failure names the worst.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognitionQualityTest {
  private Assembly assembly;
  private Recognition recognition;

  @BeforeAll
  void open() throws Exception {
    assembly = Recognition.assembly();
    recognition = Recognition.of(assembly);
  }

  @AfterAll
  void close() {
    assembly.close();
  }

  /**
   * @param intent the least share of requests with the right intent
   * @param frame the least share of requests that name values with all of them right
   */
  @ParameterizedTest
  @CsvSource({
    // The first; far from the imperative; typed at night; long-winded or full of slips.
    "'', 0.975, 0.96",
    "second/, 0.955, 0.93",
    "third/, 0.965, 0.95",
    "fourth/, 0.915, 0.9",
    // Written by people who saw only the contract.
    "fifth/, 0.965, 0.95",
    "sixth/, 0.965, 0.945",
    "seventh/, 0.955, 0.94",
    "eighth/, 0.965, 0.945",
    "ninth/, 0.98, 0.975",
    // Read once and left alone.
    "tenth/, 0.95, 0.945"
  })
  void findsTheIntentAndTheValuesOfRequests(String set, double intent, double frame)
      throws Exception {
    var requests = recognition.of(set + "requests.yml");
    atLeast(intent, Recognition.holds("intent", requests.results()), requests);
    atLeast(frame, Recognition.right(Recognition.framed(requests)), requests);
  }

  /**
   * @param nothing the least share of messages of which no intent is taken, and none proposed
   */
  @ParameterizedTest
  @CsvSource({
    "'', 0.96",
    "second/, 0.96",
    "third/, 0.96",
    "fourth/, 0.96",
    "fifth/, 0.98",
    "sixth/, 0.97",
    "seventh/, 0.97",
    "eighth/, 0.97",
    "ninth/, 0.98",
    "tenth/, 0.97"
  })
  void startsAndProposesNothingWhereNothingIsAsked(String set, double nothing) throws Exception {
    var asked = recognition.of(set + "nothing.yml");
    atLeast(nothing, Recognition.holds("intent", asked.results()), asked);
    atLeast(nothing, Recognition.holds("idle", asked.results()), asked);
    atLeast(nothing, Recognition.holds("confirming", asked.results()), asked);
    atLeast(0.98, Recognition.holds("executed", asked.results()), asked);
  }

  /** Figures differ a little between processors: one message of forty may be proposed. */
  @ParameterizedTest
  @CsvSource({
    "'', 0.97",
    "second/, 0.97",
    "third/, 0.97",
    "fourth/, 0.95",
    "fifth/, 0.97",
    "sixth/, 0.97",
    "seventh/, 0.97",
    "eighth/, 0.97",
    "ninth/, 0.97",
    "tenth/, 0.97"
  })
  void startsAndProposesNothingThatIsForbidden(String set, double nothing) throws Exception {
    var negations = recognition.of(set + "negations.yml");
    atLeast(nothing, Recognition.right(negations.results()), negations);
  }

  private static void atLeast(double threshold, double share, TestReport report) {
    assertThat(share).as(report.text()).isGreaterThanOrEqualTo(threshold);
  }
}
