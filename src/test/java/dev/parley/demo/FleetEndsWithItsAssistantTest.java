package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FleetEndsWithItsAssistantTest {
  private static final int SERVICES_OF_THE_DEMO_ESTATE = 25;

  @Test
  void aKilledAssistantLeavesNoServiceRunning() throws Exception {
    var assistant = start();
    try (var lines = assistant.inputReader()) {
      var started = lines.readLine();
      var services = services(lines);
      System.out.println("The fleet started in " + started + " ms");
      assertThat(services).hasSize(SERVICES_OF_THE_DEMO_ESTATE).allMatch(ProcessHandle::isAlive);

      assistant.destroyForcibly();

      for (var service : services) {
        service.onExit().get(10, TimeUnit.SECONDS);
      }
    } finally {
      assistant.destroyForcibly();
    }
  }

  private static Process start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:TieredStopAtLevel=1",
            FleetProcess.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<ProcessHandle> services(BufferedReader lines) {
    return lines
        .lines()
        .filter(line -> line.matches("\\d+|ready"))
        .takeWhile(line -> !line.equals("ready"))
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }
}
