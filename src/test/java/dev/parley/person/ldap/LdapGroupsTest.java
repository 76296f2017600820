package dev.parley.person.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import dev.parley.person.DirectorySettings;
import dev.parley.person.GroupSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of a directory that runs in the test. */
class LdapGroupsTest {
  private static final String BIND = "cn=parley,dc=example,dc=org";
  private InMemoryDirectoryServer server;

  @BeforeEach
  void start() throws Exception {
    var config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
    config.addAdditionalBindCredentials(BIND, "s3cret");
    config.setSchema(null);
    server = new InMemoryDirectoryServer(config);
    server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
    server.add("dn: ou=people,dc=example,dc=org", "objectClass: organizationalUnit", "ou: people");
    server.add("dn: ou=groups,dc=example,dc=org", "objectClass: organizationalUnit", "ou: groups");
    person("maria", "cn=on-call,ou=groups,dc=example,dc=org");
    person("otto", "cn=golf,ou=groups,dc=example,dc=org");
    server.add(
        "dn: cn=ops,ou=groups,dc=example,dc=org",
        "objectClass: groupOfNames",
        "cn: ops",
        "member: uid=maria,ou=people,dc=example,dc=org");
    server.startListening();
  }

  private void person(String name, String memberOf) throws Exception {
    server.add(
        "dn: uid=" + name + ",ou=people,dc=example,dc=org",
        "objectClass: inetOrgPerson",
        "uid: " + name,
        "cn: " + name,
        "sn: " + name,
        "memberOf: " + memberOf);
  }

  @AfterEach
  void stop() {
    server.shutDown(true);
  }

  @Test
  void areThoseThatNameThePersonAsAMember() throws Exception {
    assertThat(source("ou=groups,dc=example,dc=org", null, "s3cret").groups("maria"))
        .containsExactly("ops");
    assertThat(source("ou=groups,dc=example,dc=org", null, "s3cret").groups("otto")).isEmpty();
    assertThat(source("ou=groups,dc=example,dc=org", null, "s3cret").groups("eve")).isEmpty();
  }

  @Test
  void orThoseThatTheirOwnEntryNames() throws Exception {
    assertThat(source(null, "memberOf", "s3cret").groups("maria")).containsExactly("on-call");
    assertThat(source("ou=groups,dc=example,dc=org", "memberOf", "s3cret").groups("maria"))
        .containsExactlyInAnyOrder("ops", "on-call");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "m*",
        "maria)(uid=*",
        "*)(objectClass=*",
        "x)(|(uid=maria)",
        "maria\\2a",
        "maria\0"
      })
  void aNameNeverBecomesPartOfTheFilter(String name) throws Exception {
    assertThat(source("ou=groups,dc=example,dc=org", "memberOf", "s3cret").groups(name)).isEmpty();
    assertThat(LdapGroups.filter("(uid={user})", name, "").getFilterType())
        .isEqualTo(com.unboundid.ldap.sdk.Filter.FILTER_TYPE_EQUALITY);
  }

  @Test
  void aWrongPasswordAndADeadServerAreToldAndNeverNoGroups() {
    assertThatThrownBy(() -> source(null, "memberOf", "wrong").groups("maria"))
        .isInstanceOf(GroupSource.UnavailableException.class)
        .hasMessageNotContaining("wrong");
    server.shutDown(true);
    assertThatThrownBy(() -> source(null, "memberOf", "s3cret").groups("maria"))
        .isInstanceOf(GroupSource.UnavailableException.class)
        .hasMessageContaining("cannot be asked");
  }

  @Test
  void saysNothingToAServerThatDoesNotSpeakTlsWhenItIsWanted() {
    var plain = settings(null, "memberOf", true);
    assertThatThrownBy(() -> new LdapGroups(plain, name -> "s3cret").groups("maria"))
        .isInstanceOf(GroupSource.UnavailableException.class);
  }

  private LdapGroups source(@Nullable String groups, @Nullable String memberOf, String password) {
    return new LdapGroups(settings(groups, memberOf, false), name -> password);
  }

  private DirectorySettings settings(
      @Nullable String groups, @Nullable String memberOf, boolean startTls) {
    return new DirectorySettings(
        "localhost",
        server.getListenPort(),
        false,
        startTls,
        null,
        BIND,
        "ldap",
        "ou=people,dc=example,dc=org",
        "(uid={user})",
        memberOf,
        groups,
        "(member={dn})",
        "cn",
        Map.of(),
        List.of(),
        Duration.ofMinutes(5),
        Duration.ofHours(1));
  }
}
