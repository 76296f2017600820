package dev.parley.web;

import dev.parley.audit.Head;
import dev.parley.audit.Wanted;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The record of what was asked and done, for whoever may read it. */
@Blocking
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {
  private static final int MOST = 10_000;

  private final Talk talk;
  private final Callers callers;

  RecordResource(Talk talk, Callers callers) {
    this.talk = talk;
    this.callers = callers;
  }

  @GET
  @Operation(
      summary = "Search the record of what was asked and done",
      description =
          "By text, person, intent, kind (of event), since, until; the newest `limit` entries, newest"
              + " last.")
  public List<Map<String, Object>> search(
      @QueryParam("limit") @Nullable String limit, @Context UriInfo uri) {
    return book().search(wanted(uri), limit(limit));
  }

  @GET
  @Path("export")
  @Produces({"application/jsonl", "text/csv", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Write out the record",
      description =
          "Everything that the same parameters want, oldest first; `form` is jsonl or csv.")
  public Response export(@QueryParam("form") @Nullable String form, @Context UriInfo uri) {
    var book = book();
    var wanted = wanted(uri);
    var chosen = form(form);
    StreamingOutput stream =
        out -> {
          var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          book.export(wanted, chosen, writer);
          writer.flush();
        };
    return Response.ok(stream, chosen.mediaType() + ";charset=UTF-8").build();
  }

  @GET
  @Path("head")
  @Operation(summary = "Read where the record ends now, to note it elsewhere")
  public RecordBook.HeadView head() {
    return book().head();
  }

  @GET
  @Path("verify")
  @Operation(
      summary = "Look whether the record is as it was written",
      description = "`head` is an end that was noted elsewhere: its number and hash.")
  public RecordBook.VerificationView verify(@QueryParam("head") @Nullable String head) {
    return book().verify(head == null ? List.of() : List.of(noted(head)));
  }

  private RecordBook book() {
    if (!callers.current().speaksForOthers()) {
      throw Refusal.forbidden("Only the admin token can read the record.");
    }
    return talk.record();
  }

  private static Wanted wanted(UriInfo uri) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    return RecordQuery.wanted(name -> given.getFirst(name));
  }

  private static Head noted(String head) {
    return Head.parse(head)
        .orElseThrow(
            () -> Refusal.badRequest("`head` must be a number and a hash, as audit/head gives."));
  }

  private static RecordBook.Form form(@Nullable String form) {
    return RecordQuery.form(form)
        .orElseThrow(() -> Refusal.badRequest("`form` must be jsonl or csv."));
  }

  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return 100;
    }
    if (!limit.matches("\\d{1,5}") || Integer.parseInt(limit) > MOST) {
      throw Refusal.badRequest("`limit` must be a number up to " + MOST + ".");
    }
    return Integer.parseInt(limit);
  }
}
