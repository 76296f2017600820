package dev.parley.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Manner;
import dev.parley.intent.Problem;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.SmallEstate;
import dev.parley.permission.Decision.Allowed;
import dev.parley.permission.Decision.Denied;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times in which something must wait, whoever may do it otherwise. */
class FreezeTest {
  private static final String WHO =
      """
      people:
        jason: {accounts: {os: jason}, roles: [operator], zone: UTC}
        maria: {accounts: {os: maria}, roles: [operator, lead], zone: UTC}
      roles: {operator: {}, lead: {}}
      rules:
        - {role: operator}
      freezes:
      """;
  private static final Intent DEPLOY = intent("deploy", Risk.HIGH);
  private static final Intent UPTIME = intent("host_uptime", Risk.LOW);
  private static final IntentCatalog CATALOG = new IntentCatalog(List.of(DEPLOY, UPTIME));

  /** A Friday. */
  private Instant now = Instant.parse("2026-12-25T12:00:00Z");

  @TempDir Path home;

  private static final String HOLIDAYS =
      """
        - name: holidays
          intents: [deploy]
          values: {environment: [prod]}
          from: 2026-12-20
          until: "2027-01-04 08:00"
          zone: UTC
          reason: nobody is around
          override: [lead]
      """;

  @Test
  void refusesWithItsNameItsLineItsEndAndItsReason() {
    assertThat(judge(HOLIDAYS, "jason", DEPLOY, to("production")))
        .isEqualTo(
            new Denied(
                "permissions.yml:8",
                "You may not deploy now: the freeze \"holidays\" (permissions.yml:8) holds until Mon"
                    + " 4 Jan 2027 08:00 UTC (nobody is around).",
                false));
  }

  @Test
  void isAboutItsValuesIntentsAndTimeOnly() {
    assertThat(judge(HOLIDAYS, "jason", DEPLOY, to("staging"))).isInstanceOf(Allowed.class);
    assertThat(judge(HOLIDAYS, "jason", DEPLOY, ActionRequest.of("deploy")))
        .isInstanceOf(Allowed.class);
    assertThat(judge(HOLIDAYS, "jason", UPTIME, ActionRequest.of("host_uptime")))
        .isInstanceOf(Allowed.class);
    now = Instant.parse("2027-01-04T08:00:00Z");
    assertThat(judge(HOLIDAYS, "jason", DEPLOY, to("production"))).isInstanceOf(Allowed.class);
    now = Instant.parse("2026-12-19T23:59:59Z");
    assertThat(judge(HOLIDAYS, "jason", DEPLOY, to("production"))).isInstanceOf(Allowed.class);
  }

  @Test
  void whatOnlyReadsGoesOnWhereNoIntentIsNamed() {
    var weekend = "  - {name: weekend, days: [fri-sun], hours: \"10:00-24:00\", zone: UTC}\n";
    assertThat(judge(weekend, "jason", UPTIME, ActionRequest.of("host_uptime")))
        .isInstanceOf(Allowed.class);
    assertThat(judge(weekend, "jason", DEPLOY, to("staging")))
        .isInstanceOfSatisfying(
            Denied.class,
            denied ->
                assertThat(denied.explanation()).contains("holds until Sat 26 Dec 2026 00:00 UTC"));
  }

  @Test
  void daysWithoutHoursEndWhenTheLastOfThemDoes() {
    var weekend = "  - {name: weekend, days: [fri, sat, sun], zone: UTC}\n";
    assertThat(judge(weekend, "jason", DEPLOY, to("staging")))
        .isInstanceOfSatisfying(
            Denied.class,
            denied ->
                assertThat(denied.explanation()).contains("holds until Mon 28 Dec 2026 00:00 UTC"));
  }

  @Test
  void aRoleMayOverrideItWithAReasonAndNobodyElse() {
    assertThat(judge(HOLIDAYS, "maria", DEPLOY, to("production")))
        .isInstanceOfSatisfying(Denied.class, denied -> assertThat(denied.overridable()).isTrue());
    var pressing = to("production").asked(new Manner(false, "the fix for INC-1"));
    assertThat(judge(HOLIDAYS, "maria", DEPLOY, pressing))
        .isEqualTo(
            new Allowed(
                "permissions.yml:6",
                false,
                List.of("the freeze \"holidays\" (permissions.yml:8)")));
    assertThat(judge(HOLIDAYS, "jason", DEPLOY, pressing)).isInstanceOf(Denied.class);
    var both = HOLIDAYS + "  - {name: audit, days: [fri]}\n";
    assertThat(judge(both, "maria", DEPLOY, pressing)).isInstanceOf(Denied.class);
  }

  @Test
  void isExplainedRuleByRule() {
    var result = read(HOLIDAYS);
    var jason = result.people().identify(Speaker.of("os", "jason"));
    var explained =
        new RuleGatekeeper(result.permissions(), result.people(), Clock.fixed(now, ZoneOffset.UTC))
            .explain(jason, DEPLOY, to("production"), new ConversationId("terminal", "1"));
    assertThat(explained.allowed()).isFalse();
    assertThat(explained.lines())
        .hasSize(3)
        .contains("permissions.yml:6: allows it, and is the first that matches.")
        .element(1)
        .asString()
        .contains("permissions.yml:8", "holds until");
  }

  @Test
  void whatIsWrongWithItIsToldWithItsLine() throws IOException {
    var file = home.resolve("permissions.yml");
    Files.writeString(
        file,
        WHO
            + """
                - {intents: [deploi], days: [someday], override: [leed]}
                - {name: never, from: tomorrow, until: 2026-01-01}
                - {name: backwards, from: 2026-02-01, until: 2026-01-01}
                - {name: timeless}
              """);
    var problems =
        PermissionsReader.read(file, CATALOG, new EntityResolver(SmallEstate.inventory()))
            .problems();
    assertThat(problems)
        .extracting(Problem::toString)
        .contains(
            "permissions.yml:8: The key name is missing. Write what people call it.",
            "permissions.yml:8: There is no intent deploi. Did you mean deploy?",
            "permissions.yml:8: someday is no day of the week. Write e.g. mon, or mon-fri.",
            "permissions.yml:8: There is no role leed. Did you mean lead?",
            "permissions.yml:9: tomorrow is no day and no time. Write e.g. 2026-12-20 or"
                + " \"2026-12-20 18:00\".",
            "permissions.yml:10: The freeze ends before it begins. Write a later until.",
            "permissions.yml:11: The freeze does not say when. Write days, hours, from or until.");
  }

  private Decision judge(String freezes, String name, Intent intent, ActionRequest request) {
    var result = read(freezes);
    var person = result.people().identify(Speaker.of("os", name));
    return new RuleGatekeeper(
            result.permissions(), result.people(), Clock.fixed(now, ZoneOffset.UTC))
        .judge(person, intent, request, intent.risk(request), new ConversationId("terminal", "1"));
  }

  private PermissionsReader.Result read(String freezes) {
    try {
      var file = home.resolve("permissions.yml");
      Files.writeString(file, WHO + freezes);
      var resolver = new EntityResolver(SmallEstate.inventory());
      var result = PermissionsReader.read(file, CATALOG, resolver);
      assertThat(result.problems()).isEmpty();
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ActionRequest to(String environment) {
    var value = List.of(SlotValue.of(environment, environment));
    return ActionRequest.of("deploy").with("environment", value);
  }

  private static Intent intent(String name, Risk risk) {
    return new Intent(
        name,
        name,
        List.of(new RiskRule(Map.of(), risk)),
        null,
        false,
        List.of(new Slot("environment", SlotType.ENVIRONMENT, true, false, "Which?", null)),
        new ActionSpec.Lookup("hosts"),
        Map.of(),
        "1");
  }
}
