package dev.parley.cli;

import dev.parley.conversation.Speaker;
import dev.parley.web.AdminToken;
import dev.parley.web.Caller;
import dev.parley.web.RunFile;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Brings whoever types together with the assistant: behind an address, or in this process. */
final class Meeting {
  private final House house;
  private final Map<String, String> environment;

  Meeting(House house, Map<String, String> environment) {
    this.house = house;
    this.environment = environment;
  }

  /**
   * With whom, and as whom.
   *
   * @param url the address of a server elsewhere, or null
   * @param as for whom to speak, or null
   * @param conversation null for the one that belongs to whoever types
   */
  record Wish(
      @Nullable URI url, @Nullable String as, @Nullable String conversation, boolean simulate) {}

  /** Talks to the server at the address, else to the one that owns the data folder, else alone. */
  int hold(Places places, Wish wish, ToIntFunction<Counterpart> talk) {
    if (wish.url() != null) {
      return remote(new Api(wish.url(), remoteToken()), wish.as(), wish, talk);
    }
    var run = RunningServer.find(places);
    if (run.isPresent()) {
      if (wish.simulate() && !run.get().simulate()) {
        throw Complaint.usage(
            "The server that is running runs actions. Stop it first, or leave --simulate out.");
      }
      var as = wish.as() == null ? "os:" + user() : wish.as();
      return remote(own(places, run.get()), as, wish, talk);
    }
    return inside(places, wish, talk);
  }

  /** The server that owns the data folder. */
  Api own(Places places, RunFile run) {
    return new Api(URI.create(run.url()), adminToken(places), run.client());
  }

  private int remote(Api api, @Nullable String as, Wish wish, ToIntFunction<Counterpart> talk) {
    try (var counterpart = new RemoteCounterpart(api, as, conversation(wish))) {
      return talk.applyAsInt(counterpart);
    }
  }

  private int inside(Places places, Wish wish, ToIntFunction<Counterpart> talk) {
    if (wish.as() != null && !wish.simulate()) {
      throw Complaint.usage("--as works only with --simulate, or with a server and its token.");
    }
    var caller = Caller.here(Speaker.of("os", user()), wish.simulate());
    return house.inside(
        places,
        wish.simulate(),
        voice -> {
          try (var counterpart =
              new LocalCounterpart(voice, caller, wish.as(), conversation(wish))) {
            return talk.applyAsInt(counterpart);
          }
        });
  }

  private static String conversation(Wish wish) {
    if (wish.conversation() != null) {
      return wish.conversation();
    }
    return wish.as() == null ? user() : wish.as();
  }

  private String remoteToken() {
    var token = environment.get("PARLEY_TOKEN");
    if (token == null || token.isBlank()) {
      throw Complaint.usage("--url needs a token. Put it into the environment as PARLEY_TOKEN.");
    }
    return token.strip();
  }

  private String adminToken(Places places) {
    try {
      return AdminToken.obtain(environment.get("PARLEY_ADMIN_TOKEN"), places.data()).value();
    } catch (IllegalArgumentException e) {
      throw Complaint.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Complaint.failed(
          AdminToken.file(places.data()) + " cannot be read. It belongs to the server's user.");
    }
  }

  private static String user() {
    return System.getProperty("user.name");
  }
}
