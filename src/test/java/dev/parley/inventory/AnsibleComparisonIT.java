package dev.parley.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real {@code ansible-inventory} reads the same hosts, groups and variables. */
class AnsibleComparisonIT {
  private static final Path ANSIBLE = Path.of("/usr/bin/ansible-inventory");
  private static final Path INVENTORIES = Path.of("src/test/resources/inventories");

  @TempDir Path folder;

  @BeforeAll
  static void findAnsible() {
    if (!Files.isExecutable(ANSIBLE)) {
      var reason = "ansible-core is not installed. Install Debian's package.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ini", "yaml", "mixed", "folders", "dynamic"})
  void readsWhatAnsibleReads(String name) throws Exception {
    var inventory = copied(name);
    var ours = InventoryReader.read(inventory);
    var theirs = ansible(inventory);

    assertThat(ours.problems()).isEmpty();
    assertThat(hosts(ours.inventory().hosts())).isEqualTo(hosts(theirs));
    assertThat(groups(ours.inventory())).isEqualTo(groups(theirs));
  }

  /** In a folder that nobody else can write to, wherever the sources are. */
  private Path copied(String name) throws IOException {
    var copy = Files.createDirectories(folder.resolve("inventory"));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var files = Files.walk(INVENTORIES.resolve(name))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = copy.resolve(INVENTORIES.resolve(name).relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        var mode = file.toString().endsWith(".sh") ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
      }
    }
    return copy;
  }

  private JsonNode ansible(Path inventory) throws IOException {
    var builder =
        new ProcessBuilder(ANSIBLE.toString(), "-i", inventory.toString(), "--list")
            .redirectError(folder.resolve("errors").toFile());
    builder.environment().put("ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED", "true");
    builder.environment().put("ANSIBLE_LOCAL_TEMP", folder.resolve("tmp").toString());
    var process = builder.start();
    var printed = process.getInputStream().readAllBytes();
    assertThat(process.onExit().join().exitValue())
        .as(Files.readString(folder.resolve("errors")))
        .isZero();
    return new ObjectMapper().readTree(printed);
  }

  private static Map<String, String> hosts(Collection<Host> hosts) {
    var told = new TreeMap<String, String>();
    for (var host : hosts) {
      told.put(
          host.name(),
          "%s %d %s %s %s"
              .formatted(
                  host.address(), host.port(), host.user(), host.privateKey(), host.become()));
    }
    return told;
  }

  private static Map<String, String> hosts(JsonNode ansible) {
    var names = new LinkedHashSet<String>();
    ansible.path("_meta").path("hostvars").fieldNames().forEachRemaining(names::add);
    ansible.properties().forEach(group -> names.addAll(texts(group.getValue().path("hosts"))));
    var told = new TreeMap<String, String>();
    for (var name : names) {
      var vars = ansible.path("_meta").path("hostvars").path(name);
      told.put(
          name,
          "%s %s %s %s %s"
              .formatted(
                  vars.path("ansible_host").asText(name),
                  vars.path("ansible_port").asText("22"),
                  vars.path("ansible_user").asText("null"),
                  vars.path("ansible_ssh_private_key_file").asText("null"),
                  vars.path("ansible_become").asText("false").matches("(?i)true|yes")));
    }
    return told;
  }

  private static Map<String, Set<String>> groups(Inventory inventory) {
    var groups = new TreeMap<String, Set<String>>();
    inventory.groups().forEach(name -> groups.put(name, new TreeSet<>(inventory.members(name))));
    groups.values().removeIf(Set::isEmpty);
    return groups;
  }

  private static Map<String, Set<String>> groups(JsonNode ansible) {
    var groups = new TreeMap<String, Set<String>>();
    ansible.fieldNames().forEachRemaining(name -> groups.put(name, members(ansible, name)));
    groups.keySet().removeAll(Set.of("_meta", "all", "ungrouped"));
    groups.values().removeIf(Set::isEmpty);
    return groups;
  }

  private static Set<String> members(JsonNode ansible, String group) {
    var members = new TreeSet<>(texts(ansible.path(group).path("hosts")));
    for (var child : texts(ansible.path(group).path("children"))) {
      members.addAll(members(ansible, child));
    }
    return members;
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new LinkedHashSet<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
