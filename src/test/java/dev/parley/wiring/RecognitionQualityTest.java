package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.conversationtest.TestReport;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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

  @Test
  void findsTheIntentAndTheValuesOfRequests() throws Exception {
    var requests = recognition.of("requests.yml");
    atLeast(0.975, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.96, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsTheIntentAndTheValuesOfRequestsFarFromTheImperative() throws Exception {
    var requests = recognition.of("second/requests.yml");
    atLeast(0.925, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.905, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsTheIntentAndTheValuesOfWhatOthersWouldTypeAtNight() throws Exception {
    var requests = recognition.of("third/requests.yml");
    atLeast(0.955, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.94, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsMostOfWhatIsLongWindedOrFullOfSlips() throws Exception {
    var requests = recognition.of("fourth/requests.yml");
    atLeast(0.915, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.9, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsTheIntentAndTheValuesOfWhatThoseAskWhoSawOnlyTheContract() throws Exception {
    var requests = recognition.of("fifth/requests.yml");
    atLeast(0.96, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.945, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsTheIntentAndTheValuesOfWhatOneMorePersonAsks() throws Exception {
    var requests = recognition.of("sixth/requests.yml");
    atLeast(0.955, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.935, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsTheIntentAndTheValuesOfAnotherHandsRequests() throws Exception {
    var requests = recognition.of("seventh/requests.yml");
    atLeast(0.96, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.94, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void findsTheIntentAndTheValuesOfWhatWasReadOnceAndLeftAlone() throws Exception {
    var requests = recognition.of("eighth/requests.yml");
    atLeast(0.95, Recognition.holds("intent", requests.results()), requests);
    atLeast(0.93, Recognition.right(Recognition.framed(requests)), requests);
  }

  @Test
  void startsAndProposesNothingWhereNothingIsAsked() throws Exception {
    for (var file :
        List.of(
            "nothing.yml",
            "second/nothing.yml",
            "third/nothing.yml",
            "fourth/nothing.yml",
            "fifth/nothing.yml",
            "sixth/nothing.yml",
            "seventh/nothing.yml")) {
      var nothing = recognition.of(file);
      atLeast(0.96, Recognition.holds("intent", nothing.results()), nothing);
      atLeast(0.96, Recognition.holds("idle", nothing.results()), nothing);
      atLeast(0.98, Recognition.holds("executed", nothing.results()), nothing);
    }
    var unmended = recognition.of("eighth/nothing.yml");
    atLeast(0.945, Recognition.holds("intent", unmended.results()), unmended);
    atLeast(0.945, Recognition.holds("idle", unmended.results()), unmended);
    atLeast(0.98, Recognition.holds("executed", unmended.results()), unmended);
  }

  @Test
  void startsAndProposesNothingThatIsForbidden() throws Exception {
    // Figures differ a little between processors: one message of forty may.
    for (var file :
        List.of(
            "negations.yml",
            "second/negations.yml",
            "third/negations.yml",
            "fifth/negations.yml",
            "sixth/negations.yml",
            "seventh/negations.yml",
            "eighth/negations.yml")) {
      var negations = recognition.of(file);
      atLeast(0.97, Recognition.right(negations.results()), negations);
    }
    var roundabout = recognition.of("fourth/negations.yml");
    atLeast(0.95, Recognition.right(roundabout.results()), roundabout);
  }

  private static void atLeast(double threshold, double share, TestReport report) {
    assertThat(share).as(report.text()).isGreaterThanOrEqualTo(threshold);
  }
}
