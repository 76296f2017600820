package dev.parley.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Actions that were started. */
@Blocking
@Path("/api/v1/executions")
@Produces(MediaType.APPLICATION_JSON)
public class ExecutionsResource {
  private final Talk talk;
  private final Callers callers;

  ExecutionsResource(Talk talk, Callers callers) {
    this.talk = talk;
    this.callers = callers;
  }

  @GET
  @Path("{id}")
  @Operation(summary = "See how an action stands")
  public ExecutionView find(@PathParam("id") String id) {
    return talk.execution(callers.current(), id)
        .orElseThrow(() -> Refusal.notFound("There is no execution with this id."));
  }

  @GET
  @Path("{id}/output")
  @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
  @Operation(summary = "Get the whole output of an action, or of one of its targets")
  public Response output(
      @PathParam("id") String id, @QueryParam("target") @Nullable String target) {
    var output =
        talk.output(callers.current(), id, target)
            .orElseThrow(() -> Refusal.notFound("There is no output of such an execution."));
    return Response.ok((StreamingOutput) output::writeTo)
        .type(MediaType.TEXT_PLAIN + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"output-%s.txt\"".formatted(id))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .build();
  }
}
