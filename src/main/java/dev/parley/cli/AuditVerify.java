package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.audit.Head;
import dev.parley.web.RecordBook.VerificationView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks whether the record is as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Looks whether the record is as it was written: nothing changed, removed, inserted, put into"
          + " another order, or cut off its end.",
      "Exit status 1 when it is not."
    })
final class AuditVerify implements Callable<Integer> {
  @ParentCommand private AuditCommand audit = Unset.value();

  @Option(
      names = "--head",
      paramLabel = "\"N HASH\"",
      description = "An end of the record as audit head printed it then.")
  private @Nullable String head;

  @Override
  public Integer call() {
    var noted = head == null ? List.<Head>of() : List.of(parsed(head));
    return new RecordDoor(audit.parley)
        .open(
            server -> tell(server.get(path(noted), new TypeReference<>() {})),
            book -> tell(book.verify(noted)));
  }

  private static Head parsed(String head) {
    return Head.parse(head)
        .orElseThrow(
            () ->
                Complaint.usage(
                    "--head " + head + " is no end of a record. Give both words of audit head."));
  }

  private static String path(List<Head> noted) {
    return "/api/v1/audit/verify"
        + (noted.isEmpty() ? "" : "?head=" + Api.encoded(noted.get(0).toString()));
  }

  private int tell(VerificationView found) {
    if (found.sound()) {
      audit
          .parley
          .around
          .out()
          .println(
              found.entries() + " entries, as they were written. Head: " + found.head().hash());
      return 0;
    }
    found.findings().forEach(audit.parley.around.err()::println);
    return Complaint.FAILED;
  }
}
