package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever orders a change that nothing offers is not served by a look. */
class OrderedChangesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uninstall perl on web-02",
        "could you please wipe the disk of web-02",
        "we need to resize /var on web-02",
        "i want gcc installed on web-02"
      })
  void areNoQuestions(String text) {
    assertThat(Shipped.read("disk_usage", text).zone()).isEqualTo(Zone.DECLINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before i delete anything, the disk usage of web-02 please",
        "i have to replace a disk, show me what is used on web-02",
        "disk usage of web-02"
      })
  void areNotHeardInQuestions(String text) {
    assertThat(Shipped.read("disk_usage", text).zone()).isEqualTo(Zone.ACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"can you restore the orders database on staging", "rename the orders database"})
  void areNoOtherChanges(String text) {
    assertThat(Shipped.read("backup_database", text).zone()).isEqualTo(Zone.DECLINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"install version 2.1 of billing on staging"})
  void mayShipAVersion(String text) {
    assertThat(Shipped.read("deploy", text).zone()).isEqualTo(Zone.ACT);
  }
}
