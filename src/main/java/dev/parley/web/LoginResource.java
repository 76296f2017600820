package dev.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Opens browser sessions by codes that serve once, and ends them. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Logins logins;
  private final Callers callers;
  private final Limits limits;
  private final Addresses addresses;
  private final boolean behindProxy;

  LoginResource(
      Logins logins,
      Callers callers,
      Limits limits,
      Addresses addresses,
      @ConfigProperty(name = "parley.behind-proxy", defaultValue = "false") boolean behindProxy) {
    this.logins = logins;
    this.callers = callers;
    this.limits = limits;
    this.addresses = addresses;
    this.behindProxy = behindProxy;
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Exchange a login code for a session cookie")
  public Response login(
      @Nullable JsonNode body,
      @CookieParam(Sessions.COOKIE) @Nullable String former,
      @HeaderParam("X-Forwarded-Proto") @Nullable String forwarded,
      @Context HttpServerRequest request,
      @Context UriInfo uri) {
    var code = text(body, "code");
    if (code == null) {
      throw Refusal.badRequest("`code` is missing. Put the login code into it.");
    }
    var address = addresses.of(request);
    limits.attempt(address, code).ifPresent(LoginResource::refuse);
    var opened = logins.open(code, former);
    if (opened.isEmpty()) {
      limits.tried(address, code, false);
    }
    return opened
        .map(secret -> Response.noContent().cookie(cookie(secret, secure(uri, forwarded))).build())
        .orElseGet(LoginResource::worthless);
  }

  private static void refuse(Refusal refusal) {
    throw new Refusal.RefusedException(refusal);
  }

  private static Response worthless() {
    return Problem.of(
            new Refusal(
                401, "This code was used or has expired. `./parley login` prints a new link."))
        .response();
  }

  @POST
  @Path("login-codes")
  @Operation(summary = "Make a login code, for a `person` of permissions.yml or the server's owner")
  public Code issue(@Nullable String body) {
    callers.current().must(Scope.Right.ADMINISTER, "Only an admin token can make login codes.");
    var person = text(read(body), "person");
    return new Code(
        person == null ? logins.codeForOwner() : logins.codeFor(person, callers.current().self()));
  }

  /** A login code; it goes behind {@code #login=} in the address, which no server ever sees. */
  public record Code(String code) {}

  @POST
  @Path("logout")
  @Operation(summary = "End this session; with the admin token, every session of a `person`")
  public Response logout(
      @Nullable String body,
      @CookieParam(Sessions.COOKIE) @Nullable String secret,
      @HeaderParam("X-Forwarded-Proto") @Nullable String forwarded,
      @Context UriInfo uri) {
    var person = text(read(body), "person");
    if (person != null) {
      return Response.ok(everywhere(person)).build();
    }
    if (secret != null) {
      logins.close(secret);
    }
    return Response.noContent().cookie(cookie("", secure(uri, forwarded))).build();
  }

  private Ended everywhere(String person) {
    callers
        .current()
        .must(Scope.Right.ADMINISTER, "Only an admin token can end the sessions of others.");
    return new Ended(logins.closeAll(person, callers.current().self()));
  }

  /** How many sessions were ended. */
  public record Ended(int sessions) {}

  /** A body that may be left out, whatever it is called then. */
  private static @Nullable JsonNode read(@Nullable String body) {
    try {
      return body == null || body.isBlank() ? null : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest("The body must be a JSON object, or be left out.");
    }
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

  /** A proxy speaks TLS, as whoever starts the server behind one says, unless it says itself. */
  private boolean secure(UriInfo uri, @Nullable String forwarded) {
    return "https".equals(uri.getRequestUri().getScheme())
        || (behindProxy && !"http".equalsIgnoreCase(forwarded));
  }

  /** An empty secret takes the cookie away. */
  private static NewCookie cookie(String secret, boolean secure) {
    return new NewCookie.Builder(Sessions.COOKIE)
        .value(secret)
        .path("/")
        .maxAge(secret.isEmpty() ? 0 : (int) Sessions.LIFETIME.toSeconds())
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
