package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.ActionSpec.Network.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an intent file may say of looks at the network, connections, logs and what is spared. */
class ActionKindsTest {
  @TempDir Path home;

  @Test
  void everyShippedIntentIsSound() {
    var shipped = IntentReader.read(Path.of("intents"));
    assertThat(shipped.problems()).isEmpty();
    assertThat(shipped.catalog().get("ping_host").slot("host").orElseThrow().any()).isTrue();
    assertThat(shipped.catalog().get("kill_process").slot("host").orElseThrow().any()).isFalse();
  }

  @Test
  void aLookAtTheNetworkSaysWhichAndAtWhat() throws IOException {
    var spec =
        (ActionSpec.Network)
            read("network: {check: port, target: \"{host}\", port: \"{port}\", timeout: 5s}")
                .catalog()
                .get("x")
                .action();
    assertThat(spec)
        .isEqualTo(
            new ActionSpec.Network(Check.PORT, "{host}", "{port}", null, Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "network: {check: pign, target: '{host}'}# There is no check pign. Did you mean ping?",
        "network: {target: '{host}'}# The key check is missing.",
        "network: {check: ping}# The key target is missing.",
        "network: {check: ping, target: '{url}'}# The slot url is of type url.",
        "network: {check: url, target: '{host}'}# Use one of type url.",
        "network: {check: ping, target: '{host}.example'}# is not one slot of type",
        "network: {check: ping, target: '-c'}# The target cannot be -c.",
        "network: {check: port, target: '{host}'}# The key port is missing.",
        "network: {check: ping, target: '{host}', port: '{port}'}# This check has no port.",
        "network: {check: port, target: '{host}', port: 0}# The port cannot be 0.",
        "network: {check: dns, target: '{domain}'}# The slot domain may have no value here.",
        "connection: 'no name'# A connection is not named no name.",
        "ssh: {on: lb, command: [x], since: '{host}'}# The slot host is of type host.",
        "ssh: {on: lb, command: [x], spare: '10.0.0.1'}# is not one slot of type ip.",
        "ssh: {on: lb, command: [x], until: ended}# Nothing says which process is to end.",
        "ssh: {on: lb, command: [x, '{url.family}']}# A value of type url has no such attribute.",
        "ssh: {on: lb, command: [x, '{ip.seconds}']}# A value of type ip has no such attribute.",
        "ssh: {on: lb, command: [x, '{since|-r}']}# could be read as an option.",
      })
  void whatDoesNotFitIsToldWithItsLine(String action, String problem) throws IOException {
    assertThat(problems(action))
        .anyMatch(p -> p.startsWith("intents/x.yml:13: ") && p.contains(problem.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network: {check: certificate, target: example.com, port: 8443}",
        "network: {check: dns, target: example.com, type: MX}",
        "connection: on-call",
        "ssh: {on: lb, command: [nft, 'blocked{ip.family}', '[timeout {duration.seconds}s]']}",
        "ssh: {on: lb, command: [grep, -e, x, --, '{since|/var/log}'], since: '{since}'}",
        "ssh: {on: lb, command: [x, '{ip}'], spare: '{ip}'}",
      })
  void whatFitsIsTaken(String action) throws IOException {
    assertThat(problems(action)).isEmpty();
  }

  @Test
  void onlyAHostCanBeAnyAddress() throws IOException {
    assertThat(
            problems(
                "connection: x", "  service: {type: service, any: true, ask: \"Which one?\"}\n"))
        .containsExactly("intents/x.yml:12: Only a host can be any address. Remove any.");
  }

  private List<String> problems(String action) throws IOException {
    return problems(action, "");
  }

  private List<String> problems(String action, String slot) throws IOException {
    return read(action, slot).problems().stream().map(Problem::toString).toList();
  }

  private IntentReader.Result read(String action) throws IOException {
    return read(action, "");
  }

  private IntentReader.Result read(String action, String slot) throws IOException {
    var folder = Files.createDirectories(home.resolve("intents"));
    Files.writeString(
        folder.resolve("x.yml"),
        """
        intent: x
        summary: X
        risk: low
        slots:
          host: {type: host, ask: "Where?"}
          port: {type: port, ask: "Which port?"}
          url: {type: url, ask: "Which address?"}
          ip: {type: ip, ask: "Which address?"}
          domain: {type: domain, required: false}
          since: {type: since, required: false}
          duration: {type: duration, required: false}
        %saction:
          %s
        """
            .formatted(slot, action));
    return IntentReader.read(folder);
  }
}
