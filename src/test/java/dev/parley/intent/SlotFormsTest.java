package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT|080|80",
        "REPLICAS|0|0",
        "STATE|ON|on",
        "IP|192.168.0.24|192.168.0.24",
        "IP|2001:DB8:0:0:1:0:0:1|2001:db8::1:0:0:1",
        "IP|::|::",
        "IP|::FFFF:1.2.3.4|::ffff:1.2.3.4",
        "IP|fe80::0001/64|fe80::1/64",
        "IP|10.0.0.0/8|10.0.0.0/8",
        "INCIDENT|inc 99|INC-99",
        "INCIDENT|inc-2041|INC-2041",
        "TICKET|OPS12|OPS-12",
        "TICKET|#12|12",
        "PERSON|@maria|maria",
        "RECORD_TYPE|mx|MX",
        "PATH|/var/log|/var/log",
        "PATH|/|/",
        "URL|https://example.com/a?b=c|https://example.com/a?b=c",
        "DOMAIN|example.com|example.com",
        "VERSION|1.4.2-rc1|1.4.2-rc1",
        "BRANCH|feature/login|feature/login",
        "CUSTOMER|Acme & Sons|Acme & Sons",
        "DURATION|30m|PT30M",
        "DURATION|2w|P14D",
        "SINCE|2026-01-31T19:00:00+01:00|2026-01-31T18:00:00Z",
        "TEXT|\"disk full\"|disk full",
        "TEXT|\"a\" and \"b\"|\"a\" and \"b\""
      })
  void givesTheCanonicalForm(SlotType type, String text, String canonical) {
    assertThat(SlotForms.canonical(type, text)).hasValue(canonical);
    assertThat(SlotForms.canonical(type, canonical)).hasValue(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT|0",
        "PORT|65536",
        "PORT|1e3",
        "PID|4194305",
        "COUNT|1001",
        "COUNT|ten",
        "LINES|10001",
        "DAYS|3651",
        "REPLICAS|1001",
        "STATE|maybe",
        "IP|192.168.0.256",
        "IP|192.168.00.1",
        "IP|1::2::3",
        "IP|1.2.3.4::",
        "IP|10.0.0.0/33",
        "PATH|../../etc/passwd",
        "PATH|/var/../etc",
        "PATH|/var/log;reboot",
        "PATH|/var/log$(reboot)",
        "URL|ftp://example.com",
        "URL|http://user:secret@example.com",
        "URL|javascript:alert(1)",
        "BRANCH|a..b",
        "VERSION|1.0 && reboot",
        "DOMAIN|example.com;reboot",
        "DURATION|-PT5M",
        "DURATION|soon",
        "INCIDENT|latest"
      })
  void refusesWhatIsNoValueOfTheType(SlotType type, String text) {
    assertThat(SlotForms.canonical(type, text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SlotType.class)
  void refusesOptionsAndHiddenCharactersForEveryType(SlotType type) {
    if (type != SlotType.TEXT) {
      assertThat(SlotForms.canonical(type, "-rf")).isEmpty();
      assertThat(SlotForms.canonical(type, "--all")).isEmpty();
    }
    for (var hidden : new String[] {"\0", "\n", "\r", "\u200b", "\u202e", "\u2028", "\u001b"}) {
      assertThat(SlotForms.canonical(type, "a" + hidden + "b")).isEmpty();
    }
    assertThat(SlotForms.canonical(type, " ")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SlotType.class)
  void saysWhatIsExpectedOfEveryType(SlotType type) {
    assertThat(SlotForms.expected(type)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"''x''", "\"'x'\"", "\"\"", "'", "\" \""})
  void canonicalTextStaysAsItIs(String text) {
    var once = SlotForms.canonical(SlotType.TEXT, text).orElseThrow();
    assertThat(SlotForms.canonical(SlotType.TEXT, once)).hasValue(once);
  }

  @Test
  void countsASwapAsOneEdit() {
    assertThat(NearNames.distance("ngnix", "nginx", 3)).isEqualTo(1);
    assertThat(NearNames.distance("abc", "xyz", 2)).isEqualTo(3);
    assertThat(NearNames.didYouMean("servce", java.util.List.of("host", "service"), "x"))
        .isEqualTo("Did you mean service?");
  }
}
