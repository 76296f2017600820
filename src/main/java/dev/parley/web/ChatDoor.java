package dev.parley.web;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stands before every WebSocket: the {@link Gate} judges the handshake once more, and the socket
 * keeps whom it let in.
 */
@ApplicationScoped
public class ChatDoor implements HttpUpgradeCheck {
  /** Whom the Gate let in. */
  public static final TypedKey<Caller> CALLER = new TypedKey<>("caller");

  /** The session that the socket ends with; absent where a token was presented. */
  public static final TypedKey<Sessions.Session> SESSION = new TypedKey<>("session");

  private final Gate gate;
  private final Sessions sessions;
  private final Addresses addresses;

  ChatDoor(Gate gate, Sessions sessions, Addresses addresses) {
    this.addresses = addresses;
    this.gate = gate;
    this.sessions = sessions;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    var knock =
        Doorkeeper.knock(context.httpRequest(), Gate.CHAT, addresses.of(context.httpRequest()));
    var verdict = gate.judge(knock);
    var refusal = verdict.refusal();
    var caller = verdict.caller();
    if (refusal != null || caller == null) {
      return CheckResult.rejectUpgrade(refusal == null ? 401 : refusal.status());
    }
    context.userData().put(CALLER, caller);
    if (knock.authorization() == null && knock.cookie() != null) {
      var session = sessions.find(knock.cookie());
      if (session.isEmpty()) {
        return CheckResult.rejectUpgrade(401);
      }
      context.userData().put(SESSION, session.get());
    }
    return CheckResult.permitUpgrade();
  }
}
