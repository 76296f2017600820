package dev.parley.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a client may want to know besides conversations. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {
  private static final int MOST = 10_000;

  private final Talk talk;
  private final Callers callers;

  ServerResource(Talk talk, Callers callers) {
    this.talk = talk;
    this.callers = callers;
  }

  @GET
  @Path("me")
  @Operation(summary = "Learn who speaks with this credential")
  public Talk.PersonView me(@QueryParam("as") @Nullable String as) {
    return talk.person(callers.current(), as);
  }

  @GET
  @Path("vocabulary")
  @Operation(summary = "List the names that somebody can say: of intents they may ask for, of hosts …")
  public List<String> vocabulary(
      @QueryParam("as") @Nullable String as,
      @HeaderParam(MessagesResource.CHANNEL) @Nullable String channel) {
    var caller = callers.current();
    return talk.vocabulary(caller, as, caller.conversation("completion", channel));
  }

  @GET
  @Path("audit")
  @Operation(summary = "Search the record of what was asked and done")
  public List<Map<String, Object>> audit(
      @QueryParam("text") @Nullable String text,
      @QueryParam("since") @Nullable String since,
      @QueryParam("limit") @Nullable String limit) {
    if (!callers.current().speaksForOthers()) {
      throw Refusal.forbidden("Only the admin token can read the record.");
    }
    return talk.record(text == null ? "" : text, instant(since), limit(limit));
  }

  private static Instant instant(@Nullable String since) {
    try {
      return since == null ? Instant.EPOCH : Instant.parse(since);
    } catch (DateTimeException e) {
      throw Refusal.badRequest("`since` must be an instant such as 2026-01-31T18:00:00Z.");
    }
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
