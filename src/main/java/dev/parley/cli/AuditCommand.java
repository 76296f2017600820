package dev.parley.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The record of what was asked and done. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditSearch.class,
      AuditExport.class,
      AuditVerify.class,
      AuditHead.class,
    },
    description = {"Searches, writes out and verifies the record of what was asked and done.", ""},
    footer = {
      "",
      "Examples:",
      "  parley audit search apache --since 2d",
      "  parley audit search --person jason --intent restart_service --json",
      "  parley audit export --since 2026-01-01 --until 2026-02-01 --file january.csv",
      "  parley audit verify",
      "  parley audit head                     note what it prints elsewhere"
    })
final class AuditCommand implements Runnable {
  @ParentCommand ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: search [TEXT], export, verify or head.");
  }
}
