package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.Command.Malformed;
import dev.parley.command.Command.Understood;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.SmallEstate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
  private final CommandParser parser =
      new CommandParser(
          new IntentCatalog(
              List.of(
                  intent(
                      "restart_service",
                      slot("service", SlotType.SERVICE),
                      slot("host", SlotType.HOST)),
                  intent("check_port", slot("host", SlotType.HOST), slot("port", SlotType.PORT)),
                  intent(
                      "open_incident",
                      slot("title", SlotType.TEXT),
                      slot("path", SlotType.PATH),
                      slot("customer", SlotType.CUSTOMER)),
                  intent("list_hosts"),
                  intent("deploy", slot("application", SlotType.APPLICATION)))),
          new EntityResolver(SmallEstate.inventory()));

  @Test
  void readsSlotsInTheOrderInWhichTheyAreGiven() {
    var request = understood("restart_service host=web-01,WEB-02 service=httpd");
    assertThat(request.exactForm()).isEqualTo("restart_service host=web-01,web-02 service=apache");
    assertThat(request.values("service")).containsExactly(SlotValue.of("apache", "httpd"));
  }

  @Test
  void readsQuotedValues() {
    assertThat(
            understood("open_incident title=\"disk full \\\"now\\\", \\\\o/\"").canonical("title"))
        .containsExactly("disk full \"now\", \\o/");
    assertThat(understood("open_incident title='it\\s, really'").canonical("title"))
        .containsExactly("it\\s, really");
  }

  @Test
  void expandsGroupsAndNamesEachHostOnce() {
    assertThat(understood("restart_service host=web,web-01").canonical("host"))
        .containsExactly("web-01", "web-02", "web-03");
  }

  @Test
  void keepsAClosedValueThatDoesNotExistAsUnknown() {
    assertThat(understood("restart_service service=apache host=web-09").values("host"))
        .containsExactly(SlotValue.unknown("web-09"));
    assertThat(understood("restart_service host=web-01;reboot").values("host"))
        .containsExactly(SlotValue.unknown("web-01;reboot"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart apache",
        "",
        "   ",
        "yes",
        "deploy shop to production",
        "deploy 1.4",
        "=",
        "42",
        "note=x",
        "frobnicate_everything now=yes",
        "Restart_service"
      })
  void leavesProseAlone(String text) {
    assertThat(parser.parse(text)).isEmpty();
  }

  @Test
  void aNameAloneIsACommand() {
    assertThat(understood("list_hosts")).isEqualTo(ActionRequest.of("list_hosts"));
    assertThat(understood(" deploy ")).isEqualTo(ActionRequest.of("deploy"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "restart_servce service=apache|There is no intent restart_servce. Did you mean"
            + " restart_service?",
        "restart_service servce=apache|restart_service takes no servce. Did you mean service?",
        "restart_service reason=x|restart_service takes no reason. It takes service, host.",
        "list_hosts x=y|list_hosts takes no x. Write it alone.",
        "restart_service service=apache service=nginx|service is given twice. Write its values once,"
            + " with commas between them.",
        "restart_service apache|apache is no slot=value. Write each value as slot=value.",
        "restart_service service=apache && reboot|&& is no slot=value. Write each value as"
            + " slot=value.",
        "restart_service =apache|=apache is no slot=value. Write each value as slot=value.",
        "restart_service service=|service has an empty value. Write one, or leave the slot out.",
        "restart_service host=web-01,|host has an empty value. Write one, or leave the slot out.",
        "open_incident title=\"disk full|The quotation mark at the value of title is never closed."
            + " Close it.",
        "open_incident title=\"a\"b|After the quoted value stands b. Put a space or a comma between"
            + " them.",
        "check_port port=70000|port cannot be 70000. Write a whole number from 1 to 65535.",
        "restart_service host=--all|host cannot be --all. Write the name of a host.",
        "open_incident path=../../etc/passwd|path cannot be ../../etc/passwd. Write a path from the"
            + " root such as /var/log, without ..."
      })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(parser.parse(text))
        .get()
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\0b", "a\u200bb", "a\u202eb", "a\u2028b", "a\tb", "\u001b[2J"})
  void refusesLineBreaksAndHiddenCharacters(String value) {
    assertThat(parser.parse("open_incident title=\"" + value + "\""))
        .get()
        .isInstanceOf(Malformed.class);
  }

  @Test
  void readsBackEveryExactFormToTheSameRequest() {
    var random = new Random(7);
    var alphabet = " abcXYZ019\"'\\,=;|&$(){}[]<>*?!#~`^-_./:@%+äß你🙂“”‘’";
    for (int i = 0; i < 5_000; i++) {
      var text = random(random, alphabet);
      var title = SlotForms.canonical(SlotType.TEXT, text);
      var customer = SlotForms.canonical(SlotType.CUSTOMER, random(random, alphabet));
      var request =
          ActionRequest.of("open_incident")
              .with("title", title.map(t -> List.of(SlotValue.of(t, t))).orElse(List.of()))
              .with("customer", customer.map(c -> List.of(SlotValue.of(c, c))).orElse(List.of()));
      var back = understood(request.exactForm());
      assertThat(back.sameAs(request)).as("%s", request.exactForm()).isTrue();
      assertThat(back.exactForm()).isEqualTo(request.exactForm());
    }
  }

  private static String random(Random random, String alphabet) {
    var points = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private ActionRequest understood(String text) {
    var command = parser.parse(text).orElseThrow();
    assertThat(command).as(text).isInstanceOf(Understood.class);
    return ((Understood) command).request();
  }

  private static Slot slot(String name, SlotType type) {
    return new Slot(name, type, true, true, "Which " + name + "?", null);
  }

  private static Intent intent(String name, Slot... slots) {
    return new Intent(
        name,
        name,
        List.of(new RiskRule(Map.of(), Risk.LOW)),
        null,
        false,
        List.of(slots),
        new ActionSpec.Lookup("hosts"),
        Map.of(),
        "1");
  }
}
