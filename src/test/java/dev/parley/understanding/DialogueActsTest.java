package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What a message does in a conversation. */
class DialogueActsTest {
  @Test
  void takesPlainAgreementAsYes() {
    for (var text :
        List.of(
            "yes",
            "Yes.",
            "y",
            "Y",
            "yep",
            "yup",
            "yeah",
            "sure",
            "ok",
            "OK!",
            "okay",
            "go ahead",
            "do it",
            "confirmed",
            "yes please",
            "yes, please!",
            "yep, that is it, cheers",
            "yes thanks",
            "ok thanks",
            "sure, go ahead",
            "ok do it",
            "yes, go ahead please",
            "sounds good",
            "of course",
            "affirmative",
            "that's right",
            "please do",
            "please go ahead",
            "by all means",
            "absolutely",
            "proceed",
            "make it so",
            "👍",
            "👍🏽",
            ":+1:",
            ":thumbsup:",
            "+1",
            "✅",
            "yes 👍",
            "yes, right away please",
            "yes now",
            "lgtm",
            "yes, approved",
            "hi, yes",
            "@parley yes",
            "parley: yes",
            "yes\n")) {
      assertAct(text, Estate.confirming(), DialogueAct.AFFIRM, true);
    }
  }

  @Test
  void takesNothingElseAsYes() {
    for (var text :
        List.of(
            "yes?",
            "ok?",
            "maybe",
            "hmm ok wait",
            "sure, after lunch",
            "ok but not production",
            "yes no",
            "I guess yes if nobody is using it",
            "yes, reload haproxy on lb-01 right away",
            "yes and nginx too",
            "yes, but on web-02",
            "yes, restart apache on web-01",
            "ok, what will that do",
            "sure?",
            "yes if it is safe",
            "not yet",
            "yes, tomorrow",
            "probably",
            "i think so",
            "why",
            "what",
            "hello",
            "thanks",
            "great",
            "fine, later",
            "yes, in 5 minutes",
            "ok wait",
            "y u no restart",
            "yes sir but not now",
            "yes only web-02",
            "no yes",
            "almost yes",
            "\"yes\"",
            "yes or no",
            "say yes",
            "i did not say yes",
            "not yes",
            "yes, all of them",
            "yesterday",
            "",
            "  ",
            "...",
            "?",
            "please",
            "now",
            "and yes to nginx",
            "yes unless it is busy",
            "ok restart the other one")) {
      var reading = Estate.read(text, Estate.confirming());
      assertThat(reading.act() == DialogueAct.AFFIRM && reading.bare()).as(text).isFalse();
    }
  }

  @Test
  void tellsARestatedYesFromAPlainOne() {
    var reading = Estate.read("yes, reload haproxy on lb-01 right away", Estate.confirming());
    assertThat(reading.act()).isEqualTo(DialogueAct.AFFIRM);
    assertThat(reading.bare()).isFalse();
    assertThat(reading.intent()).contains("reload_service");
    assertThat(reading.entities()).extracting(Entity::text).containsExactly("haproxy", "lb-01");
  }

  @Test
  void readsNo() {
    for (var text :
        List.of(
            "no",
            "No.",
            "n",
            "nope",
            "nah",
            "no thanks",
            "no, thank you",
            "don't",
            "do not",
            "dont",
            "don't do it",
            "please don't",
            "no, don't do that",
            "no way",
            "absolutely not",
            "👎",
            "wrong",
            "not now",
            "rather not",
            "hmm no",
            "that's not what i meant")) {
      assertAct(text, Estate.confirming(), DialogueAct.DENY, true);
    }
    assertAct("don't restart it", Estate.confirming(), DialogueAct.DENY, false);
    assertAct("do not restart apache", Estate.confirming(), DialogueAct.DENY, false);
  }

  @Test
  void readsCancel() {
    for (var text :
        List.of(
            "cancel",
            "cancel that",
            "never mind",
            "nevermind",
            "nvm",
            "forget it",
            "stop",
            "abort",
            "scratch that",
            "leave it",
            "ok, forget it",
            "no, cancel",
            "please cancel",
            "Cancel!",
            "i changed my mind",
            "never mind, thanks",
            "drop it",
            "stop it please",
            "on second thought")) {
      assertAct(text, Estate.confirming(), DialogueAct.CANCEL, true);
      assertAct(text, Estate.asking(Estate.HOST), DialogueAct.CANCEL, true);
    }
  }

  @Test
  void readsApprovals() {
    for (var text :
        List.of(
            "approve",
            "Approve.",
            "approved",
            "I approve",
            "approve it",
            "approve that please",
            "approve r4k9",
            "Approve R4K9, thanks",
            "r4k9 approved",
            "i approve r4k9",
            "approve request r4k9",
            "approve the reboot",
            "approve `r4k9`",
            "approve #r4k9",
            "ok, approve it")) {
      assertAct(text, Expectation.none(), DialogueAct.APPROVE, true);
    }
    assertAct("approve", Estate.confirming(), DialogueAct.APPROVE, true);
    assertAct("approved", Estate.confirming(), DialogueAct.APPROVE, true);
    assertThat(Estate.read("Approve R4K9", Expectation.none()).text()).isEqualTo("Approve R4K9");
  }

  @Test
  void readsRejections() {
    for (var text :
        List.of(
            "reject",
            "rejected",
            "reject that",
            "I reject r4k9",
            "declined",
            "deny r4k9",
            "deny",
            "not approved",
            "i don't approve",
            "reject the reboot",
            "no, reject it",
            "veto")) {
      assertAct(text, Expectation.none(), DialogueAct.REJECT, true);
    }
    assertAct("deny", Estate.confirming(), DialogueAct.DENY, true);
    assertAct("declined", Estate.confirming(), DialogueAct.DENY, true);
    assertAct("deny r4k9", Estate.confirming(), DialogueAct.REJECT, true);
  }

  @Test
  void approvesNothingInPassing() {
    for (var text :
        List.of(
            "maria approved it",
            "approve it if the tests pass",
            "approve?",
            "approved?",
            "who approves this",
            "should i approve r4k9",
            "approve r4k9?",
            "maybe approve",
            "approve or reject",
            "approve r4k9 and k2j8",
            "approve everything",
            "r4k9",
            "approve r4k9 tomorrow",
            "did you approve it",
            "i would approve",
            "approve apache",
            "reject it unless it is safe",
            "never mind, approve",
            "auto-approve",
            "approve it for me",
            "approve and restart apache on web-01")) {
      var act = Estate.read(text, Expectation.none()).act();
      assertThat(act).as(text).isNotIn(DialogueAct.APPROVE, DialogueAct.REJECT);
    }
  }

  @Test
  void stopsWhatRuns() {
    for (var text :
        List.of(
            "stop it",
            "abort",
            "abort the restart",
            "stop the running job",
            "cancel the run",
            "kill that job",
            "stop that please",
            "stop what you are doing")) {
      assertAct(text, Expectation.none(), DialogueAct.STOP_RUNNING, true);
    }
    for (var text : List.of("stop", "cancel", "never mind")) {
      assertAct(text, Expectation.none(), DialogueAct.CANCEL, true);
    }
    for (var text : List.of("stop it", "abort", "abort the restart", "cancel the run")) {
      assertAct(text, Estate.confirming(), DialogueAct.CANCEL, true);
      assertAct(text, Estate.asking(Estate.HOST), DialogueAct.CANCEL, true);
    }
    assertAct("stop the running job", Estate.confirming(), DialogueAct.STOP_RUNNING, true);
    assertThat(Estate.read("stop apache").act()).isEqualTo(DialogueAct.INFORM);
    assertThat(Estate.read("stop it on web-01").act()).isEqualTo(DialogueAct.INFORM);
  }

  @Test
  void asksWhatIsGoingOn() {
    for (var text :
        List.of(
            "what's pending",
            "what's running",
            "status?",
            "is it done yet",
            "how far is it",
            "anything waiting for me",
            "what are you doing",
            "What's pending?",
            "any progress?",
            "is the reboot done yet?",
            "pending approvals")) {
      assertAct(text, Expectation.none(), DialogueAct.PENDING, true);
    }
    for (var text :
        List.of("status", "status of apache", "is apache running", "what runs on web-01")) {
      assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.INFORM);
    }
  }

  @Test
  void doesNotCancelWhatAsksForSomething() {
    for (var text :
        List.of("stop apache on web-01", "stop nginx", "cancel culture", "stopped apache")) {
      assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.INFORM);
    }
  }

  @Test
  void readsCorrections() {
    for (var text :
        List.of(
            "no, web-02",
            "no web-02",
            "i meant web-02",
            "I mean web-02",
            "not web-01, web-02",
            "web-02, not web-01",
            "sorry, web-02",
            "make that web-02",
            "actually web-02",
            "web-02 instead",
            "use web-02 instead of web-01",
            "oops, web-02",
            "correction: web-02",
            "wrong host, web-02",
            "no, on web-02",
            "it should be web-02",
            "change it to web-02",
            "nope, web-02 please",
            "wait, web-02",
            "not on web-01, on web-02",
            "no, i meant web-02",
            "web-02",
            "rather web-02",
            "switch to web-02",
            "change the host to web-02")) {
      var reading = Estate.read(text, Estate.confirming());
      assertThat(reading.act()).as(text).isEqualTo(DialogueAct.CORRECT);
      assertThat(reading.objection()).as(text).isNull();
      assertThat(values(reading)).as(text).containsExactly("web-02");
    }
  }

  @Test
  void readsACorrectionThatNamesAnotherIntent() {
    var reading = Estate.read("no, stop nginx on web-02", Estate.confirming());
    assertThat(reading.act()).isEqualTo(DialogueAct.CORRECT);
    assertThat(reading.intent()).contains("stop_service");
  }

  @Test
  void doesNotCorrectWithWhatIsAnotherRequest() {
    for (var text :
        List.of(
            "what's the load on web-01?",
            "actually show the load on web-01",
            "restart nginx on web-02")) {
      assertThat(Estate.read(text, Estate.confirming()).act())
          .as(text)
          .isEqualTo(DialogueAct.INFORM);
    }
  }

  @Test
  void readsHelpGreetingsAndThanks() {
    var soft = new SoftAssertions();
    for (var text :
        List.of(
            "help",
            "Help!",
            "what can you do?",
            "what can you do for me",
            "help me please",
            "commands",
            "how does this work?",
            "hi, what can you do?")) {
      soft.assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.HELP);
    }
    for (var text :
        List.of(
            "how do i restart a service",
            "how can i see the load?",
            "how to stop nginx",
            "tell me how to reload haproxy")) {
      soft.assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.HELP);
      soft.assertThat(Estate.read(text).bare()).as(text).isFalse();
      soft.assertThat(Estate.read(text).intent()).as(text).isEmpty();
    }
    for (var text :
        List.of("hi", "hello!", "good morning", "hey parley", "hi there, how are you?", "👋")) {
      soft.assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.GREET);
    }
    for (var text :
        List.of(
            "thanks",
            "thank you!",
            "cheers",
            "ok thanks",
            "great, thanks a lot",
            "thx",
            "perfect, thank you")) {
      soft.assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.THANK);
    }
    for (var text :
        List.of(
            "who am i",
            "Who am I?",
            "whoami",
            "what may i do",
            "what am i allowed to do?",
            "which roles do i have",
            "may i restart apache?",
            "am i allowed to stop nginx")) {
      soft.assertThat(Estate.read(text).act()).as(text).isEqualTo(DialogueAct.WHO_AM_I);
    }
    soft.assertAll();
  }

  @Test
  void asksForSomethingBehindAGreeting() {
    for (var text :
        List.of(
            "hi, restart apache on web-01",
            "thanks, now restart apache on web-01",
            "good morning team, please restart apache",
            "ok, restart apache on web-01",
            "hello parley! restart apache. thanks a lot",
            "yes hello, restart apache",
            "can you help me restart apache")) {
      var reading = Estate.read(text);
      assertThat(reading.act()).as(text).isEqualTo(DialogueAct.INFORM);
      assertThat(reading.intent()).as(text).contains("restart_service");
    }
  }

  private static List<String> values(Interpretation reading) {
    return reading.entities().stream()
        .flatMap(e -> e.values().stream())
        .map(v -> v.canonical())
        .toList();
  }

  private static void assertAct(
      String text, Expectation expectation, DialogueAct act, boolean bare) {
    var reading = Estate.read(text, expectation);
    assertThat(reading.act()).as(text).isEqualTo(act);
    assertThat(reading.bare()).as(text).isEqualTo(bare);
    assertThat(reading.objection()).as(text).isNull();
  }
}
