package dev.parley.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings a backup back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a backup back into an empty data folder, or an empty PostgreSQL database, and verifies"
          + " its record. What ran when it was made is said to be unknown at the next start; what"
          + " was scheduled is asked about. Nothing is run.",
      ""
    },
    footer = {"", "Example:", "  PARLEY_DATA=/var/lib/parley parley restore parley-2026-01-31.zip"})
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Parameters(paramLabel = "FILE", description = "The file that backup wrote.")
  private Path file = Unset.value();

  @Override
  public Integer call() {
    var places = parley.places();
    if (!Files.isReadable(file)) {
      throw Complaint.usage("The file " + file + " cannot be read.");
    }
    if (!empty(places.data())) {
      throw Complaint.failed(
          "The data folder "
              + places.data()
              + " is not empty. Name an empty one with PARLEY_DATA, or move this one away.");
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var verified = parley.around.house().restore(places, in);
      verified.findings().forEach(parley.around.err()::println);
      if (!verified.sound()) {
        return Complaint.FAILED;
      }
      parley
          .around
          .out()
          .println(
              "Restored; " + verified.entries() + " entries of the record, as they were written.");
      return 0;
    } catch (IOException e) {
      throw Complaint.failed(file + " is no backup that can be read: " + e.getMessage());
    }
  }

  private static boolean empty(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
