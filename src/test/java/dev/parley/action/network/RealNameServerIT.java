package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parley.endtoend.Eventually;
import dev.parley.intent.ExecutionStatus;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Debian's dnsmasq, on a free port of this machine. */
class RealNameServerIT {
  private static final Path PROGRAM = Path.of("/usr/sbin/dnsmasq");

  private Process server;
  private Lookout lookout;

  @BeforeEach
  void start() throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      var reason = "There is no dnsmasq; install the Debian package dnsmasq-base.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
    int port;
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    server =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--no-resolv",
                "--no-hosts",
                "--user=root",
                "--pid-file",
                "--listen-address=127.0.0.1",
                "--bind-interfaces",
                "--port=" + port,
                "--local=/example/",
                "--host-record=shop.example,192.0.2.7,2001:db8::7",
                "--cname=www.shop.example,shop.example",
                "--mx-host=shop.example,mail.shop.example,10",
                "--txt-record=shop.example,v=spf1 -all",
                "--srv-host=_sip._tcp.shop.example,sip.shop.example,5060,1,2",
                "--caa-record=shop.example,0,issue,ca.example")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    lookout = new Lookout().asks("127.0.0.1:" + port);
    Eventually.until(
        "dnsmasq answers",
        () -> lookout.dns("shop.example", "A").status() == ExecutionStatus.SUCCEEDED);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.destroy();
    }
  }

  @Test
  void answersAreTold() {
    assertThat(output("shop.example"))
        .contains("shop.example 0 A 192.0.2.7")
        .contains("shop.example 0 AAAA 2001:db8::7");
    assertThat(output("www.shop.example", "A")).contains("192.0.2.7");
    assertThat(output("shop.example", "MX")).contains("MX 10 mail.shop.example.");
    assertThat(output("shop.example", "TXT")).contains("TXT \"v=spf1 -all\"");
    assertThat(output("shop.example", "CAA")).contains("CAA 0 issue \"ca.example\"");
    assertThat(output("_sip._tcp.shop.example", "SRV")).contains("SRV 1 2 5060 sip.shop.example.");
    assertThat(output("192.0.2.7")).contains("PTR shop.example.");
    assertThat(output("nowhere.example", "A")).contains("NXDOMAIN");
  }

  private String output(String domain, String... types) {
    var outcome = lookout.dns(domain, types);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return outcome.results().get(0).output();
  }
}
