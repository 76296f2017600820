package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConversationId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What is said in a conversation: by people, and by the assistant. */
@Blocking
@Path("/api/v1/conversations/{conversation}/messages")
public class MessagesResource {
  /** Set by the command line, whose conversations are the terminal's own. */
  static final String CHANNEL = "Parley-Channel";

  private static final Duration NO_WAIT = Duration.ZERO;

  private final Talk talk;
  private final Callers callers;
  private final Limits limits;

  MessagesResource(Talk talk, Callers callers, Limits limits) {
    this.limits = limits;
    this.talk = talk;
    this.callers = callers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Say something; the answer comes at once, or with ?wait=30s when it is done")
  public Uni<AnswerView> say(
      @PathParam("conversation") String conversation,
      @QueryParam("wait") @Nullable String wait,
      @HeaderParam(CHANNEL) @Nullable String channel,
      @RequestBody(content = @Content(schema = @Schema(implementation = MessageRequest.class)))
          @Nullable JsonNode body) {
    var caller = callers.current();
    var place = caller.conversation(conversation, channel);
    var request = MessageRequest.of(body);
    limits
        .message(caller.speaker(request.as()).account())
        .ifPresent(
            refusal -> {
              throw new Refusal.RefusedException(refusal);
            });
    var limit = wait == null ? NO_WAIT : Waits.parse(wait);
    return Uni.createFrom().completionStage(() -> talk.sayAndWait(caller, place, request, limit));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Read what the assistant said after message number N")
  public MessageView.Page after(
      @PathParam("conversation") String conversation,
      @QueryParam("after") @Nullable String after,
      @HeaderParam(CHANNEL) @Nullable String channel) {
    var place = callers.current().conversation(conversation, channel);
    return talk.after(place, position(after, place));
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Read what the assistant says, as it says it")
  public Multi<OutboundSseEvent> follow(
      @PathParam("conversation") String conversation,
      @QueryParam("after") @Nullable String after,
      @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
      @HeaderParam(CHANNEL) @Nullable String channel,
      @Context Sse sse) {
    var place = callers.current().conversation(conversation, channel);
    return MessageStream.open(
        talk, place, position(lastEvent != null ? lastEvent : after, place), sse);
  }

  private long position(@Nullable String after, ConversationId conversation) {
    if (after == null || after.isEmpty()) {
      return 0;
    }
    if (after.equals("latest")) {
      return talk.last(conversation);
    }
    if (!after.matches("\\d{1,18}")) {
      throw Refusal.badRequest("`after` must be the number of a message, or `latest`.");
    }
    return Long.parseLong(after);
  }
}
