package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class StoredPassesTest {
  private static final Speaker MARIA = new Speaker("parley", "maria", "Maria", null);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private final JdbcDataSource database = new JdbcDataSource();
  private final StoredPasses passes = new StoredPasses(database);

  @BeforeEach
  void create(TestInfo test) throws Exception {
    database.setUrl(
        "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"
            .formatted(test.getTestMethod().orElseThrow().getName()));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          Files.readString(Path.of("src/main/resources/db/migration/V32__web_passes.sql")));
    }
  }

  private static Pass pass(Pass.Kind kind, String hash, int minutes) {
    return new Pass(kind, hash, MARIA, NOON.plusSeconds(60L * minutes));
  }

  @Test
  void oneIsTakenOnceAndAsItsKind() {
    var code = pass(Pass.Kind.CODE, "a", 10);
    passes.add(code, NOON);
    assertThat(passes.take(Pass.Kind.SESSION, "a")).isEmpty();
    assertThat(passes.take(Pass.Kind.CODE, "b")).isEmpty();
    assertThat(passes.take(Pass.Kind.CODE, "a")).contains(code);
    assertThat(passes.take(Pass.Kind.CODE, "a")).isEmpty();
  }

  @Test
  void allOfOneAccountAreTakenTogether() {
    passes.add(pass(Pass.Kind.SESSION, "a", 10), NOON);
    passes.add(pass(Pass.Kind.SESSION, "b", 10), NOON);
    passes.add(new Pass(Pass.Kind.SESSION, "c", Speaker.of("parley", "jason"), NOON), NOON);
    assertThat(passes.takeAll(Pass.Kind.SESSION, "parley:maria")).hasSize(2);
    assertThat(passes.all(Pass.Kind.SESSION)).extracting(Pass::hash).containsExactly("c");
  }

  @Test
  void whatExpiredGoesWhenTheNextOneComes() {
    passes.add(pass(Pass.Kind.CODE, "a", 10), NOON);
    passes.add(pass(Pass.Kind.CODE, "b", 30), NOON.plusSeconds(20 * 60));
    assertThat(passes.all(Pass.Kind.CODE)).extracting(Pass::hash).containsExactly("b");
  }
}
