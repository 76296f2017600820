package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides who comes in: first whether the request was meant for this server, then whose it is.
 * Plain data in, a verdict out.
 */
public final class Gate {
  /** Where the web chat's socket is. */
  public static final String CHAT = "/api/v1/chat";

  /** Where platforms call their front ends, which check who calls by themselves. */
  private static final String HOOKS = "/hooks/";

  private static final Set<String> OPEN =
      Set.of("/", "/q/health/ready", "/q/health/live", "/api/v1/login");

  /** The files that the page is made of. */
  private static final Pattern PAGE = Pattern.compile("/page/[a-z-]+\\.(?:js|css|svg)");

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String BEARER = "bearer ";

  private final AdminToken token;
  private final Tokens tokens;
  private final Limits limits;
  private final Sessions sessions;
  private final Speaker owner;
  private final Set<String> hosts;

  /**
   * @param owner the account that owns the server
   * @param hosts the names under which it may be called, lower case; empty where a proxy in front
   *     decides that
   */
  public Gate(
      AdminToken token,
      Tokens tokens,
      Sessions sessions,
      Limits limits,
      Speaker owner,
      Set<String> hosts) {
    this.tokens = tokens;
    this.limits = limits;
    this.token = token;
    this.sessions = sessions;
    this.owner = owner;
    this.hosts = Set.copyOf(hosts);
  }

  /** What is looked at of a request. Headers that are missing are null. */
  record Knock(
      String method,
      String path,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String fetchSite,
      @Nullable String authorization,
      @Nullable String cookie,
      String address) {}

  /** What became of it: a caller, a refusal, or neither where no credential is needed. */
  record Verdict(@Nullable Caller caller, @Nullable Refusal refusal) {
    static Verdict refused(int status, String detail) {
      return refused(new Refusal(status, detail));
    }

    static Verdict refused(Refusal refusal) {
      return new Verdict(null, refusal);
    }
  }

  Verdict judge(Knock knock) {
    if (!meantForUs(knock.host())) {
      return Verdict.refused(
          403,
          "This server does not answer to that host name. Use the address that it printed when it"
              + " started.");
    }
    if (!readsOnly(knock) && foreign(knock)) {
      return Verdict.refused(403, "A page of another site may not do this.");
    }
    if (OPEN.contains(knock.path()) || PAGE.matcher(knock.path()).matches()) {
      return new Verdict(null, null);
    }
    if (knock.path().startsWith(HOOKS)) {
      return limits
          .hook(knock.address())
          .map(Verdict::refused)
          .orElseGet(() -> new Verdict(null, null));
    }
    var bearer = bearer(knock);
    var tooMany =
        bearer == null ? Optional.<Refusal>empty() : limits.attempt(knock.address(), bearer);
    if (tooMany.isPresent()) {
      return Verdict.refused(tooMany.get());
    }
    var caller = knock.authorization() == null ? ofSession(knock) : ofToken(bearer);
    if (bearer != null) {
      limits.tried(knock.address(), bearer, caller != null);
    }
    return caller != null
        ? limits.request(caller).map(Verdict::refused).orElseGet(() -> admitted(caller, knock))
        : Verdict.refused(
            401,
            "This needs a token: send `Authorization: Bearer …`, or open the link that `./parley"
                + " login` prints.");
  }

  private static Verdict admitted(Caller caller, Knock knock) {
    return caller.may(Scope.Right.TALK) || readsOnly(knock)
        ? new Verdict(caller, null)
        : Verdict.refused(403, "This token may only read.");
  }

  /** A page whose name was made to point here (DNS rebinding) calls us by that name. */
  private boolean meantForUs(@Nullable String host) {
    return hosts.isEmpty() || (host != null && hosts.contains(nameOf(host)));
  }

  /** A socket begins as a GET, and is not bound to its page's origin as other requests are. */
  private static boolean readsOnly(Knock knock) {
    return READS.contains(knock.method()) && !knock.path().equals(CHAT);
  }

  private static boolean foreign(Knock knock) {
    if ("cross-site".equals(knock.fetchSite()) || "same-site".equals(knock.fetchSite())) {
      return true;
    }
    var origin = knock.origin();
    if (origin == null) {
      // every browser sends it with a socket's handshake; programs come with a token
      return knock.path().equals(CHAT) && knock.authorization() == null;
    }
    int scheme = origin.indexOf("://");
    return scheme < 0
        || knock.host() == null
        || !origin.substring(scheme + 3).equalsIgnoreCase(knock.host());
  }

  private static @Nullable String bearer(Knock knock) {
    var authorization = knock.authorization();
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  private @Nullable Caller ofToken(@Nullable String bearer) {
    if (bearer == null) {
      return null;
    }
    return token.matches(bearer)
        ? Caller.admin(owner)
        : tokens.find(bearer).map(Caller::with).orElse(null);
  }

  private @Nullable Caller ofSession(Knock knock) {
    return knock.cookie() == null
        ? null
        : sessions
            .find(knock.cookie())
            .map(session -> Caller.inSession(session.speaker()))
            .orElse(null);
  }

  private static String nameOf(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    int end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
    return end > 0 ? lower.substring(0, end) : lower;
  }
}
