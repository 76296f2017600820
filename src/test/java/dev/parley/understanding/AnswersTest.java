package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.Slot;
import dev.parley.intent.SlotValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the question that stands decides what a short message means. */
class AnswersTest {
  private static final String[] CHOICES = {"web-01", "web-02", "web-03"};

  @Test
  void readsHosts() {
    answers(Estate.HOST, "web-02", "web-02");
    answers(Estate.HOST, "Web-02!", "web-02");
    answers(Estate.HOST, "`web-02`", "web-02");
    answers(Estate.HOST, "on web-02 i think", "web-02");
    answers(Estate.HOST, "it's web-02", "web-02");
    answers(Estate.HOST, "web02 please", "web-02");
    answers(Estate.HOST, "192.168.0.25", "web-02");
    answers(Estate.HOST, "web-02 and web-03", "web-02", "web-03");
    answers(Estate.HOST, "web-02, web-03 & app-01", "web-02", "web-03", "app-01");
    answers(Estate.HOST, "every web box", "web-01", "web-02", "web-03");
    answers(Estate.HOST, "web", "web-01", "web-02", "web-03");
    answers(Estate.HOST, "the web servers please", "web-01", "web-02", "web-03");
    answers(Estate.HOST, "web-[01:02]", "web-01", "web-02");
    answers(Estate.HOST, "24", "web-01");
    answers(Estate.HOST, "yes, web-02", "web-02");
    answers(Estate.HOST, "no, web-02", "web-02");
  }

  @Test
  void readsServices() {
    answers(Estate.SERVICE, "apache please", "apache");
    answers(Estate.SERVICE, "httpd", "apache");
    answers(Estate.SERVICE, "the nginx service", "nginx");
    answers(Estate.SERVICE, "tomcat and jenkins", "tomcat", "jenkins");
    answers(Estate.SERVICE, "apach", "apache");
  }

  @Test
  void readsNumbersAndPaths() {
    answers(Estate.COUNT, "10", "10");
    answers(Estate.COUNT, "ten please", "10");
    answers(Estate.COUNT, "the top 5", "5");
    answers(Estate.COUNT, "about twenty", "20");
    answers(Estate.PATH, "/var/log", "/var/log");
    answers(Estate.PATH, "in /var please", "/var");
    assertThat(Estate.read("lots", Estate.asking(Estate.COUNT)).entities()).isEmpty();
    assertThat(Estate.read("99999", Estate.asking(Estate.COUNT)).entities()).isEmpty();
  }

  @Test
  void readsChoices() {
    chooses("the second one", "web-02");
    chooses("2", "web-02");
    chooses("number 3", "web-03");
    chooses("#1", "web-01");
    chooses("first", "web-01");
    chooses("the last one please", "web-03");
    chooses("web-02", "web-02");
    chooses("all of them", "web-01", "web-02", "web-03");
    chooses("all", "web-01", "web-02", "web-03");
    chooses("all three", "web-01", "web-02", "web-03");
    chooses("the first and the third", "web-01", "web-03");
    var both = Estate.read("both", Estate.asking(Estate.HOST, "web-01", "web-02"));
    assertThat(values(both)).containsExactly("web-01", "web-02");
    assertThat(values(Estate.read("both", Estate.asking(Estate.HOST, CHOICES)))).isEmpty();
    assertThat(values(Estate.read("either", Estate.asking(Estate.HOST, CHOICES)))).isEmpty();
  }

  @Test
  void choosesAmongIntents() {
    var offered =
        new Expectation(null, null, List.of("restart_service", "Does reload service"), false);
    assertThat(Estate.read("the first one", offered).intent()).contains("restart_service");
    assertThat(Estate.read("2", offered).intent()).contains("reload_service");
    assertThat(Estate.read("restart service", offered).intent()).contains("restart_service");
    assertThat(Estate.read("both", offered).intent()).isEmpty();
    assertThat(Estate.read("yes", offered).intent()).isEmpty();
  }

  @Test
  void keepsWhatDoesNotExistAsTyped() {
    unknown(Estate.HOST, "flurble", "flurble");
    unknown(Estate.HOST, "the flurble one please", "flurble");
    unknown(Estate.HOST, "10.9.9.9", "10.9.9.9");
    unknown(Estate.SERVICE, "flurbd", "flurbd");
    var near = Estate.read("web-99", Estate.asking(Estate.HOST)).entities().get(0);
    assertThat(near.values()).containsExactly(SlotValue.unknown("web-99"));
    assertThat(near.candidates()).contains("web-01");
  }

  @Test
  void takesNoAnswerForAValue() {
    for (var text :
        List.of(
            "dunno",
            "what?",
            "which ones are there?",
            "i don't know",
            "not sure",
            "whatever",
            "no idea",
            "any",
            "it",
            "the same",
            "hmm",
            "...",
            "you choose",
            "what do you mean",
            "can you list them",
            "all of them maybe?")) {
      assertThat(Estate.read(text, Estate.asking(Estate.HOST)).entities()).as(text).isEmpty();
      assertThat(Estate.read(text, Estate.asking(Estate.HOST)).intent()).as(text).isEmpty();
    }
  }

  @Test
  void readsAnotherRequestAsUsual() {
    var reading = Estate.read("what's the load on web-01?", Estate.asking(Estate.HOST));
    assertThat(reading.intent()).contains("cpu_load");
    assertThat(Estate.read("stop nginx on web-02", Estate.asking(Estate.SERVICE)).intent())
        .contains("stop_service");
  }

  @Test
  void keepsValuesOfOtherSlots() {
    var reading = Estate.read("nginx on web-02", Estate.asking(Estate.HOST));
    assertThat(values(reading)).containsExactly("nginx", "web-02");
    assertThat(values(Estate.read("apache please", Estate.asking(Estate.HOST))))
        .containsExactly("apache");
  }

  @Test
  void leavesOutWhatAnAnswerExcepts() {
    assertThat(values(Estate.read("all web hosts except web-03", Estate.asking(Estate.HOST))))
        .containsExactly("web-01", "web-02");
  }

  @Test
  void objectsToWhatItDoesNotUnderstandYet() {
    assertThat(objection("tomorrow")).isEqualTo(Objection.Kind.TIME);
    assertThat(objection("web-01; reboot")).isEqualTo(Objection.Kind.SHELL_SYNTAX);
    assertThat(objection("$(reboot)")).isEqualTo(Objection.Kind.SHELL_SYNTAX);
    assertThat(objection("--all")).isEqualTo(Objection.Kind.WRAPPED);
    assertThat(objection("web-01\nweb-02")).isEqualTo(Objection.Kind.MANY_LINES);
  }

  @Test
  void takesFreeTextAsItIs() {
    for (var text :
        List.of(
            "the disk was full; we cleaned it && rebooted",
            "nothing $(x)",
            "don't touch this host",
            "fix tomorrow",
            "is it plugged in?",
            "{\"a\": 1}",
            "user: hi",
            "no changes please",
            "restart apache")) {
      var reading = Estate.read(text, Estate.asking(Estate.NOTE));
      assertThat(values(reading)).as(text).containsExactly(text);
      assertThat(reading.objection()).as(text).isNull();
    }
  }

  @Test
  void takesNoFreeTextFromWhatIsSomethingElse() {
    var note = Estate.asking(Estate.NOTE);
    assertThat(Estate.read("cancel", note).act()).isEqualTo(DialogueAct.CANCEL);
    assertThat(Estate.read("no", note).act()).isEqualTo(DialogueAct.DENY);
    assertThat(Estate.read("help", note).act()).isEqualTo(DialogueAct.HELP);
    assertThat(Estate.read("i meant web-02, not web-01", note).act())
        .isEqualTo(DialogueAct.CORRECT);
    assertThat(Estate.read("what's the load on web-01?", note).intent()).contains("cpu_load");
    assertThat(Estate.read("wait, which host is that", note).entities()).isEmpty();
    assertThat(Estate.read("zero\u200bwidth", note).objection()).isNotNull();
  }

  private static Objection.Kind objection(String text) {
    var objection = Estate.read(text, Estate.asking(Estate.HOST)).objection();
    assertThat(objection).as(text).isNotNull();
    return objection.kind();
  }

  private static void answers(Slot slot, String text, String... values) {
    var reading = Estate.read(text, Estate.asking(slot));
    assertThat(values(reading)).as(text).containsExactly(values);
    assertThat(reading.entities()).as(text).allMatch(e -> slot.name().equals(e.slot()));
    assertThat(reading.intent()).as(text).isEmpty();
  }

  private static void chooses(String text, String... values) {
    assertThat(values(Estate.read(text, Estate.asking(Estate.HOST, CHOICES))))
        .as(text)
        .containsExactly(values);
  }

  private static void unknown(Slot slot, String text, String value) {
    var entities = Estate.read(text, Estate.asking(slot)).entities();
    assertThat(entities).as(text).hasSize(1);
    assertThat(entities.get(0).values()).as(text).containsExactly(SlotValue.unknown(value));
  }

  private static List<String> values(Interpretation reading) {
    return reading.entities().stream()
        .flatMap(e -> e.values().stream())
        .map(SlotValue::canonical)
        .toList();
  }
}
