package dev.parley.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a client may want to know besides conversations. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {
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
  @Operation(
      summary = "List the names that somebody can say: of intents they may ask for, of hosts …")
  public List<String> vocabulary(
      @QueryParam("as") @Nullable String as,
      @HeaderParam(MessagesResource.CHANNEL) @Nullable String channel) {
    var caller = callers.current();
    return talk.vocabulary(caller, as, caller.conversation("completion", channel));
  }
}
