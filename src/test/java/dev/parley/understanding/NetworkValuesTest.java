package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses, domains, ports and records: which of them a word is depends on what is asked. */
class NetworkValuesTest {
  @Test
  void takesAnyAddressWhereTheIntentDoes() {
    is("ping_host", "ping 8.8.8.8", "host 8.8.8.8");
    is("ping_host", "ping example.com", "host example.com");
    is("ping_host", "ping 2001:DB8:0:0:0:0:0:1", "host 2001:db8::1");
    is("ping_host", "ping https://example.com/x", "host example.com");
    is("ping_host", "ping 192.168.0.24", "host web-01");
    is("ping_host", "ping web-01 and 1.1.1.1", "host web-01", "host 1.1.1.1");
    is("check_port", "is port 22 open on mail.example.com", "port 22", "host mail.example.com");
  }

  @Test
  void refusesNamesThatAreNoAddress() {
    is("ping_host", "ping web-99", "host? web-99");
    is("restart_service", "restart apache on 8.8.8.8", "service apache", "host? 8.8.8.8");
    is("cpu_load", "load on example.com", "host? example.com");
    is("ping_host", "ping 10.0.0.0/8");
  }

  @Test
  void readsNetworksAndAddressesToBlock() {
    is("block_ip", "block 203.0.113.7", "ip 203.0.113.7");
    is("block_ip", "block 198.51.100.0/24 please", "ip 198.51.100.0/24");
    is("block_ip", "block 2001:DB8::/32", "ip 2001:db8::/32");
    is("block_ip", "block 192.168.0.24", "ip 192.168.0.24");
    is("block_ip", "block web-01");
    is("block_ip", "block 1.2.3.4 and 5.6.7.8", "ip 1.2.3.4", "ip 5.6.7.8");
    is("block_ip", "block 1.2.3");
  }

  @Test
  void readsDomains() {
    is("whois_lookup", "whois example.com", "domain example.com");
    is("whois_lookup", "whois 8.8.8.8", "domain 8.8.8.8");
    is("whois_lookup", "who owns example.com?", "domain example.com");
    is("certificate_expiry", "cert of https://shop.example.com/cart", "domain shop.example.com");
    is("certificate_expiry", "when does the cert on lb-01 expire", "domain lb-01");
    is("certificate_expiry", "example.com's certificate", "domain example.com");
    is("dns_lookup", "txt of _dmarc.example.com", "record_type TXT", "domain _dmarc.example.com");
    is("whois_lookup", "whois for nginx.conf");
  }

  @Test
  void readsTypesOfRecords() {
    is("dns_lookup", "dig example.com mx", "domain example.com", "record_type MX");
    is("dns_lookup", "dig mx example.com", "record_type MX", "domain example.com");
    is("dns_lookup", "a records of example.com", "record_type A", "domain example.com");
    is("dns_lookup", "the A record of example.com", "record_type A", "domain example.com");
    is("dns_lookup", "is there a record for example.com", "domain example.com");
    is("dns_lookup", "nameservers of example.com", "record_type NS", "domain example.com");
    is("dns_lookup", "reverse lookup of 8.8.8.8", "record_type PTR", "domain 8.8.8.8");
    is("dns_lookup", "look up a domain: example.com", "domain example.com");
  }

  @Test
  void readsWebAddresses() {
    is("check_url", "is https://example.com/a?b=c up?", "url https://example.com/a?b=c");
    is("check_url", "check example.com/health", "url example.com/health");
    is("check_url", "check web-02:8080/health.", "url web-02:8080/health");
    is("check_url", "is example.com up", "url example.com");
  }

  @Test
  void readsPorts() {
    is("check_port", "is 8080 open on web-02", "port 8080", "host web-02");
    is("check_port", "check web-02:8080", "host web-02", "port 8080");
    is("check_port", "check 10.2.3.4:22", "host 10.2.3.4", "port 22");
    is("check_port", "is 443/tcp open on lb-01", "port 443", "host lb-01");
    is("check_port", "is the https port open on lb-01", "port 443", "host lb-01");
    is(
        "check_port",
        "ports 80, 443 and 8080 on lb-01",
        "port 80",
        "port 443",
        "port 8080",
        "host lb-01");
    is("check_port", "telnet db-02 5432", "host db-02", "port 5432");
    is("check_port", "is port 70000 open on lb-01", "host lb-01");
  }

  @Test
  void readsProcessesAndLines() {
    is("kill_process", "kill -9 4412 on web-01", "pid 4412", "host web-01");
    is("kill_process", "kill 12, 13 and 14 on web-01", "pid 12", "pid 13", "pid 14", "host web-01");
    is("tail_logs", "tail -n 50 nginx on web-01", "lines 50", "service nginx", "host web-01");
    is(
        "tail_logs",
        "last 20 of the nginx log on web-01",
        "lines 20",
        "service nginx",
        "host web-01");
    is("tail_logs", "users get 502, show the nginx log on web-01", "service nginx", "host web-01");
    is("tail_logs", "logs of kafka on web-01", "service? kafka", "host web-01");
  }

  @Test
  void readsAnswers() {
    assertThat(Shipped.answer("ping_host", "host", "example.com"))
        .containsExactly("host example.com");
    assertThat(Shipped.answer("check_port", "port", "80 and 443"))
        .containsExactly("port 80", "port 443");
    assertThat(Shipped.answer("check_port", "port", "https")).containsExactly("port 443");
    assertThat(Shipped.answer("block_ip", "ip", "10.0.0.0/8")).containsExactly("ip 10.0.0.0/8");
    assertThat(Shipped.answer("check_url", "url", "example.com"))
        .containsExactly("url example.com");
    assertThat(Shipped.answer("dns_lookup", "domain", "it's example.com"))
        .containsExactly("domain example.com");
    assertThat(Shipped.answer("restart_service", "service", "the web server apache"))
        .containsExactly("service apache");
    assertThat(Shipped.answer("kill_process", "pid", "pid 4412")).containsExactly("pid 4412");
    assertThat(Shipped.answer("show_graph", "metric", "request latency"))
        .containsExactly("metric request latency");
  }

  private static void is(String intent, String text, String... values) {
    assertThat(Shipped.values(intent, text)).as(text).containsExactly(values);
  }
}
