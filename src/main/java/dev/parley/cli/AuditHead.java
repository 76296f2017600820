package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.RecordBook.HeadView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Tells where the record ends now. */
@Command(
    name = "head",
    mixinStandardHelpOptions = true,
    description = {
      "Prints how many entries the record has and the hash of the last one.",
      "Note it where nobody who can reach this machine can change it; audit verify --head compares.",
    })
final class AuditHead implements Callable<Integer> {
  @ParentCommand private AuditCommand audit = Unset.value();

  @Override
  public Integer call() {
    return new RecordDoor(audit.parley)
        .open(
            server -> print(server.get("/api/v1/audit/head", new TypeReference<>() {})),
            book -> print(book.head()));
  }

  private int print(HeadView head) {
    audit.parley.around.out().println(head.number() + " " + head.hash());
    return 0;
  }
}
