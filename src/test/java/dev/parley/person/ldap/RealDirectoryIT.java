package dev.parley.person.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parley.endtoend.Eventually;
import dev.parley.person.DirectorySettings;
import dev.parley.person.GroupSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's slapd, on a free port of this machine, with TLS. */
class RealDirectoryIT {
  private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
  private static final Path MODULES = Path.of("/usr/lib/ldap");
  private static final String BIND = "cn=parley,dc=example,dc=org";

  private static final String ENTRIES =
      """
      dn: dc=example,dc=org
      objectClass: dcObject
      objectClass: organization
      dc: example
      o: Example

      dn: uid=maria,dc=example,dc=org
      objectClass: inetOrgPerson
      uid: maria
      cn: Maria
      sn: M

      dn: cn=ops,dc=example,dc=org
      objectClass: groupOfNames
      cn: ops
      member: uid=maria,dc=example,dc=org
      """;

  @TempDir Path folder;
  private @Nullable Process server;
  private int port;

  @BeforeEach
  void start() throws Exception {
    if (!Files.isExecutable(PROGRAM)) {
      var reason = "There is no slapd; install the Debian packages slapd and ldap-utils.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        file("key.pem"),
        "-out",
        file("cert.pem"));
    Files.createDirectory(folder.resolve("db"));
    Files.writeString(folder.resolve("entries.ldif"), ENTRIES);
    Files.writeString(folder.resolve("slapd.conf"), configuration());
    run("/usr/sbin/slapadd", "-f", file("slapd.conf"), "-l", file("entries.ldif"));
    server =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-f",
                file("slapd.conf"),
                "-d",
                "0",
                "-h",
                "ldap://127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("slapd.out").toFile())
            .start();
    Eventually.until("slapd answers", () -> answers(source(true, "s3cret")));
  }

  private String configuration() {
    return """
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath %s
        moduleload back_mdb
        pidfile %s
        TLSCertificateFile %s
        TLSCertificateKeyFile %s
        security tls=1
        database mdb
        suffix "dc=example,dc=org"
        rootdn "%s"
        rootpw s3cret
        directory %s
        access to * by anonymous auth by * none
        """
        .formatted(MODULES, file("pid"), file("cert.pem"), file("key.pem"), BIND, file("db"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.destroy();
      server.waitFor();
    }
  }

  @Test
  void tellsGroupsOverTlsAndNothingToAWrongPasswordOrWithoutTls() throws Exception {
    assertThat(source(true, "s3cret").groups("maria")).containsExactly("ops");
    assertThat(source(true, "s3cret").groups("mari*")).isEmpty();
    assertThatThrownBy(() -> source(true, "wrong").groups("maria"))
        .isInstanceOf(GroupSource.UnavailableException.class);
    assertThatThrownBy(() -> source(false, "s3cret").groups("maria"))
        .isInstanceOf(GroupSource.UnavailableException.class);
  }

  @Test
  void aCertificateThatNobodyTrustsEndsTheTalk() {
    var settings = settings(true, null);
    assertThatThrownBy(() -> new LdapGroups(settings, name -> "s3cret").groups("maria"))
        .isInstanceOf(GroupSource.UnavailableException.class);
  }

  private boolean answers(LdapGroups source) {
    try {
      return source.groups("maria").equals(Set.of("ops"));
    } catch (GroupSource.UnavailableException e) {
      return false;
    }
  }

  private LdapGroups source(boolean startTls, String password) {
    return new LdapGroups(settings(startTls, file("cert.pem")), name -> password);
  }

  private DirectorySettings settings(boolean startTls, @Nullable String ca) {
    return new DirectorySettings(
        "localhost",
        port,
        false,
        startTls,
        ca,
        BIND,
        "ldap",
        "dc=example,dc=org",
        "(uid={user})",
        null,
        "dc=example,dc=org",
        "(&(objectClass=groupOfNames)(member={dn}))",
        "cn",
        Map.of(),
        List.of(),
        Duration.ofMinutes(5),
        Duration.ofHours(1));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void run(String... command) throws IOException, InterruptedException {
    var output = folder.resolve("command.out");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
  }
}
