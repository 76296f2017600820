package dev.parley.web;

import dev.parley.permission.OneTimePasswords;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One-time passwords, over HTTP. */
@Blocking
@Path("/api/v1/one-time-passwords")
@Produces(MediaType.APPLICATION_JSON)
public class OneTimePasswordResource {
  private final Enrolling enrolling;
  private final Callers callers;

  OneTimePasswordResource(Enrolling enrolling, Callers callers) {
    this.enrolling = enrolling;
    this.callers = callers;
  }

  /**
   * What is asked for.
   *
   * @param as for whom, as with messages
   * @param code a code of the app
   */
  public record Wish(@Nullable String as, @Nullable String code) {}

  /** Whether somebody has them. */
  public record Status(boolean enrolled) {}

  /** What to take into an app, and what to keep for the day it is lost; shown once. */
  public record Fresh(String uri, String secret, List<String> recovery) {}

  @GET
  @Operation(summary = "Learn whether somebody has one-time passwords")
  public Status status(@QueryParam("as") @Nullable String as) {
    return new Status(enrolling.enrolled(callers.current().proving(as)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a new secret; a `code` of the former one where there is one")
  public Fresh begin(@Nullable Wish wish) {
    var asked = wish == null ? new Wish(null, null) : wish;
    var fresh = enrolling.begin(callers.current().proving(asked.as()), asked.code());
    return new Fresh(fresh.uri(), fresh.secret(), fresh.recovery());
  }

  @POST
  @Path("confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make the new secret count, by a first `code` of it")
  public Status confirm(@Nullable Wish wish) {
    if (wish == null || wish.code() == null) {
      throw Refusal.badRequest("`code` is missing. Put the six digits that the app shows into it.");
    }
    var code = OneTimePasswords.in(wish.code());
    return new Status(
        code.isPresent() && enrolling.confirm(callers.current().proving(wish.as()), code.get()));
  }

  @DELETE
  @Path("{person}")
  @Operation(summary = "Take a person's one-time passwords away")
  public Map<String, Boolean> remove(@PathParam("person") String person) {
    callers
        .current()
        .must(Scope.Right.ADMINISTER, "Only an admin token can take one-time passwords away.");
    return Map.of("removed", enrolling.remove(person, callers.current().self()));
  }
}
