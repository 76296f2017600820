package dev.parley.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

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
}
