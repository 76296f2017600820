package dev.parley.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** Reads a request's body, and refuses it as soon as it is too large, announced or not. */
final class BodyLimit implements Handler<RoutingContext> {
  private static final long GRACE_MILLIS = 2_000;

  private final int largest;
  private final Handler<RoutingContext> refuse;

  /**
   * @param refuse answers a request whose body is over {@code largest} bytes
   */
  BodyLimit(int largest, Handler<RoutingContext> refuse) {
    this.largest = largest;
    this.refuse = refuse;
  }

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    if (opensChat(context)) {
      // the handshake reads the request itself, and takes 8 KB of it at most
      context.next();
      return;
    }
    if (announced(request) > largest) {
      turnAway(context);
      return;
    }
    if (request.isEnded()) {
      pass(context, Buffer.buffer());
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    read(context, request);
  }

  private static boolean opensChat(RoutingContext context) {
    return context.normalizedPath().equals(Gate.CHAT)
        && "websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE));
  }

  private void read(RoutingContext context, HttpServerRequest request) {
    var body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() > largest) {
            turnAway(context);
          } else {
            body.appendBuffer(chunk);
          }
        });
    request.endHandler(end -> pass(context, body));
    request.resume();
  }

  /**
   * Answers, and lets go of the connection a moment later: closing it at once would reset it under
   * a client that still sends, and so has not read the answer.
   */
  private void turnAway(RoutingContext context) {
    var request = context.request();
    refuse.handle(context);
    request.handler(chunk -> {});
    request.endHandler(end -> request.connection().close());
    context.vertx().setTimer(GRACE_MILLIS, timer -> request.connection().close());
    request.resume();
  }

  private static void pass(RoutingContext context, Buffer body) {
    ((RoutingContextInternal) context).setBody(body);
    context.next();
  }

  private static long announced(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }
}
