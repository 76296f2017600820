package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.Link.Change;
import dev.parley.understanding.Link.Pointer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpsTest {
  @ParameterizedTest
  @CsvSource({
    "also web-03, ADD, web-03",
    "and web-03 too, ADD, web-03",
    "not web-01, REMOVE, web-01",
    "leave out web-01, REMOVE, web-01",
    "'no, web-02', REPLACE, web-02",
    "i meant web-02, REPLACE, web-02",
    "'yes but on web-02', REPLACE, web-02"
  })
  void changesThePendingRequest(String text, Change change, String value) {
    var reading = pending("restart_service", text, "service", "apache", "host", "web-01");
    assertThat(reading.link().change()).isEqualTo(change);
    assertThat(values(reading)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes, but run it on web-02", "do it on web-02", "ok but web-02"})
  void changesWhatAYesIsFor(String text) {
    var reading = pending("restart_service", text, "service", "apache", "host", "web-01");
    assertThat(reading.intent()).isEmpty();
    assertThat(values(reading)).containsExactly("web-02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"now after all", "yes, right away", "actually do it now", "without the delay"})
  void doesAtOnceWhatWasToBeDoneLater(String text) {
    var reading = pending("reboot_host", text, "host", "web-01", "when", "PT2H");
    assertThat(reading.link().change()).isEqualTo(Change.REMOVE);
    assertThat(reading.entities().get(0).slot()).isEqualTo("when");
    assertThat(pending("reboot_host", text, "host", "web-01").link().change())
        .isNotEqualTo(Change.REMOVE);
  }

  @ParameterizedTest
  @CsvSource({
    "make it 45 minutes, PT45M",
    "two hours, PT2H",
    "'no, tomorrow', 2026-11-21T02:00:00Z",
    "make it 5 am, 2026-11-23T04:00:00Z",
    "'no, on tuesday', 2026-11-24T02:00:00Z"
  })
  void keepsOfATimeWhatIsNotSpokenOf(String text, String value) {
    var reading = pending("reboot_host", text, "host", "web-01", "when", "2026-11-23T02:00:00Z");
    assertThat(values(reading)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({
    "scale_application, scale billing in staging to 5 or 7 replicas, 'billing,5,7'",
    "assign_ticket, assign OPS-7 to lena or omar, 'OPS-7,lena,omar'",
    "maintenance_mode, turn maintenance mode on or off for shop, 'on,off,shop'",
    "extend_trial, extend the trial of acme by 10 or 20 days, 'acme,10,20'",
    "tail_logs, the last 50 or so lines of nginx on web-01, '50,nginx,web-01'"
  })
  void hearsBothOfAChoice(String intent, String text, String all) {
    assertThat(values(Shipped.read(intent, text))).containsExactlyInAnyOrder(all.split(","));
  }

  @Test
  void leavesOpenWhichOfTwoHostsIsMeant() {
    var reading = Shipped.read("restart_service", "restart nginx on web-01 or web-02");
    var host = reading.entities().stream().filter(e -> e.candidates().size() == 2).findFirst();
    assertThat(host.orElseThrow().values()).hasSize(2);
  }

  @Test
  void asksTheSameOfEachPair() {
    var reading = Shipped.read("restart_service", "restart apache on web-01 and nginx on web-02");
    assertThat(values(reading)).containsExactly("apache", "web-01");
    assertThat(reading.further()).hasSize(1);
    assertThat(
            reading.further().get(0).entities().stream()
                .flatMap(e -> e.values().stream())
                .map(SlotValue::canonical))
        .containsExactly("nginx", "web-02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fix nginx on web-01", "can you do something about web-01", "sort out web-01"})
  void offersWhatComesNearWhereTheVerbSaysNothing(String text) {
    var reading = Shipped.read("restart_service", text);
    assertThat(reading.zone()).isEqualTo(Zone.OFFER);
    assertThat(reading.intent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"should we restart nginx on web-01?", "is it safe to restart nginx"})
  void startsNothingWhereAdviceIsAskedFor(String text) {
    assertThat(Shipped.read("restart_service", text).zone()).isEqualTo(Zone.DECLINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"do we need to restart nginx on web-01?", "is it time to restart nginx"})
  void offersWhatIsOnlyWonderedAbout(String text) {
    assertThat(Shipped.read("restart_service", text).zone()).isEqualTo(Zone.OFFER);
    assertThat(Shipped.read("host_uptime", "do we need to look at web-01").zone())
        .isEqualTo(Zone.ACT);
  }

  @Test
  void takesAwayOnlyWhatIsThere() {
    var reading = pending("restart_service", "not db-02", "service", "apache", "host", "web-01");
    assertThat(reading.link().change()).isNotEqualTo(Change.REMOVE);
  }

  @ParameterizedTest
  @CsvSource({
    "make it 5, 5",
    "no wait make it 7, 7",
    "production, production",
    "make it production, production"
  })
  void findsTheSlotByTheFormOfTheValue(String text, String value) {
    var reading =
        pending(
            "scale_application",
            text,
            "application",
            "billing",
            "replicas",
            "3",
            "environment",
            "staging");
    assertThat(values(reading)).containsExactly(value);
  }

  @Test
  void findsTheSlotByTheValueThatIsTakenBack() {
    var reading =
        pending("extend_trial", "i meant initech, not globex", "customer", "globex", "days", "10");
    assertThat(reading.entities()).hasSize(1);
    assertThat(reading.entities().get(0).slot()).isEqualTo("customer");
    assertThat(values(reading)).containsExactly("initech");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not payments", "use platform", "checkout fails, not payments"})
  void isTheTextThatIsAskedForUnlessAnotherSlotIsMeant(String text) {
    assertThat(Shipped.read("page_on_call", text, message()).link().change())
        .isEqualTo(Change.REPLACE);
    assertThat(values(Shipped.read("page_on_call", text, message()))).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same on web-02", "and web-02?", "what about web-02", "web-02 too"})
  void repeatsTheLastRequestWithAnotherValue(String text) {
    var reading = after("restart_service", text, "service", "nginx", "host", "web-01");
    assertThat(reading.link().alike()).isTrue();
    assertThat(values(reading)).containsExactly("web-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web-02", "thanks", "and then?", "same old story", "also, who are you"})
  void repeatsNothingWhereNothingSaysSo(String text) {
    var reading = after("restart_service", text, "service", "nginx", "host", "web-01");
    assertThat(reading.link().alike()).isFalse();
  }

  @Test
  void pointsAtWhatWasSaidBefore() {
    assertThat(pointers("restart it")).containsExactly(Pointer.IT);
    assertThat(pointers("restart nginx there")).containsExactly(Pointer.THERE);
    assertThat(pointers("reboot that host")).containsExactly(Pointer.THAT_HOST);
    assertThat(pointers("stop that service")).containsExactly(Pointer.THAT_SERVICE);
    assertThat(pointers("show the load of both")).containsExactly(Pointer.THEM);
    assertThat(pointers("and the uptime?")).containsExactly(Pointer.IT);
  }

  @Test
  void pointsAtNothingWithAnEmptyIt() {
    assertThat(pointers("it's slow, restart nginx")).isEmpty();
    assertThat(pointers("is there a problem on web-01")).isEmpty();
    assertThat(pointers("restart nginx on web-01")).isEmpty();
  }

  private static Expectation message() {
    var page = Shipped.CATALOG.get("page_on_call");
    var said = request("page_on_call", "team", "payments");
    return new Expectation(page, page.slot("message").orElseThrow(), List.of(), false, said, null);
  }

  private static java.util.Set<Pointer> pointers(String text) {
    return Pointers.in(Line.of(text));
  }

  private static Interpretation pending(String intent, String text, String... slots) {
    var of = Shipped.CATALOG.get(intent);
    return Shipped.read(
        intent, text, new Expectation(of, null, List.of(), true, request(intent, slots), null));
  }

  private static Interpretation after(String intent, String text, String... slots) {
    var topic = new Topic(Shipped.CATALOG.get(intent), request(intent, slots));
    return Shipped.read(intent, text, new Expectation(null, null, List.of(), false, null, topic));
  }

  private static ActionRequest request(String intent, String... slots) {
    var request = ActionRequest.of(intent);
    for (int i = 0; i < slots.length; i += 2) {
      request = request.with(slots[i], List.of(SlotValue.of(slots[i + 1], slots[i + 1])));
    }
    return request;
  }

  private static List<String> values(Interpretation reading) {
    return reading.entities().stream()
        .flatMap(entity -> entity.values().stream())
        .map(SlotValue::canonical)
        .toList();
  }
}
