package dev.parley.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes everything that is kept into one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes everything that is kept into one new file, readable by you only: conversations, what"
          + " was run, the record, what is scheduled, tokens, host keys, long outputs. It may run"
          + " meanwhile.",
      "The home (intents, inventory, permissions, models) is yours and not in it.",
      ""
    },
    footer = {"", "Example:", "  parley backup parley-2026-01-31.zip"})
final class BackupCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Parameters(paramLabel = "FILE", description = "Which file; it must not exist.")
  private Path file = Unset.value();

  @Option(
      names = "--with-secrets",
      description =
          "Put secrets/, the key of secret values and the admin token in too: keep the file like"
              + " those.")
  private boolean secrets;

  @Override
  public Integer call() {
    try (var out = NewFile.create(file)) {
      write(out);
    } catch (FileAlreadyExistsException e) {
      throw Complaint.usage("There is a file " + file + ". Name one that does not exist.");
    } catch (IOException e) {
      throw Complaint.usage("The file " + file + " cannot be written: " + e.getMessage());
    }
    parley.around.out().println("Wrote " + file + ".");
    return 0;
  }

  private void write(OutputStream out) {
    var places = parley.places();
    var run = RunningServer.find(places);
    if (run.isPresent()) {
      parley
          .meeting()
          .own(places, run.get())
          .patient()
          .copy("/api/v1/backup?secrets=" + secrets, out);
    } else {
      parley.around.house().backup(places, out, secrets);
    }
  }
}
