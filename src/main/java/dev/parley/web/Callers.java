package dev.parley.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells resources whom the {@link Doorkeeper} let in. */
@ApplicationScoped
class Callers {
  private final CurrentVertxRequest request;

  Callers(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The caller of the request that is served now. */
  Caller current() {
    Caller caller = request.getCurrent().get(Doorkeeper.CALLER);
    if (caller == null) {
      throw new IllegalStateException("A resource was reached without a credential.");
    }
    return caller;
  }
}
