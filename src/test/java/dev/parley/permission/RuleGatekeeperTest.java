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
import dev.parley.intent.Proposal;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleGatekeeperTest {
  private static final String PEOPLE =
      """
      people:
        jason: {accounts: {os: jason}, roles: [operator]}
        maria: {accounts: {os: maria, slack: [U1, U2]}, roles: [operator], zone: Asia/Tokyo}
        vera: {accounts: {os: vera}, roles: [viewer]}
        bot: {accounts: {api: "17"}, roles: []}
      roles:
        viewer: {guest: true}
        operator: {includes: [viewer]}
      """;
  private static final Intent STATUS = intent("service_status", Risk.LOW, null, service());
  private static final Intent RESTART =
      intent("restart_service", Risk.HIGH, null, service(), slot("host", SlotType.HOST, true));
  private static final Intent DEPLOY =
      intent(
          "deploy",
          Risk.HIGH,
          "operator",
          slot("environment", SlotType.ENVIRONMENT, true),
          slot("host", SlotType.HOST, false));
  private static final IntentCatalog CATALOG = new IntentCatalog(List.of(STATUS, RESTART, DEPLOY));
  private static final ConversationId TERMINAL = new ConversationId("terminal", "1");

  @TempDir Path home;
  private Instant now = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void deniesWhatNoRuleAllows() throws IOException {
    assertThat(denied("", "jason", RESTART, Risk.HIGH))
        .isEqualTo(
            "You may not restart service: no rule of permissions.yml allows it. Nobody who is named"
                + " there could.");
    assertThat(denied("  - {role: operator, intents: \"*\"}\n", "nobody", STATUS, Risk.LOW))
        .isEqualTo(
            "You may not service status: permissions.yml does not know your account and allows"
                + " guests nothing. jason or maria could.");
  }

  @Test
  void namesTheRuleAndWhoCould() throws IOException {
    var rules =
        """
          - {role: operator, intents: "*"}
          - {role: viewer, risk: low}
        """;
    assertThat(judge(rules, "jason", RESTART, Risk.HIGH))
        .isEqualTo(new Allowed("permissions.yml:10"));
    assertThat(judge(rules, "stranger", STATUS, Risk.LOW))
        .isEqualTo(new Allowed("permissions.yml:11"));
    assertThat(judge(rules, "vera", RESTART, Risk.HIGH))
        .isEqualTo(
            new Denied(
                "permissions.yml:11",
                "You may not restart service: permissions.yml:11 allows the role viewer low-risk"
                    + " requests only. jason or maria could."));
  }

  @Test
  void theFirstRuleThatMatchesDecides() throws IOException {
    var rules =
        """
          - {role: operator, intents: [restart_service], allow: false}
          - {role: operator, intents: "*"}
        """;
    assertThat(denied(rules, "jason", RESTART, Risk.HIGH))
        .contains("permissions.yml:10 forbids it to the role operator");
    assertThat(judge(rules, "jason", STATUS, Risk.LOW)).isInstanceOf(Allowed.class);
  }

  @Test
  void intentsAreNamesPatternsOrRisks() throws IOException {
    assertThat(denied("  - {role: \"*\", intents: [\"*_status\"]}\n", "vera", RESTART, Risk.HIGH))
        .contains("permissions.yml:10 allows everybody only *_status");
    assertThat(judge("  - {person: vera, intents: [high]}\n", "vera", RESTART, Risk.HIGH))
        .isInstanceOf(Allowed.class);
    assertThat(denied("  - {person: vera, intents: [high]}\n", "vera", RESTART, Risk.CRITICAL))
        .contains("allows vera only requests of high risk");
    assertThat(denied("  - {person: vera, intents: [high]}\n", "jason", RESTART, Risk.HIGH))
        .contains("no rule of permissions.yml allows it. vera could");
  }

  @Test
  void anAllowingRuleNeedsEveryValueToFit() throws IOException {
    var rules = "  - {role: operator, values: {environment: [stage]}}\n";
    var none = ActionRequest.of("deploy");
    assertThat(judge(rules, "jason", DEPLOY, none)).isInstanceOf(Allowed.class);
    assertThat(judge(rules, "jason", DEPLOY, to("staging"))).isInstanceOf(Allowed.class);
    assertThat(judge(rules, "jason", DEPLOY, to("production")))
        .isEqualTo(
            new Denied(
                "permissions.yml:10",
                "You may not deploy: permissions.yml:10 allows the role operator this only for"
                    + " environment staging. Nobody who is named there could."));
    assertThat(judge(rules, "jason", DEPLOY, to("staging", "production")))
        .isInstanceOf(Denied.class);
    assertThat(judge(rules, "jason", RESTART, Risk.HIGH)).isInstanceOf(Denied.class);
  }

  @Test
  void anOptionalSlotWithoutAValueDoesNotFit() throws IOException {
    var rules = "  - {role: operator, values: {host: [\"web-*\"]}}\n";
    assertThat(judge(rules, "jason", DEPLOY, to("staging"))).isInstanceOf(Denied.class);
    var web = to("staging").with("host", List.of(SlotValue.of("web-01", "web-01")));
    assertThat(judge(rules, "jason", DEPLOY, web)).isInstanceOf(Allowed.class);
  }

  @Test
  void aDenyingRuleNeedsOneValueToFit() throws IOException {
    var rules =
        """
          - {role: operator, values: {environment: [prod]}, allow: false}
          - {role: operator}
        """;
    assertThat(judge(rules, "jason", DEPLOY, ActionRequest.of("deploy")))
        .isInstanceOf(Allowed.class);
    assertThat(judge(rules, "jason", DEPLOY, to("staging", "production")))
        .isInstanceOf(Denied.class);
  }

  @Test
  void channelsAndHoursLimit() throws IOException {
    assertThat(
            denied(
                "  - {role: operator, channels: [slack, \"irc:ops\"]}\n",
                "jason",
                RESTART,
                Risk.HIGH))
        .contains("permissions.yml:10 allows the role operator this only in slack or irc:ops");
    var hours = "  - {role: operator, hours: \"09:00-17:00\"}\n";
    assertThat(denied(hours, "maria", RESTART, Risk.HIGH))
        .contains("allows the role operator this only between 09:00 and 17:00");
    now = Instant.parse("2026-01-05T01:00:00Z");
    assertThat(judge(hours, "maria", RESTART, Risk.HIGH)).isInstanceOf(Allowed.class);
    var night = "  - {person: maria, hours: \"22:00-06:00\"}\n";
    assertThat(judge(night, "maria", RESTART, Risk.HIGH)).isInstanceOf(Denied.class);
    now = Instant.parse("2026-01-05T20:59:59Z");
    assertThat(judge(night, "maria", RESTART, Risk.HIGH)).isInstanceOf(Allowed.class);
    now = Instant.parse("2026-01-05T21:00:00Z");
    assertThat(judge(night, "maria", RESTART, Risk.HIGH)).isInstanceOf(Denied.class);
  }

  @Test
  void daysLimitAndANightBelongsToTheDayOnWhichItBegins() throws IOException {
    var weekdays = "  - {role: operator, days: [mon-fri], hours: \"22:00-06:00\"}\n";
    var zoned = "  - {person: maria, days: [mon-fri], hours: \"22:00-06:00\"}\n";
    now = Instant.parse("2026-01-09T20:00:00Z"); // Saturday 05:00 in Tokyo
    assertThat(judge(zoned, "maria", RESTART, Risk.HIGH)).isInstanceOf(Allowed.class);
    now = Instant.parse("2026-01-11T20:00:00Z"); // Monday 05:00 in Tokyo
    assertThat(judge(zoned, "maria", RESTART, Risk.HIGH)).isInstanceOf(Denied.class);
    assertThat(denied(weekdays, "maria", RESTART, Risk.HIGH))
        .contains(
            "this only between 22:00 and 06:00 on Monday, Tuesday, Wednesday, Thursday, Friday");
  }

  @Test
  void aValueMayNameAGroupOfHosts() throws IOException {
    var rules = "  - {role: operator, values: {host: [web]}}\n";
    assertThat(judge(rules, "jason", RESTART, on("web-02"))).isInstanceOf(Allowed.class);
    assertThat(judge(rules, "jason", RESTART, on("cache-01"))).isInstanceOf(Denied.class);
    assertThat(judge(rules, "jason", RESTART, on("web-02", "cache-01"))).isInstanceOf(Denied.class);
    var denies =
        "  - {role: operator, values: {host: [web]}, allow: false}\n  - {role: operator}\n";
    assertThat(judge(denies, "jason", RESTART, on("cache-01", "web-03")))
        .isInstanceOf(Denied.class);
    assertThat(judge(denies, "jason", RESTART, on("cache-01"))).isInstanceOf(Allowed.class);
  }

  @Test
  void aRuleMayAskForAOneTimePassword() throws IOException {
    var rules = "  - {role: operator, intents: [deploy], otp: true}\n  - {role: operator}\n";
    assertThat(judge(rules, "jason", DEPLOY, to("staging")))
        .isEqualTo(new Allowed("permissions.yml:10", true, List.of()));
    assertThat(judge(rules, "jason", RESTART, Risk.HIGH))
        .isEqualTo(new Allowed("permissions.yml:11"));
  }

  @Test
  void theIntentsOwnRoleIsNeededBesides() throws IOException {
    assertThat(judge("  - {role: \"*\"}\n", "vera", DEPLOY, to("staging")))
        .isEqualTo(
            new Denied(
                "the permission of deploy",
                "You may not deploy: deploy needs the role operator. jason or maria could."));
  }

  @Test
  void permitsOnlyWhatIsCompleteAndStillAllowed() throws IOException {
    var gatekeeper = gatekeeper("  - {role: operator}\n");
    assertThat(permitted(gatekeeper, "jason", to("staging"))).isTrue();
    assertThat(permitted(gatekeeper, "vera", to("staging"))).isFalse();
    assertThat(permitted(gatekeeper, "jason", ActionRequest.of("deploy"))).isFalse();
    var unknown =
        ActionRequest.of("deploy").with("environment", List.of(SlotValue.unknown("stagign")));
    assertThat(permitted(gatekeeper, "jason", unknown)).isFalse();
  }

  @Test
  void neverPermitsWhatIsOnlyToBeShown() throws IOException {
    var gatekeeper = gatekeeper("  - {role: operator}\n");
    assertThat(permitted(gatekeeper, "jason", to("staging").asked(Manner.DRY))).isFalse();
  }

  @Test
  void reportsEveryProblemAndThenAllowsNothing() throws IOException {
    var file = home.resolve("permissions.yml");
    Files.writeString(
        file,
        """
        people:
          jason: {accounts: {os: jason, parley: x}, roles: [operatr], zone: Mars}
          maria: {accounts: {os: jason}, rolls: []}
        roles: {operator: {includes: [admin]}, admin: {includes: [operator]}}
        rules:
          - {role: operater, intents: [restart_servce], risk: hihg}
          - {intents: "*"}
          - {person: jasn, hours: all day, values: {enviroment: [x], environment: [prd]}}
          - allow: maybe
        """);
    var result = PermissionsReader.read(file, CATALOG, new EntityResolver(SmallEstate.inventory()));
    assertThat(result.permissions().rules()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::toString)
        .contains(
            "permissions.yml:2: The platform parley is the assistant's own. Remove it; a name needs"
                + " no account.",
            "permissions.yml:2: There is no role operatr. Did you mean operator?",
            "permissions.yml:2: There is no time zone Mars. Write e.g. Europe/Berlin.",
            "permissions.yml:3: This account is jason's already. An account belongs to one person;"
                + " remove one of the two.",
            "permissions.yml:3: There is no key rolls here. Did you mean roles?",
            "permissions.yml:4: The role admin would include itself. Remove it from includes.",
            "permissions.yml:6: There is no role operater. Did you mean operator?",
            "permissions.yml:6: There is no intent restart_servce. Did you mean restart_service?",
            "permissions.yml:6: There is no risk hihg. Did you mean high?",
            "permissions.yml:7: The rule does not say whom it allows. Write role: …, or role:"
                + " \"*\".",
            "permissions.yml:8: There is no person jasn. Did you mean jason?",
            "permissions.yml:8: all day are no hours. Write e.g. \"09:00-17:00\".",
            "permissions.yml:8: No intent has a slot enviroment. Did you mean environment?",
            "permissions.yml:9: Allow must be true or false. Write true or false.")
        .anyMatch(p -> p.startsWith("permissions.yml:8: There is no environment prd."));
  }

  @Test
  void theDemoLetsEverybodyLookAndItsTwoPeopleAct() throws IOException {
    var result =
        PermissionsReader.read(
            Path.of("permissions.yml"), CATALOG, new EntityResolver(SmallEstate.inventory()));
    assertThat(result.problems()).isEmpty();
    var gatekeeper =
        new RuleGatekeeper(result.permissions(), result.people(), Clock.fixed(now, ZoneOffset.UTC));
    for (var name : List.of("jason", "maria")) {
      var person = result.people().identify(Speaker.of("os", name));
      assertThat(person.roles())
          .containsExactlyInAnyOrder("admin", "operator", "approver", "viewer");
      assertThat(gatekeeper.judge(person, DEPLOY, to("production"), Risk.CRITICAL, TERMINAL))
          .isInstanceOf(Allowed.class);
    }
    var guest = result.people().identify(Speaker.of("os", "eve"));
    var request = ActionRequest.of("service_status");
    assertThat(gatekeeper.judge(guest, STATUS, request, Risk.LOW, TERMINAL))
        .isInstanceOf(Allowed.class);
    assertThat(gatekeeper.judge(guest, RESTART, request, Risk.HIGH, TERMINAL))
        .isInstanceOfSatisfying(
            Denied.class,
            d ->
                assertThat(d.explanation())
                    .endsWith("low-risk requests only. jason or maria could."));
  }

  private boolean permitted(Gatekeeper gatekeeper, String name, ActionRequest request)
      throws IOException {
    var person = read("").people().identify(Speaker.of("os", name));
    var proposal = new Proposal(request, Risk.HIGH, "f", List.of(), List.of(), List.of());
    return gatekeeper.permit("e1", person, DEPLOY, proposal, TERMINAL, null).isPresent();
  }

  private String denied(String rules, String name, Intent intent, Risk risk) throws IOException {
    var decision = judge(rules, name, intent, risk);
    assertThat(decision).isInstanceOf(Denied.class);
    return ((Denied) decision).explanation();
  }

  private Decision judge(String rules, String name, Intent intent, Risk risk) throws IOException {
    var person = read(rules).people().identify(Speaker.of("os", name));
    return gatekeeper(rules).judge(person, intent, ActionRequest.of(intent.name()), risk, TERMINAL);
  }

  private Decision judge(String rules, String name, Intent intent, ActionRequest request)
      throws IOException {
    var person = read(rules).people().identify(Speaker.of("os", name));
    return gatekeeper(rules).judge(person, intent, request, Risk.HIGH, TERMINAL);
  }

  @Test
  void aRightOverTheAssistantHasToBeNamed() throws IOException {
    assertThat(mayReview("", "jason")).isFalse();
    assertThat(mayReview("  - {role: operator, intents: \"*\"}\n", "jason")).isFalse();
    assertThat(mayReview("  - {role: operator}\n", "jason")).isFalse();
    assertThat(mayReview("  - {role: operator, intents: [teach]}\n", "jason")).isFalse();
    assertThat(mayReview("  - {role: operator, intents: [review], otp: true}\n", "jason"))
        .isFalse();
    assertThat(mayReview("  - {role: operator, intents: [review], channels: [slack]}\n", "jason"))
        .isFalse();
    var named = "  - {role: operator, intents: [review, teach]}\n";
    assertThat(mayReview(named, "jason")).isTrue();
    assertThat(mayReview(named, "vera")).isFalse();
    assertThat(mayReview(named, "stranger")).isFalse();
    assertThat(mayReview("  - {person: jason, intents: review, allow: false}\n" + named, "jason"))
        .isFalse();
  }

  private boolean mayReview(String rules, String name) throws IOException {
    var person = read(rules).people().identify(Speaker.of("os", name));
    return gatekeeper(rules).judge(person, Right.REVIEW, TERMINAL) instanceof Allowed;
  }

  private Gatekeeper gatekeeper(String rules) throws IOException {
    var result = read(rules);
    return new RuleGatekeeper(
        result.permissions(), result.people(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private PermissionsReader.Result read(String rules) throws IOException {
    var file = home.resolve("permissions.yml");
    Files.writeString(file, PEOPLE + "rules:\n" + rules);
    var result = PermissionsReader.read(file, CATALOG, new EntityResolver(SmallEstate.inventory()));
    assertThat(result.problems()).isEmpty();
    return result;
  }

  private static ActionRequest to(String... environments) {
    var values = Arrays.stream(environments).map(e -> SlotValue.of(e, e)).toList();
    return ActionRequest.of("deploy").with("environment", values);
  }

  private static ActionRequest on(String... hosts) {
    var values = Arrays.stream(hosts).map(h -> SlotValue.of(h, h)).toList();
    return ActionRequest.of("restart_service").with("host", values);
  }

  private static Slot service() {
    return slot("service", SlotType.SERVICE, true);
  }

  private static Slot slot(String name, SlotType type, boolean required) {
    return new Slot(name, type, required, true, "Which?", null);
  }

  private static Intent intent(String name, Risk risk, @Nullable String permission, Slot... slots) {
    return new Intent(
        name,
        name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + name.substring(1).replace('_', ' '),
        List.of(new RiskRule(Map.of(), risk)),
        permission,
        false,
        List.of(slots),
        new ActionSpec.Lookup("hosts"),
        Map.of(),
        "1");
  }
}
