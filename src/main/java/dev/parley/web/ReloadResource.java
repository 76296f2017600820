package dev.parley.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Has the home's files read again. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ReloadResource {
  private final Reloads reloads;
  private final Callers callers;

  ReloadResource(Reloads reloads, Callers callers) {
    this.reloads = reloads;
    this.callers = callers;
  }

  @POST
  @Path("reload")
  @Operation(
      summary = "Read the home's files again, and run the inventory's programs",
      description =
          "Answers when everything is in use, also a model that has to be learnt. A broken file"
              + " changes nothing and is among the problems.")
  public CompletionStage<ReloadView> reload() {
    callers.current().must(Scope.Right.ADMINISTER, "Only an admin token can reload.");
    return reloads.reload().thenApply(ReloadView::of);
  }

  /** A reload, as the API writes one. */
  public record ReloadView(List<FlawView> problems, List<String> changes, String model) {
    static ReloadView of(Reload reload) {
      return new ReloadView(
          reload.problems().stream()
              .map(p -> new FlawView(p.file(), Math.max(p.line(), 1), p.what(), p.todo()))
              .toList(),
          reload.changes(),
          reload.model());
    }
  }

  /** Something that is wrong in a file. */
  public record FlawView(String file, int line, String what, String todo) {}
}
