package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audit.AuditEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Makes, lists and revokes tokens. */
@Blocking
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
  private static final long LONGEST_DAYS = 3_660;

  private final Tokens tokens;
  private final Logins logins;
  private final Conversations conversations;
  private final Callers callers;

  TokenResource(Tokens tokens, Logins logins, Conversations conversations, Callers callers) {
    this.tokens = tokens;
    this.logins = logins;
    this.conversations = conversations;
    this.callers = callers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make a token",
      description =
          "`name`, `scope` (chat, speak-for, read, admin), `person` of permissions.yml (needed for"
              + " chat), `days` until it expires (90). The token is in the answer and nowhere else.")
  public Response make(@Nullable JsonNode body) {
    administrator();
    var name = text(body, "name");
    if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw Refusal.badRequest("`name` must be 1 to 64 letters, digits, dots or hyphens.");
    }
    var scope = scope(text(body, "scope"));
    var person = text(body, "person");
    if (scope == Scope.CHAT && person == null) {
      throw Refusal.badRequest("A chat token speaks as somebody. Name them as `person`.");
    }
    var whose = person == null ? "" : logins.key(person);
    var made =
        tokens
            .make(name, scope, whose, lasts(body))
            .orElseThrow(() -> Refusal.conflict("There is a token " + name + ". Revoke it first."));
    var by = callers.current().self().account();
    conversations.note(
        new AuditEvent.TokenMade(
            now(), whose.isEmpty() ? by : whose, Threads.CHANNEL, name, scope.label(), by));
    return Response.status(201)
        .entity(new MadeView(TokenView.of(made.token()), made.secret()))
        .build();
  }

  @GET
  @Operation(summary = "List the tokens, of which nobody can learn the secret")
  public List<TokenView> list() {
    administrator();
    return tokens.all().stream().map(TokenView::of).toList();
  }

  @DELETE
  @Path("{name}")
  @Operation(summary = "Make a token worthless at once")
  public Response revoke(@PathParam("name") String name) {
    administrator();
    if (!tokens.revoke(name)) {
      throw Refusal.notFound("There is no token " + name + ". `token list` shows which there are.");
    }
    var by = callers.current().self().account();
    conversations.note(new AuditEvent.TokenRevoked(now(), by, Threads.CHANNEL, name, by));
    return Response.noContent().build();
  }

  private void administrator() {
    callers.current().must(Scope.Right.ADMINISTER, "Only an admin token can manage tokens.");
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private static Scope scope(@Nullable String label) {
    return Scope.byLabel(label == null ? "" : label)
        .orElseThrow(
            () -> Refusal.badRequest("`scope` must be " + String.join(", ", Scope.labels()) + "."));
  }

  private static Duration lasts(@Nullable JsonNode body) {
    var days = body == null ? null : body.get("days");
    if (days == null || days.isNull()) {
      return Duration.ofDays(90);
    }
    if (!days.canConvertToInt() || days.asInt() < 1 || days.asInt() > LONGEST_DAYS) {
      throw Refusal.badRequest("`days` must be a number from 1 to " + LONGEST_DAYS + ".");
    }
    return Duration.ofDays(days.asInt());
  }

  private static @Nullable String text(@Nullable JsonNode body, String key) {
    var value = body == null ? null : body.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Refusal.badRequest("`" + key + "` must be a string.");
    }
    return value.textValue();
  }

  /** A token that was just made; its secret is told this once. */
  public record MadeView(TokenView token, String secret) {}

  /** A token, as the API writes it. */
  public record TokenView(
      String name,
      String scope,
      @Nullable String person,
      String madeAt,
      String expiresAt,
      @Nullable String usedAt) {
    static TokenView of(Token token) {
      return new TokenView(
          token.name(),
          token.scope().label(),
          token.person(),
          token.madeAt().toString(),
          token.expiresAt().toString(),
          token.usedAt() == null ? null : token.usedAt().toString());
    }
  }
}
