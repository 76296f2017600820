package dev.parley.wiring;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;

/** The records in a PostgreSQL server that the test starts. */
@QuarkusTest
@TestProfile(PostgresRecordsTest.OnAServer.class)
@EnabledIf(
    value = "dev.parley.wiring.PostgresServer#wanted",
    disabledReason =
        "postgresql-15 is not installed. Install Debian's package; with PARLEY_REQUIRE_PEERS=1 its"
            + " absence fails the build.")
class PostgresRecordsTest extends StoredRecords {
  /** The server that the test starts. */
  public static class OnAServer implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(PostgresServer.class));
    }
  }
}
