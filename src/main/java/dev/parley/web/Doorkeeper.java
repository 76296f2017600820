package dev.parley.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands before every route: security headers, the {@link Gate}, and the limit of a body. */
@ApplicationScoped
class Doorkeeper {
  static final String CALLER = "parley.caller";
  static final int LARGEST_BODY = 64 * 1024;
  private static final int FIRST = 10_000;

  /** The page's own files and nothing else; its scripts cannot turn a string into markup. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private final Gate gate;
  private final Addresses addresses;

  Doorkeeper(Gate gate, Addresses addresses) {
    this.addresses = addresses;
    this.gate = gate;
  }

  void stand(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
    filters.register(
        new BodyLimit(LARGEST_BODY, context -> refuse(context, Problem.of(413))), FIRST - 1);
  }

  /** What no route serves, and what fails outside the resources, is a problem too. */
  void errors(@Observes Router router) {
    for (int status : List.of(400, 404, 405, 406, 413, 415, 500)) {
      router.errorHandler(status, context -> refuse(context, Problem.of(status)));
    }
  }

  private void admit(RoutingContext context) {
    headers(context);
    var verdict =
        gate.judge(
            knock(context.request(), context.normalizedPath(), addresses.of(context.request())));
    var refusal = verdict.refusal();
    if (refusal != null) {
      if (refusal.status() == 401) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
      }
      if (!refusal.pause().isZero()) {
        context.response().putHeader("Retry-After", String.valueOf(refusal.pause().toSeconds()));
      }
      refuse(context, Problem.of(refusal));
      return;
    }
    context.put(CALLER, verdict.caller());
    context.next();
  }

  static Gate.Knock knock(HttpServerRequest request, String path, String address) {
    return new Gate.Knock(
        request.method().name(),
        path,
        host(request),
        request.getHeader(HttpHeaders.ORIGIN),
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader(HttpHeaders.AUTHORIZATION),
        cookie(request),
        address);
  }

  private static @Nullable String host(HttpServerRequest request) {
    return request.authority() == null ? null : request.authority().toString();
  }

  static @Nullable String cookie(HttpServerRequest request) {
    Cookie cookie = request.getCookie(Sessions.COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  private static void headers(RoutingContext context) {
    if (context.request().isSSL()) {
      context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
  }

  private static void refuse(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended()) {
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
    if (problem.status() == 413) {
      // what follows of the body is not read
      response.putHeader("Connection", "close");
    }
    response.end(problem.json());
  }
}
