package dev.parley.channel.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.UndeliveredException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slack's Web API, and what its refusals mean. */
final class SlackApi implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** What only other settings mend. */
  private static final Map<String, String> WRONG =
      Map.of(
          "invalid_auth", "Slack refuses the token; copy it anew from the app's settings.",
          "not_authed", "Slack refuses the token; copy it anew from the app's settings.",
          "account_inactive", "The app was removed from the workspace; install it again.",
          "token_revoked", "The token was revoked; install the app again and copy the new one.",
          "token_expired", "The token has expired; install the app again and copy the new one.",
          "missing_scope", "The app lacks a scope; compare it with docs/slack/manifest.yml.",
          "not_allowed_token_type",
              "Slack wants the other token here: xapp- for Socket Mode, xoxb- for the bot.",
          "no_permission", "The token may not do that; compare it with docs/slack/manifest.yml.");

  /** Nobody knows whether it was done. */
  private static final Set<String> TROUBLE =
      Set.of(
          "fatal_error", "internal_error", "service_unavailable", "request_timeout", "ratelimited");

  private final Slack slack;
  private final String token;
  private volatile Duration wait = Duration.ZERO;

  SlackApi(String prefix, String token) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(prefix);
    config.setHttpClientReadTimeoutMillis(PATIENCE_MILLIS);
    config.setHttpClientWriteTimeoutMillis(PATIENCE_MILLIS);
    config.setHttpClientCallTimeoutMillis(2 * PATIENCE_MILLIS);
    // it would ask Slack who we are, once for each token, and complain by itself
    config.setStatsEnabled(false);
    this.slack = Slack.getInstance(config);
    this.token = token;
  }

  Slack slack() {
    return slack;
  }

  String token() {
    return token;
  }

  /** One call of a method. */
  interface Call<R extends SlackApiTextResponse> {
    R on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /** Calls a method, for what has to be done. */
  <R extends SlackApiTextResponse> R must(Call<R> call)
      throws UndeliveredException, RefusedException {
    try {
      var answer = call.on(slack.methods(token));
      if (answer.isOk()) {
        return answer;
      }
      throw refused(String.valueOf(answer.getError()));
    } catch (SlackApiException e) {
      throw trouble(e);
    } catch (IOException e) {
      throw UndeliveredException.forNow("Slack cannot be reached: " + e.getMessage());
    }
  }

  /** Calls a method, for what is nice to have. */
  <R extends SlackApiTextResponse> @Nullable R may(Call<R> call) {
    try {
      return must(call);
    } catch (UndeliveredException | RefusedException e) {
      LOG.log(Level.DEBUG, "slack: something that is not needed was not done: " + e.getMessage());
      return null;
    }
  }

  private static RefusedException refused(String error) throws UndeliveredException {
    if (TROUBLE.contains(error)) {
      throw UndeliveredException.forNow("Slack has trouble: " + error);
    }
    return new RefusedException(error);
  }

  private static UndeliveredException trouble(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == TOO_MANY) {
      return UndeliveredException.after("Slack wants us to wait.", pause(e));
    }
    var sentence = "Slack answers " + status + ".";
    return status >= SERVER_ERROR
        ? UndeliveredException.forNow(sentence)
        : UndeliveredException.forGood(sentence);
  }

  private static Duration pause(SlackApiException e) {
    var said = e.getResponse().header("Retry-After", "1");
    return said != null && said.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(said))
        : Duration.ofSeconds(1);
  }

  /** Who we are there. */
  AuthTestResponse whoAmI() throws NotConnectedException {
    return connecting(methods -> methods.authTest(r -> r.token(token)));
  }

  /** Where to connect to for Socket Mode; it serves once. */
  String socketAddress(String appToken) throws NotConnectedException {
    return connecting(methods -> methods.appsConnectionsOpen(r -> r.token(appToken))).getUrl();
  }

  private <R extends SlackApiTextResponse> R connecting(Call<R> call) throws NotConnectedException {
    wait = Duration.ZERO;
    try {
      return must(call);
    } catch (RefusedException e) {
      var wrong = WRONG.get(e.error());
      throw wrong == null
          ? NotConnectedException.forNow("Slack refuses to connect: " + e.error() + ".")
          : NotConnectedException.forGood(wrong);
    } catch (UndeliveredException e) {
      wait = e.pause();
      throw NotConnectedException.forNow(String.valueOf(e.getMessage()));
    }
  }

  /** So long Slack wants us to wait before we connect again. */
  Duration pause() {
    return wait;
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "slack: its client could not be closed in order.", e);
    }
  }

  /** Slack says no, by one of its words. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String error;

    RefusedException(String error) {
      super("Slack refuses: " + error);
      this.error = error;
    }

    String error() {
      return error;
    }
  }
}
