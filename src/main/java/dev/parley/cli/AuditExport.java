package dev.parley.cli;

import dev.parley.audit.Wanted;
import dev.parley.web.RecordBook;
import dev.parley.web.RecordBook.Form;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes out the record. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes out every entry that fits, oldest first, as JSON lines or CSV.")
final class AuditExport implements Callable<Integer> {
  @ParentCommand private AuditCommand audit = Unset.value();
  @Mixin private RecordOptions which = new RecordOptions();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only entries that hold this, without case.")
  private String text = "";

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "jsonl or csv (what the file's name ends in, else jsonl).")
  private @Nullable String format;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Into which new file, readable by you only (standard output).")
  private @Nullable Path file;

  @Override
  public Integer call() {
    var wanted = which.wanted(text);
    var form = form();
    try (var out = target()) {
      return new RecordDoor(audit.parley)
          .open(server -> copy(server, wanted, form, out), book -> write(book, wanted, form, out));
    } catch (FileAlreadyExistsException e) {
      throw Complaint.usage("There is a file " + file + ". Name one that does not exist.");
    } catch (IOException e) {
      throw Complaint.usage("The file " + file + " cannot be written: " + e.getMessage());
    }
  }

  private Form form() {
    var named = format != null ? format : file != null && csv(file) ? "csv" : "jsonl";
    for (var form : Form.values()) {
      if (form.name().equalsIgnoreCase(named)) {
        return form;
      }
    }
    throw Complaint.usage("--format " + named + " is none. Write jsonl or csv.");
  }

  private static boolean csv(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private OutputStream target() throws IOException {
    if (file != null) {
      return NewFile.create(file);
    }
    return new FilterOutputStream(audit.parley.around.out()) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private static int copy(Api server, Wanted wanted, Form form, OutputStream out) {
    server.copy(
        "/api/v1/audit/export?form=" + form.name() + "&" + RecordOptions.query(wanted), out);
    return 0;
  }

  private static int write(RecordBook book, Wanted wanted, Form form, OutputStream out) {
    try {
      var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      book.export(wanted, form, writer);
      writer.flush();
      return 0;
    } catch (IOException e) {
      throw Complaint.failed("It cannot be written out: " + e.getMessage());
    }
  }
}
