package dev.parley.channel.slack.fake;

import com.google.gson.JsonObject;
import java.util.UUID;

/** Something that Slack tells the app, until it is acknowledged. */
final class Event {
  final String type;
  final JsonObject payload;
  final String envelope = UUID.randomUUID().toString();
  int attempt;
  long sentAt;

  /**
   * @param type of the envelope: events_api, interactive or slash_commands
   */
  Event(String type, JsonObject payload) {
    this.type = type;
    this.payload = payload;
  }

  /** The same once more, as a duplicate has an envelope of its own. */
  Event again() {
    return new Event(type, payload);
  }

  JsonObject envelope() {
    var json = new JsonObject();
    json.addProperty("envelope_id", envelope);
    json.addProperty("type", type);
    json.addProperty("accepts_response_payload", !type.equals("events_api"));
    if (type.equals("events_api")) {
      json.addProperty("retry_attempt", attempt);
      json.addProperty("retry_reason", attempt == 0 ? "" : "timeout");
    }
    json.add("payload", payload);
    return json;
  }
}
