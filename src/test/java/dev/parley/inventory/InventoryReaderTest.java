package dev.parley.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.Problem;
import dev.parley.intent.SlotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryReaderTest {
  @TempDir Path home;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(home.resolve("inventory"));
  }

  @Test
  void readsTheFormsOfAnsible() throws IOException {
    var inventory =
        read(
            """
            # A comment
            ; another
            lonely ansible_host=10.0.0.9   # at the end
            [web]
            web-[01:03] ansible_user="deploy"
            [db]
            db-[a:b].example.com:2222
            [site:children]
            web
            db
            [site:vars]
            ansible_port = 22022
            ansible_user=site
            [web:vars]
            ansible_ssh_private_key_file=keys/id_web
            http_proxy='a b'
            [all:vars]
            ansible_become=yes
            ansible_user=everyone
            """);
    assertThat(inventory.hosts())
        .extracting(Host::name)
        .containsExactly(
            "lonely", "web-01", "web-02", "web-03", "db-a.example.com", "db-b.example.com");
    assertThat(inventory.host("WEB-02"))
        .hasValue(
            new Host("web-02", "web-02", 22022, "deploy", folder.resolve("keys/id_web"), true));
    assertThat(inventory.host("db-a.example.com"))
        .hasValue(new Host("db-a.example.com", "db-a.example.com", 2222, "site", null, true));
    assertThat(inventory.host("lonely"))
        .hasValue(new Host("lonely", "10.0.0.9", 22, "everyone", null, true));
    assertThat(inventory.groups()).containsExactly("web", "db", "site");
    assertThat(inventory.members("site")).hasSize(5);
  }

  @Test
  void readsTheWayToAHost() throws IOException {
    var inventory =
        read(
            """
            bastion ansible_host=203.0.113.5 ansible_port=2222 ansible_user=jump
            here ansible_connection=local
            plain ansible_jump_host=none
            far ansible_host=10.0.0.7
            by-v6 ansible_jump_host=root@[2001:db8::1]:2022
            [all:vars]
            ansible_jump_host=bastion
            """);
    assertThat(jumps(inventory, "far")).containsExactly("bastion 203.0.113.5:2222 jump");
    assertThat(jumps(inventory, "bastion")).isEmpty();
    assertThat(jumps(inventory, "plain")).isEmpty();
    assertThat(jumps(inventory, "by-v6")).containsExactly("2001:db8::1 2001:db8::1:2022 root");
    assertThat(inventory.host("here").orElseThrow().local()).isTrue();
    assertThat(inventory.host("plain").orElseThrow().local()).isFalse();
  }

  @Test
  void readsTheWayToAHostFromOptionsForSsh() throws IOException {
    var inventory =
        read(
            """
            bastion ansible_host=203.0.113.5 ansible_port=2222 ansible_user=jump
            by-arguments ansible_ssh_common_args='-o ProxyJump=jason@10.0.0.1:2200,bastion -C'
            by-letter ansible_ssh_extra_args="-J bastion"
            by-command ansible_ssh_common_args='-o ProxyCommand="ssh -W %h:%p -q deploy@bastion -p 22"'
            others ansible_ssh_common_args='-o ControlPersist=60s -o ServerAliveInterval=5'
            """);
    assertThat(jumps(inventory, "by-arguments"))
        .containsExactly("10.0.0.1 10.0.0.1:2200 jason", "bastion 203.0.113.5:2222 jump");
    assertThat(jumps(inventory, "by-letter")).containsExactly("bastion 203.0.113.5:2222 jump");
    assertThat(jumps(inventory, "by-command")).containsExactly("bastion 203.0.113.5:2222 deploy");
    assertThat(jumps(inventory, "others")).isEmpty();
  }

  private static List<String> jumps(Inventory inventory, String host) {
    return inventory.host(host).orElseThrow().jumps().stream()
        .map(j -> "%s %s:%d %s".formatted(j.name(), j.address(), j.port(), j.user()))
        .toList();
  }

  @Test
  void refusesPasswordsAndWaysThatItDoesNotGo() throws IOException {
    assertThat(
            problems(
                """
                a ansible_password=x
                b ansible_become_pass=x
                c ansible_ssh_private_key_passphrase=x
                d ansible_connection=winrm
                e ansible_ssh_common_args='-o ProxyCommand="nc -X 5 %h %p"'
                f ansible_jump_host=bad/host
                g ansible_ssh_pass=x
                """))
        .containsExactly(
            "inventory/hosts.ini:1: Passwords are not used, and ansible_password holds one. Let the"
                + " assistant log in with a key, and remove this.",
            "inventory/hosts.ini:2: Passwords are not used, and ansible_become_pass holds one. Allow"
                + " the commands without one in sudoers on the host, and remove this.",
            "inventory/hosts.ini:3: Passwords are not used, and ansible_ssh_private_key_passphrase"
                + " holds one. Let the assistant log in with a key, and remove this.",
            "inventory/hosts.ini:4: There is no connection winrm here. Write ssh, or local for the"
                + " assistant's own machine.",
            "inventory/hosts.ini:5: A ProxyCommand is not run: nc -X 5 %h %p. Write -o"
                + " ProxyJump=user@host instead.",
            "inventory/hosts.ini:6: The jump host bad/host is none. Write user@host:port, or the"
                + " name of a host here.",
            "inventory/hosts.ini:7: Passwords are not used, and ansible_ssh_pass holds one. Let the"
                + " assistant log in with a key, and remove this.");
  }

  @Test
  void aChildGroupWinsOverItsParent() throws IOException {
    var inventory =
        read(
            """
            [zebra:children]
            ant
            [zebra:vars]
            ansible_user=parent
            [ant]
            a
            [ant:vars]
            ansible_user=child
            """);
    assertThat(inventory.host("a").orElseThrow().user()).isEqualTo("child");
  }

  @Test
  void readsYamlInventoriesToo() throws IOException {
    Files.writeString(
        folder.resolve("hosts.yml"),
        """
        all:
          vars: {ansible_user: everyone, other: {nested: true}}
          children:
            web:
              hosts:
                web-[1:2]: {ansible_port: 2200}
        """);
    var result = InventoryReader.read(folder);
    assertThat(result.problems()).isEmpty();
    assertThat(result.inventory().members("web")).containsExactly("web-1", "web-2");
    assertThat(result.inventory().host("web-2"))
        .hasValue(new Host("web-2", "web-2", 2200, "everyone", null, false));
  }

  @Test
  void reportsEveryProblemWithItsLine() throws IOException {
    assertThat(
            problems(
                """
                [web]
                web-01 ansible_hots=10.0.0.1
                web-[3:1]
                web-02 ansible_port=99999 oops
                -rf
                web-03 ansible_host="10.0.0.3
                web-04 ansible_host={{address}}
                [a:children]
                b
                wbe
                [b:children]
                a
                [c:child]
                WEB-01
                web
                """))
        .contains(
            "inventory/hosts.ini:2: There is no ansible_hots. Did you mean ansible_host?",
            "inventory/hosts.ini:3: The range in web-[3:1] makes no sense. Write it like web-[01:03]"
                + " or db-[a:f].",
            "inventory/hosts.ini:4: After web-02 stands oops, which is no variable. Write"
                + " name=value.",
            "inventory/hosts.ini:4: The port 99999 is none. Write a whole number from 1 to 65535.",
            "inventory/hosts.ini:6: A quotation mark is never closed. Close it.",
            "inventory/hosts.ini:7: The address {{address}} is none. Ansible's expressions are not"
                + " evaluated here; write the value.",
            "inventory/hosts.ini:10: There is no group wbe. Did you mean web?",
            "inventory/hosts.ini:9: The group a would contain itself through b. Remove one of the"
                + " two.",
            "inventory/hosts.ini:13: There is no section c:child. Write :children or :vars.",
            "inventory/hosts.ini:14: Two hosts are named WEB-01, but for capital letters. Rename one"
                + " of the two.",
            "inventory/hosts.ini:15: web is both a host and a group. Rename one of the two.")
        .anyMatch(p -> p.startsWith("inventory/hosts.ini:5: A host is not named -rf."));
  }

  @Test
  void readsTheEstate() throws IOException {
    ini("[web]\nweb-01\nweb-02\n");
    estate(
        """
        services:
          apache: {aliases: [httpd], unit: apache2, log: /var/log/apache2/error.log, on: [web]}
          nginx: {on: web-02}
          sshd: {on: all}
          cron:
        teams: {platform: {}, payments: {}}
        """);
    var result = InventoryReader.read(folder);
    assertThat(result.problems()).isEmpty();
    var inventory = result.inventory();
    var apache = inventory.find(SlotType.SERVICE, "apache").orElseThrow();
    assertThat(apache.aliases()).containsExactly("httpd");
    assertThat(apache.attributes()).containsEntry("unit", "apache2").doesNotContainKey("on");
    assertThat(inventory.hostsOf(apache)).containsExactly("web-01", "web-02");
    var sshd = inventory.find(SlotType.SERVICE, "sshd").orElseThrow();
    assertThat(inventory.hostsOf(sshd)).containsExactly("web-01", "web-02");
    assertThat(sshd.attributes()).containsEntry("unit", "sshd");
    assertThat(inventory.all(SlotType.TEAM)).hasSize(2);
    assertThat(inventory.all(SlotType.ENVIRONMENT))
        .extracting(Resource::name)
        .containsExactly("development", "staging", "production");
    assertThat(inventory.all(SlotType.SEVERITY)).hasSize(3);
  }

  @Test
  void reportsEveryProblemOfTheEstate() throws IOException {
    ini("[web]\nweb-01\n");
    estate(
        """
        servises: {}
        services:
          apache: {aliases: [httpd, Nginx], on: [wbe], alias: [x]}
          nginx: {aliases: [HTTPD], unit: -x}
          -x: {log: [a]}
        """);
    assertThat(InventoryReader.read(folder).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "inventory/estate.yml:1: There is no key servises here. Did you mean services?",
            "inventory/estate.yml:5: Nothing is named \"-x\". Begin with a letter or digit; go on"
                + " with those, spaces, dots, - and _.",
            "inventory/estate.yml:3: The name Nginx belongs to nginx already. Keep one of the two.",
            "inventory/estate.yml:3: There is no host or group wbe. Did you mean web?",
            "inventory/estate.yml:3: There is no key alias here. Did you mean aliases?",
            "inventory/estate.yml:3: Alias must be a text. Write one text here.",
            "inventory/estate.yml:4: The name HTTPD belongs to apache already. Keep one of the"
                + " two.",
            "inventory/estate.yml:4: The unit cannot be an argument of a command. Do not begin it"
                + " with a hyphen; remove hidden characters.",
            "inventory/estate.yml:5: Log must be a text. Write one text here.");
  }

  @Test
  void aProgramThatIsNotExecutableIsNoListOfHosts() throws IOException {
    write("dynamic", "#!/bin/sh\necho {}\n");
    assertThat(InventoryReader.read(folder).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "inventory/dynamic:1: This program is not executable, so it is not run. Make it so with:"
                + " chmod 755.");
  }

  @Test
  void variablesInFoldersWinOverTheInventoryOfTheSameKind() throws IOException {
    ini(
        """
        [web]
        web-01
        web-02 ansible_user=host
        [site:children]
        web
        [all:vars]
        ansible_user=all
        ansible_port=1
        [web:vars]
        ansible_become=false
        """);
    write("group_vars/all.yml", "# nothing\n---\nansible_port: 2\npackages: [curl]\n");
    write("group_vars/site.json", "{\"ansible_port\": 3}");
    write("group_vars/web/10-reach.yml", "ansible_become: true\nansible_facts_modules: [smart]\n");
    write("group_vars/web/20-reach.yaml", "ansible_ssh_private_key_file: keys/web\n");
    write("group_vars/web/vault.yml", "$ANSIBLE_VAULT;1.1;AES256\n6162\n");
    write("group_vars/web/notes.txt", "no: [yaml");
    write("host_vars/web-02", "ansible_user: folder\nansible_host: 10.0.0.2\n");
    write("keys/web", "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    var result = InventoryReader.read(folder);
    assertThat(result.problems()).isEmpty();
    var key = folder.resolve("keys/web");
    assertThat(result.inventory().hosts())
        .containsExactly(
            new Host("web-01", "web-01", 3, "all", key, true),
            new Host("web-02", "10.0.0.2", 3, "folder", key, true));
  }

  @Test
  void reportsVariablesOfAFolderWithTheirFileAndLine() throws IOException {
    ini("[web]\nweb-01\n");
    write("group_vars/web.yml", "a: 1\nansible_prot: 22\nansible_host: {a: b}\n<<: {c: d}\n");
    assertThat(InventoryReader.read(folder).problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "inventory/group_vars/web.yml:2: There is no ansible_prot. Did you mean ansible_port?",
            "inventory/group_vars/web.yml:3: Ansible_host must be a text. Write one text here.",
            "inventory/group_vars/web.yml:4: Merged keys are not read. Write the variables out"
                + " here.");
  }

  @Test
  void severalFilesAndFoldersAreOneInventory() throws IOException {
    ini("[web]\nweb-01\n");
    write("more.yml", "web: {hosts: web-02:2200}\nsite: {children: web}\n");
    write("east/hosts", "[db]\ndb-01\n");
    var result = InventoryReader.read(folder);
    assertThat(result.problems()).isEmpty();
    assertThat(result.inventory().members("site")).containsExactly("web-01", "web-02");
    assertThat(result.inventory().members("db")).containsExactly("db-01");
    assertThat(result.inventory().host("web-02").orElseThrow().port()).isEqualTo(2200);
  }

  @Test
  void aPluginsConfigurationIsNoInventory() throws IOException {
    write("aws.yml", "plugin: amazon.aws.aws_ec2\nregions: [eu-central-1]\n");
    assertThat(InventoryReader.read(folder).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "inventory/aws.yml:1: Ansible's inventory plugins are not run. Write an executable file"
                + " instead that prints: ansible-inventory -i FILE --list.");
  }

  @Test
  void theDemoEstateIsSound() {
    var result = InventoryReader.read(Path.of("inventory"), true);
    assertThat(result.problems()).isEmpty();
    var inventory = result.inventory();
    assertThat(inventory.demo()).isTrue();
    assertThat(inventory.hosts()).hasSize(9);
    assertThat(inventory.host("web-01").orElseThrow().address()).isEqualTo("192.168.0.24");
    assertThat(inventory.members("web")).containsExactly("web-01", "web-02", "web-03");
    assertThat(inventory.all(SlotType.SERVICE)).hasSize(10);
    var resolver = new EntityResolver(inventory);
    assertThat(resolver.resolve(SlotType.APPLICATION, "login service"))
        .isEqualTo(new Resolution.Resolved(List.of("auth")));
    assertThat(resolver.resolve(SlotType.ENVIRONMENT, "prod"))
        .isEqualTo(new Resolution.Resolved(List.of("production")));
  }

  @Test
  void aFlawOfARangeIsToldOnce() throws IOException {
    assertThat(problems("[web]\n-web-[1:9999]\n")).hasSize(1);
    assertThat(problems("[web]\nweb-[1:9999] oops\n")).hasSize(1);
    assertThat(problems("[web]\nweb-[1:9999] ansible_port=none\n")).hasSize(1);
    Files.delete(folder.resolve("hosts.ini"));
    write("hosts.yml", "web:\n  hosts:\n    web-[1:9999]: {ansible_port: none}\n");
    assertThat(InventoryReader.read(folder).problems()).hasSize(1);
  }

  private Inventory read(String ini) throws IOException {
    ini(ini);
    var result = InventoryReader.read(folder);
    assertThat(result.problems()).isEmpty();
    return result.inventory();
  }

  private List<String> problems(String ini) throws IOException {
    ini(ini);
    return InventoryReader.read(folder).problems().stream().map(Problem::toString).toList();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private void ini(String text) throws IOException {
    Files.writeString(folder.resolve("hosts.ini"), text);
  }

  private void estate(String text) throws IOException {
    Files.writeString(folder.resolve("estate.yml"), text);
  }
}
