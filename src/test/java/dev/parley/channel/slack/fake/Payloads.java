package dev.parley.channel.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Slack writes into its events. */
final class Payloads {
  private Payloads() {}

  private static JsonObject callback(JsonObject event) {
    var json = new JsonObject();
    json.addProperty("token", "verification");
    json.addProperty("team_id", Workspace.TEAM);
    json.addProperty("api_app_id", Workspace.APP);
    json.add("event", event);
    json.addProperty("type", "event_callback");
    json.addProperty("event_id", "Ev" + UUID.randomUUID().toString().replace("-", ""));
    json.addProperty("event_time", System.currentTimeMillis() / 1_000);
    json.addProperty("is_ext_shared_channel", false);
    var authorization = new JsonObject();
    authorization.addProperty("team_id", Workspace.TEAM);
    authorization.addProperty("user_id", Workspace.BOT);
    authorization.addProperty("is_bot", true);
    var authorizations = new JsonArray();
    authorizations.add(authorization);
    json.add("authorizations", authorizations);
    return json;
  }

  /** A post, as it is told to those in its channel. */
  static Event message(Post post) {
    var event = post.json();
    event.addProperty("channel", post.channel);
    event.addProperty("channel_type", post.channel.startsWith("D") ? "im" : "channel");
    event.addProperty("team", Workspace.TEAM);
    event.addProperty("event_ts", post.ts);
    return new Event("events_api", callback(event));
  }

  /** The same, because it names the app. */
  static Event mention(Post post, boolean edited) {
    var event = post.json();
    event.addProperty("type", "app_mention");
    event.addProperty("channel", post.channel);
    event.addProperty("team", Workspace.TEAM);
    event.addProperty("event_ts", post.ts);
    if (edited) {
      event.add("edited", edited(post));
    }
    return new Event("events_api", callback(event));
  }

  private static JsonObject edited(Post post) {
    var edited = new JsonObject();
    edited.addProperty("user", post.user);
    edited.addProperty("ts", post.ts);
    return edited;
  }

  static Event changed(Post post, JsonObject before, String ts) {
    var event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("hidden", true);
    event.addProperty("channel", post.channel);
    event.addProperty("channel_type", post.channel.startsWith("D") ? "im" : "channel");
    event.addProperty("ts", ts);
    event.addProperty("event_ts", ts);
    var now = post.json();
    now.add("edited", edited(post));
    event.add("message", now);
    event.add("previous_message", before);
    return new Event("events_api", callback(event));
  }

  static Event press(
      String user, String name, Post post, Post.Button button, String ts, String responseUrl) {
    var json = new JsonObject();
    json.addProperty("type", "block_actions");
    json.add("user", object("id", user, "username", name, "name", name, "team_id", Workspace.TEAM));
    json.addProperty("api_app_id", Workspace.APP);
    json.addProperty("token", "verification");
    json.addProperty("trigger_id", "trigger." + ts);
    json.add("team", object("id", Workspace.TEAM, "domain", "fake"));
    json.add("channel", object("id", post.channel, "name", "channel"));
    var container = object("type", "message", "message_ts", post.ts, "channel_id", post.channel);
    container.addProperty("is_ephemeral", post.ephemeral());
    if (post.threadTs != null) {
      container.addProperty("thread_ts", post.threadTs);
    }
    json.add("container", container);
    if (!post.ephemeral()) {
      json.add("message", post.json());
    }
    json.add("state", JsonParser.parseString("{\"values\":{}}"));
    json.addProperty("response_url", responseUrl);
    var actions = new JsonArray();
    actions.add(action(button, ts));
    json.add("actions", actions);
    return new Event("interactive", json);
  }

  private static JsonObject action(Post.Button button, String ts) {
    var action =
        object(
            "type", button.type(),
            "action_id", button.actionId(),
            "block_id", button.blockId(),
            "action_ts", ts);
    var text = new JsonObject();
    text.addProperty("type", "plain_text");
    text.addProperty("text", button.label());
    if (button.type().equals("static_select")) {
      var option = new JsonObject();
      option.add("text", text);
      option.addProperty("value", button.value());
      action.add("selected_option", option);
    } else {
      action.add("text", text);
      action.addProperty("value", button.value());
    }
    return action;
  }

  static Event command(
      String user, String name, String channel, String command, String text, String responseUrl) {
    return new Event(
        "slash_commands",
        object(
            "token",
            "verification",
            "team_id",
            Workspace.TEAM,
            "team_domain",
            "fake",
            "channel_id",
            channel,
            "channel_name",
            "channel",
            "user_id",
            user,
            "user_name",
            name,
            "command",
            command,
            "text",
            text,
            "api_app_id",
            Workspace.APP,
            "is_enterprise_install",
            "false",
            "response_url",
            responseUrl,
            "trigger_id",
            UUID.randomUUID().toString()));
  }

  static JsonObject object(@Nullable String... pairs) {
    var json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      json.addProperty(pairs[i], pairs[i + 1]);
    }
    return json;
  }
}
