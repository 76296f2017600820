package dev.parley.channel.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SingleTeamAuthorization;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of Slack's events is for us. Each is handed on and acknowledged at once; what is not for us,
 * edits and what bots say among it, is acknowledged and forgotten.
 */
final class Events {
  private static final Pattern ANY = Pattern.compile("/.+");
  private static final Pattern OURS = Pattern.compile("parley-.*");

  private Events() {}

  /**
   * Somebody wrote something.
   *
   * @param thread the first message of the thread it is in, or null
   */
  record Said(
      String team, String channel, String user, String text, String ts, @Nullable String thread) {}

  /** Is told what comes. */
  interface Listener {
    void said(Said said);

    void command(SlashCommandPayload command);

    void pressed(BlockActionPayload pressed);
  }

  /**
   * Bolt, as we use it: its own check of signatures is not in constant time, so ours comes before.
   */
  static App app(SlackApi api, AuthTestResponse we, Listener listener) {
    var config =
        AppConfig.builder()
            .slack(api.slack())
            .singleTeamBotToken(api.token())
            .authTestCacheEnabled(true)
            .authTestCacheExpirationMillis(-1L)
            .allEventsApiAutoAckEnabled(true)
            .subtypedMessageEventsAutoAckEnabled(true)
            .build();
    var app = new App(config, api.slack(), List.of(new SingleTeamAuthorization(config, we, null)));
    messages(app, we, listener);
    app.command(
        ANY,
        (request, context) -> {
          listener.command(request.getPayload());
          return context.ack();
        });
    app.blockAction(
        OURS,
        (request, context) -> {
          listener.pressed(request.getPayload());
          return context.ack();
        });
    return app;
  }

  private static void messages(App app, AuthTestResponse we, Listener listener) {
    var heard = new Heard(listener, we.getUserId());
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          var e = payload.getEvent();
          if (e.getBotId() == null && e.getEdited() == null && e.getSubtype() == null) {
            var team = team(e.getUserTeam(), e.getTeam(), payload.getTeamId());
            heard.said(team, e.getChannel(), e.getUser(), e.getText(), e.getTs(), e.getThreadTs());
          }
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          var e = payload.getEvent();
          if (e.getBotId() == null && e.getEdited() == null) {
            var team = team(null, e.getTeam(), payload.getTeamId());
            heard.said(team, e.getChannel(), e.getUser(), e.getText(), e.getTs(), e.getThreadTs());
          }
          return context.ack();
        });
    app.event(
        MessageFileShareEvent.class,
        (payload, context) -> {
          var e = payload.getEvent();
          heard.said(
              payload.getTeamId(),
              e.getChannel(),
              e.getUser(),
              e.getText(),
              e.getTs(),
              e.getThreadTs());
          return context.ack();
        });
    app.event(
        MessageThreadBroadcastEvent.class,
        (payload, context) -> {
          var e = payload.getEvent();
          heard.said(
              payload.getTeamId(),
              e.getChannel(),
              e.getUser(),
              e.getText(),
              e.getTs(),
              e.getThreadTs());
          return context.ack();
        });
  }

  private static String team(@Nullable String first, @Nullable String second, String third) {
    return first != null ? first : second != null ? second : third;
  }

  /** Hands on what people say: neither what is incomplete, nor what we said ourselves. */
  private record Heard(Listener listener, String we) {
    void said(
        String team,
        @Nullable String channel,
        @Nullable String user,
        @Nullable String text,
        @Nullable String ts,
        @Nullable String thread) {
      if (channel != null && user != null && text != null && ts != null && !user.equals(we)) {
        listener.said(new Said(team, channel, user, text, ts, thread));
      }
    }
  }
}
