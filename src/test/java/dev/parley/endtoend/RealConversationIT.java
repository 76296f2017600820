package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/own-hosts.md} says, in its order and with its own files, against the lab's real
 * sshd and Apache httpd; then the conversation.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealConversationIT {
  private static final Pattern MAIN_PID = Pattern.compile("Main PID: (\\d+)");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static TestHome home;
  private static String page;
  private static Server server;

  @BeforeAll
  static void followThePage() throws Exception {
    var lab = System.getenv("PARLEY_LAB");
    if (lab == null) {
      var reason = "The lab's hosts are not there; run src/test/lab/lab verify as root.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
    page = Files.readString(TestHome.PROJECT.resolve("docs/own-hosts.md"));
    home =
        TestHome.own(folder)
            .with("inventory/hosts.ini", hosts(lab))
            .with("inventory/estate.yml", block("services:"))
            .with("permissions.yml", block("people:").replace("os: jason", "os: " + user()))
            .with(
                "hang_there",
                """
                summary: Hang on a host
                risk: medium
                slots:
                  host: {type: host, ask: "On which host?"}
                action:
                  ssh: {on: "{host}", command: ["sleep", "4242"], timeout: 2s}
                """,
                "hang on [web-01](host)",
                "hang there on [web-02](host)",
                "let it hang on [web-01](host)",
                "please hang",
                "hang up the machine [web-02](host)");
  }

  /** As the page has it for those who log in as somebody else, with a key of another name. */
  private static String hosts(String lab) {
    var own =
        "ansible_user=deploy\nansible_become=true\nansible_ssh_private_key_file=%s/id_ed25519"
            .formatted(lab);
    return block("[web]").replace("ansible_user=root", own)
        + "\n[spare]\nspare-01 ansible_host=192.168.0.1\n";
  }

  /** The block of the page that begins so. */
  private static String block(String beginning) {
    var found =
        Pattern.compile("```\\w+\\n(" + Pattern.quote(beginning) + ".*?)```", Pattern.DOTALL)
            .matcher(page);
    assertThat(found.find()).as(beginning).isTrue();
    return found.group(1);
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void theFilesOfThePageAreSound() {
    var check = home.run("", "check");
    assertThat(check.status()).as(check.output()).isZero();
  }

  @Test
  @Order(2)
  void aKeyThatIsNotKnownIsRefusedWithWhatToDo() {
    server = Server.start(home);
    var answer = restart("refused");
    assertThat(words(answer)).contains("is not known yet").contains("./parley trust web-01");
    assertThat(home.run("", "check", "--connect").status()).isEqualTo(1);
  }

  @Test
  @Order(3)
  void trustShowsTheKeyAndStoresItAfterAYes() throws Exception {
    assertThat(home.run("no\n", "trust", "web-01").status()).isEqualTo(1);
    for (var host : new String[] {"web-01", "web-02"}) {
      var trust = home.run("yes\n", "trust", host);
      assertThat(trust.status()).as(trust.output()).isZero();
      assertThat(trust.output()).contains(fingerprint(host));
    }
    var check = home.run("", "check", "--connect");
    assertThat(check.output()).contains("web-01").contains("refuses connections on port 22");
    var hosts = home.read("inventory/hosts.ini");
    home.with("inventory/hosts.ini", hosts.replaceAll("\\[spare]\\nspare.*", ""));
    check = home.run("", "check", "--connect");
    assertThat(check.status()).as(check.output()).isZero();
    home.with("inventory/hosts.ini", hosts);
    var reload = home.run("", "reload");
    assertThat(reload.status()).as(reload.output()).isZero();
  }

  private static String fingerprint(String host) throws Exception {
    var key = Path.of(System.getenv("PARLEY_LAB"), host, "ssh_host_ed25519_key.pub");
    var shown = new ProcessBuilder("ssh-keygen", "-lf", key.toString()).start();
    try (var lines = shown.inputReader()) {
      return lines.readLine().split(" ")[1];
    }
  }

  @Test
  @Order(4)
  void restartsTheRealApacheOverHttp() throws Exception {
    long before = masterPid("web-01");
    long other = masterPid("web-02");

    var asked = server.say("http", person(), "restart apache");
    assertThat(words(asked)).contains("On which host would you like to restart apache?");
    var shown = server.say("http", person(), "192.168.0.24");
    assertThat(words(shown)).contains("restart_service service=apache host=web-01");
    var done = server.sayAndWait("http", person(), "yes");

    assertThat(words(done))
        .contains("Restarting apache service on host 192.168.0.24")
        .contains("The apache service has been restarted on host 192.168.0.24");
    assertThat(masterPid("web-01")).isNotEqualTo(before);
    assertThat(masterPid("web-02")).isEqualTo(other);
    assertThat(pageOf("192.168.0.24")).isEqualTo("This is web-01.\n");
  }

  @Test
  @Order(5)
  void restartsTheRealApacheInAChat() throws Exception {
    long before = masterPid("web-02");

    var chat = home.run("restart apache\n192.168.0.25\nyes\n", "chat");

    assertThat(chat.status()).as(chat.output()).isZero();
    assertThat(chat.output())
        .containsSubsequence(
            "On which host would you like to restart apache?",
            "restart_service service=apache host=web-02",
            "Restarting apache service on host 192.168.0.25",
            "The apache service has been restarted on host 192.168.0.25");
    assertThat(masterPid("web-02")).isNotEqualTo(before);
    assertThat(pageOf("192.168.0.25")).isEqualTo("This is web-02.\n");
  }

  @Test
  @Order(6)
  void aRefusedConnectionIsToldInTheConversation() {
    server.say("off", person(), "restart apache on spare-01");
    assertThat(words(server.sayAndWait("off", person(), "yes")))
        .contains("spare-01 (192.168.0.1) refuses connections on port 22");
  }

  @Test
  @Order(7)
  void aCommandThatHangsIsEnded() {
    server.say("hang", person(), "hang_there host=web-01");
    var answer = server.sayAndWait("hang", person(), "yes");
    assertThat(words(answer)).contains("it was ended there");
    assertThat(answer.at("/executions/0/status").asText()).isEqualTo("timed_out");
  }

  @Test
  @Order(8)
  void aKeyThatHasChangedIsRefused() throws Exception {
    var other =
        Files.readString(Path.of(System.getenv("PARLEY_LAB"), "web-02/ssh_host_ed25519_key.pub"));
    home.with("data/known_hosts", "192.168.0.24 " + other);
    server.crash();
    assertThat(words(restart("changed"))).contains("THE KEY OF web-01 (192.168.0.24) HAS CHANGED");
    var trust = home.run("no\n", "trust", "web-01");
    assertThat(trust.status()).isEqualTo(1);
    assertThat(trust.output()).contains("This is NOT the key that is trusted now");
  }

  private static JsonNode restart(String talk) {
    var shown = server.say(talk, person(), "restart_service service=apache host=web-01");
    assertThat(phase(shown)).isEqualTo("confirming");
    return server.sayAndWait(talk, person(), "yes");
  }

  /** The account that the page gives the rights to. */
  private static String person() {
    return "os:" + user();
  }

  private static long masterPid(String host) {
    var exact = "service_status service=apache host=" + host;
    var told = words(server.sayAndWait("looking", person(), exact));
    var pid = MAIN_PID.matcher(told);
    assertThat(pid.find()).as(told).isTrue();
    return Long.parseLong(pid.group(1));
  }

  private static String pageOf(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://" + address + "/")).timeout(LONG);
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }
}
