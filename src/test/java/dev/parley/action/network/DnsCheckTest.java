package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.intent.ExecutionStatus;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Against a name server on loopback that speaks the real protocol. */
class DnsCheckTest {
  private final List<Record> zone = new ArrayList<>();
  private DatagramSocket socket;
  private Lookout lookout;

  @BeforeEach
  void start() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    lookout = new Lookout().asks("127.0.0.1:" + socket.getLocalPort());
    var thread = new Thread(this::serve, "name-server");
    thread.setDaemon(true);
    thread.start();
    record("shop.example.", Type.A, "192.0.2.7");
    record("shop.example.", Type.AAAA, "2001:db8::7");
    record("shop.example.", Type.MX, "10 mail.shop.example.");
    record("shop.example.", Type.TXT, "\"v=spf1 -all\"");
    record("shop.example.", Type.CAA, "0 issue \"ca.example\"");
    record("www.shop.example.", Type.CNAME, "shop.example.");
    record("_sip._tcp.shop.example.", Type.SRV, "1 2 5060 sip.shop.example.");
    record("7.2.0.192.in-addr.arpa.", Type.PTR, "shop.example.");
  }

  @AfterEach
  void stop() {
    socket.close();
  }

  @Test
  void looksUpBothKindsOfAddressWhenNoTypeIsSaid() {
    assertThat(output("shop.example"))
        .isEqualTo("shop.example 300 A 192.0.2.7\nshop.example 300 AAAA 2001:db8::7");
  }

  @Test
  void looksUpEachType() {
    assertThat(output("shop.example", "MX", "TXT", "CAA"))
        .isEqualTo(
            "shop.example 300 MX 10 mail.shop.example.\n"
                + "shop.example 300 TXT \"v=spf1 -all\"\n"
                + "shop.example 300 CAA 0 issue \"ca.example\"");
    assertThat(output("_sip._tcp.shop.example.", "SRV")).contains("SRV 1 2 5060 sip.shop.example.");
  }

  @Test
  void anAddressIsLookedUpBackwards() {
    assertThat(output("192.0.2.7")).isEqualTo("7.2.0.192.in-addr.arpa 300 PTR shop.example.");
  }

  @Test
  void whatIsNotThereIsAnAnswerToo() {
    assertThat(output("shop.example", "NS")).isEqualTo("shop.example has no NS record.");
    assertThat(output("nowhere.example", "A"))
        .isEqualTo("There is no name nowhere.example (NXDOMAIN).");
  }

  @Test
  void aTypeThatSaysNothingAboutANameIsNotAsked() {
    for (var type : List.of("AXFR", "ANY", "IXFR", "NONSENSE")) {
      assertThatThrownBy(() -> lookout.dns("shop.example", type))
          .hasMessageContaining("There is no record type " + type);
    }
    assertThatThrownBy(() -> lookout.dns("shop.example", "CNAM"))
        .hasMessageContaining("Did you mean CNAME?");
  }

  private String output(String domain, String... types) {
    var outcome = lookout.dns(domain, types);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return outcome.results().get(0).output();
  }

  private void record(String name, int type, String data) throws IOException {
    zone.add(Record.fromString(Name.fromString(name), type, DClass.IN, 300, data, Name.root));
  }

  private void serve() {
    var buffer = new byte[4096];
    while (!socket.isClosed()) {
      var packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        var answer = answer(new Message(java.util.Arrays.copyOf(buffer, packet.getLength())));
        var bytes = answer.toWire();
        socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
      } catch (IOException e) {
        return;
      }
    }
  }

  private Message answer(Message query) {
    var question = query.getQuestion();
    var answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    boolean exists = false;
    for (var record : zone) {
      if (record.getName().equals(question.getName())) {
        exists = true;
        if (record.getType() == question.getType() || record.getType() == Type.CNAME) {
          answer.addRecord(record, Section.ANSWER);
        }
      }
    }
    answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
    return answer;
  }
}
