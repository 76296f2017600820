package dev.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audit.AuditLog;
import dev.parley.audit.Head;
import dev.parley.audit.Wanted;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The record, for those who may read it: searched, written out, and verified. */
public record RecordBook(AuditLog log) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 1_000;

  /** The newest entries that are wanted, newest last. */
  public List<Map<String, Object>> search(Wanted wanted, int limit) {
    return log.newest(wanted, limit).stream().map(AuditView::of).toList();
  }

  /** How entries are written out. */
  public enum Form {
    /** A JSON object a line. */
    JSONL("application/jsonl"),
    /** As RFC 4180 has it, for spreadsheets. */
    CSV("text/csv");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** Writes out every entry that is wanted, oldest first. */
  public void export(Wanted wanted, Form form, Appendable out) throws IOException {
    if (form == Form.CSV) {
      out.append(RecordCsv.HEADER);
    }
    long position = 0;
    var page = log.after(position, wanted, PAGE);
    while (!page.isEmpty()) {
      for (var entry : page) {
        out.append(form == Form.CSV ? RecordCsv.line(entry) : json(AuditView.of(entry)) + "\n");
      }
      position = page.get(page.size() - 1).position();
      page = log.after(position, wanted, PAGE);
    }
  }

  static String json(Map<String, ?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers can be written as JSON.", e);
    }
  }

  /** Where the record ends now. */
  public HeadView head() {
    return HeadView.of(log.head());
  }

  /** Looks whether everything is as it was written, also against ends that were noted elsewhere. */
  public VerificationView verify(Collection<Head> noted) {
    var report = log.verify(noted);
    return new VerificationView(
        report.sound(), report.entries(), HeadView.of(report.head()), report.findings());
  }

  /** The end of the record, as the API writes it. */
  public record HeadView(long number, String hash) {
    static HeadView of(Head head) {
      return new HeadView(head.position(), head.hash());
    }
  }

  /** What a verification found, as the API writes it. */
  public record VerificationView(
      boolean sound, long entries, HeadView head, List<String> findings) {}
}
