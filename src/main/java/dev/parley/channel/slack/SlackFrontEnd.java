package dev.parley.channel.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.parley.channel.Ears;
import dev.parley.channel.FrontEnd;
import dev.parley.channel.Hooked;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.UndeliveredException;
import dev.parley.channel.Workshop;
import dev.parley.delivery.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The assistant in Slack. */
final class SlackFrontEnd implements FrontEnd, Hooked {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final int UNAVAILABLE = 503;

  private final SlackSetup setup;
  private final Workshop workshop;
  private final Manners manners = new Manners();
  private final Addressees addressees = new Addressees();
  private volatile @Nullable Session session;
  private volatile Instant notBefore = Instant.EPOCH;

  /**
   * What lasts as long as the connection.
   *
   * @param socket null where Slack calls us
   * @param signature null where we call Slack
   */
  private record Session(
      SlackApi api,
      App app,
      Posting posting,
      @Nullable SocketMode socket,
      @Nullable Signature signature) {

    boolean connected() {
      return socket == null || socket.connected();
    }

    void close() {
      if (socket != null) {
        socket.close();
      }
      app.stop();
      api.close();
    }
  }

  SlackFrontEnd(SlackSetup setup, Workshop workshop) {
    this.setup = setup;
    this.workshop = workshop;
  }

  @Override
  public String platform() {
    return Place.CHANNEL;
  }

  @Override
  public void connect(Ears ears) throws NotConnectedException {
    if (workshop.clock().instant().isBefore(notBefore)) {
      throw NotConnectedException.forNow("Slack wants us to wait.");
    }
    var before = session;
    if (before != null && before.socket() != null) {
      try {
        before.socket().connect();
        return;
      } catch (NotConnectedException e) {
        waitAsTold(before.api());
        if (!e.passing() || !before.api().pause().isZero()) {
          throw e;
        }
        LOG.log(Level.DEBUG, "slack: it is begun anew: " + e.sentence());
      }
      session = null;
      before.close();
    }
    session = begin(ears);
  }

  private Session begin(Ears ears) throws NotConnectedException {
    var api = setup.api(workshop);
    SocketMode socket = null;
    try {
      var we = api.whoAmI();
      var shelf = new Shelf();
      var traces = new Traces(new Endings(api, manners)::known);
      var posting = new Posting(api, manners, addressees, shelf, traces, ears, workshop.clock());
      var hearing = new Hearing(api, we, manners, addressees, shelf, traces, ears);
      var app = Events.app(api, we, hearing);
      Signature signature = null;
      if (setup.mode() == SlackSetup.Mode.HTTP) {
        signature = setup.signature(workshop);
      } else {
        socket = new SocketMode(api, setup.appToken(workshop), app);
        socket.connect();
      }
      return new Session(api, app, posting, socket, signature);
    } catch (NotConnectedException | RuntimeException e) {
      waitAsTold(api);
      if (socket != null) {
        socket.close();
      }
      api.close();
      throw e;
    }
  }

  private void waitAsTold(SlackApi api) {
    notBefore = workshop.clock().instant().plus(api.pause());
  }

  @Override
  public boolean connected() {
    var now = session;
    return now != null && now.connected();
  }

  @Override
  public void post(Message message) throws UndeliveredException {
    var now = session;
    if (now == null) {
      throw UndeliveredException.forNow("Slack is not connected.");
    }
    now.posting().post(message);
  }

  /** Signed by Slack, or refused. */
  @Override
  public Return called(Call call) {
    var now = session;
    if (setup.mode() != SlackSetup.Mode.HTTP) {
      return Return.unknown();
    }
    if (now == null || now.signature() == null) {
      return new Return(UNAVAILABLE, "text/plain;charset=UTF-8", "");
    }
    return now.signature().holds(call) ? run(now.app(), call) : Return.refused();
  }

  private static Return run(App app, Call call) {
    try {
      var request =
          new SlackRequestParser(app.config())
              .parse(
                  SlackRequestParser.HttpRequest.builder()
                      .requestUri("/hooks/slack/" + call.path())
                      .queryString(Map.of())
                      .requestBody(call.text())
                      .headers(headers(call))
                      .remoteAddress("")
                      .build());
      if (request == null) {
        return Return.unknown();
      }
      var answer = app.run(request);
      var body = answer.getBody();
      var type = answer.getContentType();
      return new Return(
          answer.getStatusCode(),
          type == null ? "text/plain;charset=UTF-8" : type,
          body == null ? "" : body);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "slack: a call could not be read; Slack sends it again.", e);
      return new Return(500, "text/plain;charset=UTF-8", "");
    }
  }

  private static RequestHeaders headers(Call call) {
    var headers = new TreeMap<String, List<String>>();
    call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new RequestHeaders(headers);
  }

  @Override
  public void close() {
    var now = session;
    session = null;
    if (now != null) {
      now.close();
    }
    manners.close();
  }
}
