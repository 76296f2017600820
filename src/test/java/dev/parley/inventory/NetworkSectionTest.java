package dev.parley.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSectionTest {
  @TempDir Path folder;

  @Test
  void tellsWhatMayBeReachedAndWhomToAsk() throws IOException {
    var settings =
        read("""
                network:
                  reachable: [127.0.0.1:9090, "[::1]:9090", 169.254.20.0/24, Status.Internal:8080]
                  name_servers: [192.0.2.53, "[2001:db8::53]:5353"]
                  whois: whois.example.net:4343
                """)
            .inventory()
            .network();
    assertThat(settings.reachable()).hasSize(4);
    assertThat(settings.nameServers()).containsExactly("192.0.2.53", "[2001:db8::53]:5353");
    assertThat(settings.whois()).isEqualTo("whois.example.net:4343");
  }

  @Test
  void withoutTheSectionNothingMoreIsReachable() throws IOException {
    assertThat(read("teams: {platform: {}}\n").inventory().network())
        .isEqualTo(NetworkSettings.USUAL);
  }

  @Test
  void whatIsNoPlaceIsToldWithItsLine() throws IOException {
    assertThat(
            read("""
                    network:
                      reachable: [127.0.0.1:99999, "10.0.0.0/33", "a b"]
                      name_servers: ["-x"]
                      whois: "http://x"
                      reachible: []
                    """)
                .problems())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "inventory/estate.yml:5: There is no key reachible here. Did you mean reachable?",
            "inventory/estate.yml:2: 127.0.0.1:99999 is no address, network or name. Write e.g."
                + " 127.0.0.1:9090, 169.254.20.0/24 or status.internal:8080.",
            "inventory/estate.yml:2: 10.0.0.0/33 is no address, network or name. Write e.g."
                + " 127.0.0.1:9090, 169.254.20.0/24 or status.internal:8080.",
            "inventory/estate.yml:2: a b is no address, network or name. Write e.g."
                + " 127.0.0.1:9090, 169.254.20.0/24 or status.internal:8080.",
            "inventory/estate.yml:3: -x is no server. Write a name or an address, with :PORT if"
                + " need be.",
            "inventory/estate.yml:4: http://x is no server. Write a name or an address, with :PORT"
                + " if need be.");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,any,127.0.0.1,80,true",
    "127.0.0.1:81,any,127.0.0.1,80,false",
    "127.0.0.0/8,any,127.9.9.9,80,true",
    "fe80::/10,any,fe80::1,80,true",
    "fe80::/10,any,127.0.0.1,80,false",
    "10.0.0.128/25,any,10.0.0.127,80,false",
    "10.0.0.128/25,any,10.0.0.128,80,true",
    "status.internal,status.internal,127.0.0.1,80,true",
    "status.internal,other.internal,127.0.0.1,80,false",
  })
  void aPlaceIsANetworkOrAName(String place, String asked, String address, int port, boolean is)
      throws IOException {
    assertThat(
            Reachable.parse(place)
                .orElseThrow()
                .covers(asked, InetAddress.getByName(address), port))
        .isEqualTo(is);
  }

  private InventoryReader.Result read(String estate) throws IOException {
    var inventory = Files.createDirectories(folder.resolve("inventory"));
    Files.writeString(inventory.resolve("hosts.ini"), "[web]\nweb-01\n");
    Files.writeString(inventory.resolve("estate.yml"), estate);
    return InventoryReader.read(inventory);
  }
}
