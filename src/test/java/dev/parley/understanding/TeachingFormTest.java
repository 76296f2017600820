package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.understanding.TeachingForm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about understanding is told from what is asked for. */
class TeachingFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "when I say bounce the LB I mean restart haproxy on lb-01|bounce the LB|restart haproxy on lb-01",
        "Whenever I say “bounce it”, I mean restart haproxy|bounce it|restart haproxy",
        "if I type 'the dance' it means: reload nginx|the dance|reload nginx",
        "by the dance I mean reload nginx|the dance|reload nginx",
        "'the dance' means reload nginx|the dance|reload nginx",
        "remember that the dance means reload nginx|the dance|reload nginx",
        "please remember: the dance is short for reload nginx|the dance|reload nginx",
        "from now on, when i say go to bed i want you to stop apache|go to bed|stop apache",
      })
  void aPhraseAndItsMeaningAreTaken(String said, String phrase, String meaning) {
    assertThat(TeachingForm.of(said)).contains(new TeachingForm(Kind.TEACH, phrase, meaning));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "that was wrong, I meant reload|CORRECT|reload",
        "No, that's not what I meant. I wanted reload nginx|CORRECT|reload nginx",
        "you got that wrong; it should be reload|CORRECT|reload",
        "forget 'bounce the LB'|FORGET|bounce the LB",
        "forget bounce the LB|MAY_FORGET|bounce the LB",
        "accept 3|ACCEPT|3",
        "review accept 1234|ACCEPT|1234",
        "reject #7|REJECT|7",
      })
  void whatIsMeantIsTaken(String said, Kind kind, String first) {
    assertThat(TeachingForm.of(said)).contains(new TeachingForm(kind, first, ""));
  }

  @Test
  void aLabelIsANumberAndAnIntent() {
    assertThat(TeachingForm.of("label 3 as restart service"))
        .contains(new TeachingForm(Kind.LABEL, "3", "restart service"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why?",
        "Why did you think that?",
        "but why not?",
        "how did you get that?",
        "why did you ask about that?"
      })
  void whyAsksAboutTheLastReading(String said) {
    assertThat(TeachingForm.of(said)).map(TeachingForm::kind).contains(Kind.WHY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why may I not restart apache?",
        "why is web-01 slow?",
        "why did apache stop on web-01?",
        "if I say tea you restart apache on web-01",
        "when I say bounce the LB\nI mean restart haproxy",
        "when I say the\u200b dance I mean reload nginx",
        "what does that mean?",
        "that means trouble",
        "approve r4k9",
        "reject 48213",
        "accept",
        "restart apache on web-01",
        "yes",
      })
  void anythingElseHasNoForm(String said) {
    assertThat(TeachingForm.of(said)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bounce the LB",
        "Bounce  the LB!",
        "please bounce the lb",
        "hi, bounce the LB please, thanks",
        "BOUNCE THE LB, thank you"
      })
  void aPhraseIsTheSameInWhateverCaseMarksAndCourtesy(String said) {
    assertThat(SaidPhrase.of(said)).isEqualTo("bounce the lb");
  }

  @Test
  void onlyCourtesyIsStillSomething() {
    assertThat(SaidPhrase.of("thanks")).isEqualTo("thanks");
    assertThat(SaidPhrase.of("?!")).isEmpty();
  }
}
