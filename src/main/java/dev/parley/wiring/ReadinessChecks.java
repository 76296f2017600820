package dev.parley.wiring;

import dev.parley.channel.FrontEnds;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.health.api.Wellness;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the server can take messages, beside the database's own check. Anybody may ask, so it
 * tells what is wrong but neither paths nor names.
 */
final class ReadinessChecks {
  private static final long LEAST_SPACE = 50 << 20;

  private ReadinessChecks() {}

  /** It is not about to end. */
  @ApplicationScoped
  @Readiness
  static class Running implements HealthCheck {
    private volatile boolean stopping;

    void stop(@Observes @Priority(1) ShutdownEvent event) {
      stopping = true;
    }

    @Override
    public HealthCheckResponse call() {
      return answer("running", stopping ? "The server is stopping." : "");
    }
  }

  /** What it does can be written down. */
  @ApplicationScoped
  @Readiness
  static class Space implements HealthCheck {
    private final Path data;

    Space(@ConfigProperty(name = "parley.data", defaultValue = "data") Path data) {
      this.data = data;
    }

    @Override
    public HealthCheckResponse call() {
      return answer("data-folder", problem());
    }

    private String problem() {
      try {
        if (!Files.isWritable(data)) {
          return "The data folder cannot be written to.";
        }
        return Files.getFileStore(data).getUsableSpace() < LEAST_SPACE
            ? "Less than 50 MB are free on the disk of the data folder."
            : "";
      } catch (IOException e) {
        return "The data folder cannot be looked at.";
      }
    }
  }

  /** Front ends that are away keep nobody from being answered elsewhere, so it is only told. */
  @ApplicationScoped
  @Wellness
  static class Places implements HealthCheck {
    private final Instance<FrontEnds> frontEnds;

    Places(Instance<FrontEnds> frontEnds) {
      this.frontEnds = frontEnds;
    }

    @Override
    public HealthCheckResponse call() {
      var response = HealthCheckResponse.named("front-ends").up();
      if (frontEnds.isResolvable()) {
        for (var status : frontEnds.get().statuses()) {
          response.withData(status.platform(), status.connected() ? "connected" : status.problem());
        }
      }
      return response.build();
    }
  }

  private static HealthCheckResponse answer(String name, String problem) {
    var response = HealthCheckResponse.named(name).status(problem.isEmpty());
    return problem.isEmpty() ? response.build() : response.withData("problem", problem).build();
  }
}
