package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
  @TempDir Path folder;

  @Test
  void isMadeOnceAndOnlyItsOwnerCanReadIt() throws IOException {
    var data = folder.resolve("data");
    var first = AdminToken.obtain(null, data);
    var second = AdminToken.obtain(null, data);

    assertThat(second.matches(first.value())).isTrue();
    assertThat(first.value()).hasSizeGreaterThan(40);
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(AdminToken.file(data))).isEqualTo("rw-------");
  }

  @Test
  void refusesAnythingElse() throws IOException {
    var token = AdminToken.obtain(null, folder);
    assertThat(token.matches("")).isFalse();
    assertThat(token.matches(token.value() + "x")).isFalse();
    assertThat(token.matches(token.value().substring(1))).isFalse();
  }

  @Test
  void theOneFromTheEnvironmentIsNotWrittenDown() throws IOException {
    var token = AdminToken.obtain("a-long-enough-secret", folder);
    assertThat(token.matches("a-long-enough-secret")).isTrue();
    assertThat(AdminToken.file(folder)).doesNotExist();
  }

  @Test
  void refusesABlankOrShortOneFromTheEnvironment() {
    assertThatThrownBy(() -> AdminToken.obtain("   ", folder))
        .hasMessageContaining("shorter than 16 characters");
    assertThatThrownBy(() -> AdminToken.obtain("secret", folder))
        .hasMessageContaining("shorter than 16 characters")
        .hasMessageNotContaining("secret,");
  }

  @Test
  void neverPrintsItself() throws IOException {
    var token = AdminToken.obtain(null, folder);
    assertThat(token.toString()).doesNotContain(token.value());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
