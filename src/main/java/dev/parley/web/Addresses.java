package dev.parley.web;

import io.vertx.core.http.HttpServerRequest;

/**
 * Where a request comes from.
 *
 * @param behindProxy whether a proxy in front says so; what anybody else says is not believed
 */
record Addresses(boolean behindProxy) {
  String of(HttpServerRequest request) {
    var forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
    if (forwarded != null && !forwarded.isBlank()) {
      // the last one is what the proxy itself saw
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    var remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
  }
}
