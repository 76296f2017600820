package dev.parley.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An error as RFC 9457 writes it. It never says what went on inside. */
@JsonPropertyOrder({"type", "title", "status", "detail"})
public record Problem(String type, String title, int status, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final Map<Integer, String> DETAILS =
      Map.of(
          400, "The request cannot be read. Check its syntax.",
          404, "There is nothing here. The API is described at /q/openapi.",
          405, "This address does not take that method. The API is described at /q/openapi.",
          406, "This address cannot answer in that form. Accept application/json.",
          413, "The body is over 64 KB. Send less at once.",
          415, "Send the body as application/json.",
          500, "Something went wrong inside the server. Its log says what.");

  static Problem of(Refusal refusal) {
    return new Problem("about:blank", title(refusal.status()), refusal.status(), refusal.detail());
  }

  static Problem of(int status) {
    return of(new Refusal(status, DETAILS.getOrDefault(status, title(status) + ".")));
  }

  Response response() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(json()).build();
  }

  /** Written by hand, so that an error needs no message body writer that could fail again. */
  String json() {
    return new JsonObject()
        .put("type", type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .encode();
  }

  private static String title(int status) {
    if (status == 429) {
      return "Too Many Requests";
    }
    var known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
