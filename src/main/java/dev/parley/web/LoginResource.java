package dev.parley.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Opens browser sessions by codes that serve once. */
@Blocking
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
  private final LoginCodes codes;
  private final Sessions sessions;
  private final Callers callers;

  LoginResource(LoginCodes codes, Sessions sessions, Callers callers) {
    this.callers = callers;
    this.codes = codes;
    this.sessions = sessions;
  }

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Exchange a login code for a session cookie")
  public Response login(@Nullable JsonNode body, @Context UriInfo uri) {
    var code = body == null ? null : body.get("code");
    if (code == null || !code.isTextual()) {
      throw Refusal.badRequest("`code` is missing. Put the login code into it.");
    }
    if (!codes.redeem(code.textValue())) {
      return Problem.of(
              new Refusal(
                  401, "This code was used or has expired. `./parley login` prints a new link."))
          .response();
    }
    return Response.noContent().cookie(cookie(sessions.open(), uri)).build();
  }

  @POST
  @Path("login-codes")
  @Operation(summary = "Make a login code")
  public Code issue() {
    if (!callers.current().speaksForOthers()) {
      throw Refusal.forbidden("Only the admin token can make login codes.");
    }
    return new Code(codes.issue());
  }

  /** A login code; it goes behind {@code #login=} in the address, which no server ever sees. */
  public record Code(String code) {}

  private static NewCookie cookie(String secret, UriInfo uri) {
    return new NewCookie.Builder(Sessions.COOKIE)
        .value(secret)
        .path("/")
        .maxAge((int) Sessions.LIFETIME.toSeconds())
        .httpOnly(true)
        .secure("https".equals(uri.getRequestUri().getScheme()))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
