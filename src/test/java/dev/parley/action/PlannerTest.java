package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.ssh.KnownHosts;
import dev.parley.action.ssh.SshAction;
import dev.parley.action.ssh.SshConnector;
import dev.parley.conversation.ConversationId;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Proposal.Target;
import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.person.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final SshAction SSH =
      new SshAction(
          new SshConnector(Endpoints.asListed(), new KnownHosts(Path.of("none"), List.of())),
          Path.of("target"));
  private static final Planner PLANNER =
      new Planner(
          new Actions(
              Map.of(
                  ActionSpec.Ssh.class, SSH,
                  ActionSpec.Connection.class, new ConnectionAction(false),
                  ActionSpec.Lookup.class, new LookupAction())));

  @Test
  void showsTheCommandAsItWouldRunAndWhere() {
    var proposal = propose(Samples.restart("apache", "web-01"));
    assertThat(proposal.preview()).containsExactly("sudo -n -- systemctl restart apache2");
    assertThat(proposal.targets()).containsExactly(new Target("web-01", "192.168.0.24"));
    assertThat(proposal.risk()).isEqualTo(Risk.HIGH);
    assertThat(proposal.warnings()).isEmpty();
  }

  @Test
  void aServiceWithoutAUnitIsItsOwnUnit() {
    assertThat(propose(Samples.restart("nginx", "web-01")).preview())
        .containsExactly("sudo -n -- systemctl restart nginx");
  }

  @Test
  void fansOutOverHostsAndGroups() {
    assertThat(propose(Samples.restart("apache", "web-01", "web-02")).targets()).hasSize(2);
    assertThat(propose(Samples.restart("apache", "web", "web-01")).targets())
        .extracting(Target::name)
        .containsExactly("web-01", "web-02");
  }

  @Test
  void rootAndHostsWithoutBecomeRunItWithoutSudo() {
    var root = new Host("web-01", "192.168.0.24", 22, "root", null, true);
    var plain = new Host("web-02", "192.168.0.25", 22, "deploy", null, false);
    var proposal =
        propose(
            Samples.restart(),
            Samples.restart("apache", "web"),
            Samples.estate(root, plain, Samples.host("web-03", "192.168.0.26")));
    assertThat(proposal.preview())
        .containsExactly(
            "web-01: systemctl restart apache2",
            "web-02: systemctl restart apache2",
            "web-03: sudo -n -- systemctl restart apache2");
  }

  @Test
  void warnsOfAServiceThatTheEstateDoesNotListThere() {
    assertThat(propose(Samples.restart("nginx", "db-01")).warnings())
        .containsExactly(
            "The estate does not list nginx on db-01; the host's own answer will decide.",
            "That is the only host of the group db.");
    assertThat(propose(Samples.restart("postgresql", "web", "db-01")).warnings())
        .containsExactly(
            "The estate does not list postgresql on web-01, web-02; the hosts' own answers will"
                + " decide.",
            "That is the only host of the group db.",
            "That is every host of the group web.");
  }

  @Test
  void tellsTheServicesOfACriticalTarget() {
    var any = Samples.intent("reboot", Risk.CRITICAL, Samples.ssh(true, "systemctl", "reboot"));
    var reboot =
        new Intent(
            any.name(),
            any.summary(),
            any.risks(),
            null,
            false,
            List.of(Samples.HOST),
            any.action(),
            Map.of(),
            "1");
    assertThat(propose(reboot, Samples.request("reboot", "host", "web-01"), Samples.estate()))
        .satisfies(
            proposal ->
                assertThat(proposal.warnings())
                    .containsExactly("These services are there: apache, nginx."));
  }

  @Test
  void whatOnlyReadsIsNotWarnedOf() {
    var uptime = Samples.intent("uptime", Risk.LOW, Samples.ssh(false, "uptime"));
    assertThat(propose(uptime, Samples.request("uptime", "host", "web"), Samples.estate()))
        .satisfies(proposal -> assertThat(proposal.warnings()).isEmpty());
  }

  @Test
  void anAbsentHostFallsBackToWhereTheServiceIs() {
    var host = new Slot("host", SlotType.HOST, false, true, "Where?", "{service.on}");
    var status = with(Samples.intent("status", Risk.LOW, Samples.ssh(false, "x")), host);
    var request = ActionRequest.of("status").with("service", Samples.values("apache"));
    assertThat(propose(status, request, Samples.estate()).targets())
        .extracting(Target::name)
        .containsExactly("web-01", "web-02");
  }

  @Test
  void aLiteralFallbackStandsIn() {
    var count = new Slot("count", SlotType.COUNT, false, false, "How many?", "10");
    var top = Samples.intent("top", Risk.LOW, Samples.ssh(false, "top", "-n", "{count}"), count);
    assertThat(propose(top, Samples.request("top", "host", "db-01"), Samples.estate()).preview())
        .containsExactly("top -n 10");
  }

  @Test
  void refusesWhatDoesNotExist() {
    assertUnplannable(
        Samples.restart("foo", "web-01"), "There is no service named foo; name one that exists.");
    assertUnplannable(
        Samples.restart("apache", "web-99"),
        "There is no host or group named web-99; name one of the inventory's.");
    assertUnplannable(
        Samples.restart("apache", "web-01; reboot"),
        "There is no host or group named web-01; reboot; name one of the inventory's.");
    assertUnplannable(
        Samples.restart("apache").with("host", List.of(SlotValue.unknown("web-01"))),
        "There is no host named web-01; name one that exists.");
  }

  @Test
  void refusesAnAttributeThatTheEstateDoesNotDeclare() {
    var logs = Samples.intent("logs", Risk.LOW, Samples.ssh(false, "tail", "{service.log}"));
    assertThatThrownBy(() -> propose(logs, Samples.restart("apache", "web-01"), Samples.estate()))
        .hasMessage("The estate declares no log for apache; add it in inventory/estate.yml.");
  }

  @Test
  void elevenHostsOfATwentyHostGroupRaiseTheRisk() {
    var all = IntStream.rangeClosed(1, 20).mapToObj(i -> "web-" + i).toList();
    var estate = Samples.estate(all.stream().map(n -> Samples.host(n, n)).toArray(Host[]::new));
    assertThat(risk(all.subList(0, 10), estate)).isEqualTo(Risk.HIGH);
    assertThat(risk(all.subList(0, 11), estate)).isEqualTo(Risk.CRITICAL);
  }

  @Test
  void elevenHostsOfATwentyTwoHostGroupDoNot() {
    var all = IntStream.rangeClosed(1, 22).mapToObj(i -> "web-" + i).toList();
    var estate = Samples.estate(all.stream().map(n -> Samples.host(n, n)).toArray(Host[]::new));
    assertThat(risk(all.subList(0, 11), estate)).isEqualTo(Risk.HIGH);
    assertThat(risk(all.subList(0, 12), estate)).isEqualTo(Risk.CRITICAL);
  }

  @Test
  void theFingerprintIsTheSameForTheSame() {
    assertThat(propose(Samples.restart("apache", "web-01")).fingerprint())
        .isEqualTo(propose(Samples.restart("apache", "web-01")).fingerprint())
        .hasSize(64);
  }

  @Test
  void everyPartChangesTheFingerprint() {
    var request = Samples.restart("apache", "web-01");
    var intent = Samples.restart();
    var base = propose(request).fingerprint();
    var renamed = new Host("web-01", "192.168.0.99", 22, "deploy", null, true);
    var port = new Host("web-01", "192.168.0.24", 2222, "deploy", null, true);
    var user = new Host("web-01", "192.168.0.24", 22, "other", null, true);
    var become = new Host("web-01", "192.168.0.24", 22, "deploy", null, false);
    var web02 = Samples.host("web-02", "192.168.0.25");
    assertThat(
            List.of(
                propose(Samples.restart("nginx", "web-01")).fingerprint(),
                propose(Samples.restart("apache", "web-02")).fingerprint(),
                propose(Samples.restart("apache", "web-01", "web-02")).fingerprint(),
                propose(version(intent, "2"), request, Samples.estate()).fingerprint(),
                propose(Samples.intent("x", Risk.HIGH, intent.action()), request, Samples.estate())
                    .fingerprint(),
                propose(
                        Samples.intent(
                            "restart_service", Risk.HIGH, Samples.ssh(true, "service", "restart")),
                        request,
                        Samples.estate())
                    .fingerprint(),
                propose(intent, request, Samples.estate(renamed, web02)).fingerprint(),
                propose(intent, request, Samples.estate(port, web02)).fingerprint(),
                propose(intent, request, Samples.estate(user, web02)).fingerprint(),
                propose(intent, request, Samples.estate(become, web02)).fingerprint(),
                propose(Samples.person("maria"), Samples.ROOM).fingerprint(),
                propose(Samples.JASON, new ConversationId("terminal", "there")).fingerprint(),
                propose(Samples.JASON, new ConversationId("api", "here")).fingerprint()))
        .doesNotContain(base)
        .doesNotHaveDuplicates();
  }

  @Test
  void listsHostsAsATable() {
    var lookup =
        new Intent(
            "list_hosts",
            "",
            List.of(),
            null,
            false,
            List.of(new Slot("group", SlotType.GROUP, false, false, "", null)),
            new ActionSpec.Lookup("hosts"),
            Map.of(),
            "1");
    var request = Samples.request("list_hosts", "group", "db");
    var plan = PLANNER.plan(lookup, request, Samples.estate());
    var outcome =
        new LookupAction().run(lookup, request, plan, Samples.estate(), new ActiveRun("test"));
    assertThat(outcome.results().get(0).output())
        .isEqualTo(
            """
            name   address       groups  services
            db-01  192.168.0.31  db      postgresql""");
  }

  private static void assertUnplannable(ActionRequest request, String message) {
    assertThatThrownBy(() -> propose(request))
        .isInstanceOf(Action.UnplannableException.class)
        .hasMessage(message);
  }

  private static Risk risk(List<String> hosts, Inventory estate) {
    var request = Samples.restart("apache", hosts.toArray(String[]::new));
    return propose(Samples.restart(), request, estate).risk();
  }

  private static Proposal propose(ActionRequest request) {
    return propose(Samples.restart(), request, Samples.estate());
  }

  private static Proposal propose(Intent intent, ActionRequest request, Inventory estate) {
    return PLANNER.propose(intent, request, estate, Samples.JASON, Samples.ROOM);
  }

  private static Proposal propose(Person person, ConversationId conversation) {
    return PLANNER.propose(
        Samples.restart(),
        Samples.restart("apache", "web-01"),
        Samples.estate(),
        person,
        conversation);
  }

  private static Intent version(Intent intent, String version) {
    return new Intent(
        intent.name(),
        intent.summary(),
        intent.risks(),
        intent.permission(),
        intent.schedulable(),
        intent.slots(),
        intent.action(),
        intent.replies(),
        version);
  }

  private static Intent with(Intent intent, Slot host) {
    return new Intent(
        intent.name(),
        intent.summary(),
        intent.risks(),
        null,
        false,
        List.of(Samples.SERVICE, host),
        intent.action(),
        Map.of(),
        "1");
  }
}
