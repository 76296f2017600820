package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no look at the network goes. A server on loopback counts who reaches it nevertheless. */
class WhatIsRefusedTest {
  private final AtomicInteger visits = new AtomicInteger();
  private HttpServer victim;
  private int port;

  @BeforeEach
  void start() throws IOException {
    victim = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    victim.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    victim.start();
    port = victim.getAddress().getPort();
  }

  @AfterEach
  void nobodyCame() {
    victim.stop(0);
    assertThat(visits).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.99.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.1.1",
        "100.100.100.200",
        "168.63.129.16",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "250.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "febf::1",
        "ff02::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "2002:7f00:1::1",
        "2002:a9fe:a9fe::",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a9fe:a9fe",
        "2001:0:4136:e378:8000:63bf:5601:5601",
        "2001:db8::5efe:7f00:1",
        "::ffff:0:127.0.0.1",
      })
  void anAddressOfThisMachineItsLinkOrItsCloud(String address) {
    assertRefused(new Lookout().port(address, port));
    assertRefused(new Lookout().certificate(address, port));
    assertRefused(new Lookout().ping(address));
    var host = address.indexOf(':') < 0 ? address : "[" + address + "]";
    assertRefused(new Lookout().url("http://%s:%d/".formatted(host, port)));
    assertRefused(new Lookout().knows("innocent.example", address).port("innocent.example", port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "127.0.1",
        "0",
        "2852039166",
        "0xa9.0xfe.0xa9.0xfe",
        "127.0.0.1.",
        "0x7f000001.",
        "127.0.0.01",
        "1.2.3.256",
      })
  void anAddressInDisguise(String disguise) {
    assertRefused(new Lookout().url("http://%s:%d/".formatted(disguise, port)));
    assertRefused(new Lookout().port(disguise, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST.",
        "some.localhost",
        "ip6-localhost",
        "metadata.google.internal",
        "metadata",
        "instance-data",
      })
  void theNamesOfThisMachineAndOfMetadata(String name) {
    var lookout = new Lookout().knows(name.toLowerCase().replaceAll("\\.$", ""), "192.0.2.1");
    assertRefused(lookout.url("http://%s:%d/".formatted(name, port)));
    assertThat(lookout.asked()).isEmpty();
  }

  @Test
  void aNameOfWhichOnlyOneAddressIsRefused() {
    var lookout = new Lookout().knows("both.example", "192.0.2.1,127.0.0.1");
    assertRefused(lookout.url("http://both.example:%d/".formatted(port)));
  }

  @Test
  void aHostOfTheInventoryThatLiesOnThisMachine() {
    var here = new Host("tunnel-01", "127.0.0.1", 2222, null, null, false);
    assertRefused(new Lookout().has(here).port("tunnel-01", port));
  }

  @Test
  void theAssistantsOwnPortOnEachAddressOfThisMachine() throws IOException {
    for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (var address : Collections.list(card.getInetAddresses())) {
        var plain = address.getHostAddress().replaceFirst("%.*", "");
        assertRefused(new Lookout().listensOn(port).port(plain, port));
      }
    }
    assertRefused(new Lookout().listensOn(port).reaches("127.0.0.0/8").port("127.0.0.1", port));
  }

  @Test
  void whatIsReachedIsWhatWasJudgedSoThatASecondAnswerChangesNothing() {
    var lookout = new Lookout().reaches("127.0.0.2/32").knows("rebind.example", "127.0.0.2");
    assertThat(lookout.port("rebind.example", port).results().get(0).output()).contains("closed");
    assertThat(lookout.asked()).containsExactly("rebind.example");
  }

  @Test
  void aRefusalSaysHowToAllowIt() {
    assertThat(new Lookout().port("127.0.0.1", port).explanation())
        .isEqualTo(
            "127.0.0.1 is not looked at, as it is the assistant's own machine; list it under"
                + " network, reachable in inventory/estate.yml where that is meant.");
  }

  private static void assertRefused(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.toString()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).containsAnyOf("is not looked at", "in disguise");
  }
}
