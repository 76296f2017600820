package dev.parley.web;

import static dev.parley.person.FilePeople.PARLEY;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever calls the API.
 *
 * @param client names the credential, and with it the name space of its conversations
 * @param self the account that speaks when {@code as} says nothing
 * @param rights what it may do; {@code as} is honoured with {@link Scope.Right#SPEAK_FOR} alone
 */
public record Caller(String client, Speaker self, Set<Scope.Right> rights) {
  /** The client id of the admin token. */
  public static final String ADMIN = "admin";

  /** The front end that the verbs of the command line are. */
  public static final String TERMINAL = "terminal";

  /** Somebody in a browser: all their sessions have one name space. */
  static Caller inSession(Speaker speaker) {
    var name = speaker.platform().equals(PARLEY) ? speaker.id() : speaker.account();
    return new Caller("person/" + Ids.encoded(name), speaker, Scope.CHAT.rights());
  }

  /** Whoever holds the admin token of the data folder. */
  static Caller admin(Speaker owner) {
    return new Caller(ADMIN, owner, Scope.ADMIN.rights());
  }

  /** The verbs of the command line without a server, which is nobody's but the owner's. */
  public static Caller here(Speaker user, boolean speaksForOthers) {
    return new Caller(ADMIN, user, speaksForOthers ? Scope.ADMIN.rights() : Scope.CHAT.rights());
  }

  /** Whoever presents a token. One that speaks for others stands between them and us. */
  static Caller with(Token token) {
    var client = "token/" + token.name();
    var person = token.person();
    var gateway = token.scope() == Scope.CHAT ? null : client;
    var self =
        person == null
            ? new Speaker("token", token.name(), token.name(), gateway)
            : new Speaker(PARLEY, person, person, gateway);
    return new Caller(client, self, token.scope().rights());
  }

  boolean may(Scope.Right right) {
    return rights.contains(right);
  }

  /** Refuses whoever lacks a right. */
  void must(Scope.Right right, String refusal) {
    if (!may(right)) {
      throw Refusal.forbidden(refusal);
    }
  }

  boolean speaksForOthers() {
    return may(Scope.Right.SPEAK_FOR);
  }

  /**
   * The account that a message comes from.
   *
   * @param as a name in {@code permissions.yml}, {@code platform:id}, or null
   */
  public Speaker speaker(@Nullable String as) {
    if (as == null) {
      return self;
    }
    if (!speaksForOthers()) {
      throw Refusal.forbidden(
          "This credential may not speak for others. Leave `as` out, or use a token with the scope speak-for.");
    }
    int colon = as.indexOf(':');
    if (as.isBlank() || colon == 0 || colon == as.length() - 1) {
      throw Refusal.badRequest(
          "`as` names nobody. Give a name in permissions.yml, or platform:id.");
    }
    return colon < 0 ? of(PARLEY, as) : of(as.substring(0, colon), as.substring(colon + 1));
  }

  /**
   * Whose one-time passwords and accounts are meant. What stands between people and us must not be
   * able to prove that it is one of them.
   */
  Speaker proving(@Nullable String as) {
    if (speaksForOthers()) {
      must(
          Scope.Right.ADMINISTER,
          "A token with the scope speak-for has no say in one-time passwords and accounts. Use one's"
              + " own token, or an admin token.");
    }
    return speaker(as);
  }

  private Speaker of(String platform, String id) {
    return new Speaker(platform, id, id, client);
  }

  /**
   * The conversation that a client means by an id of its own.
   *
   * @param channel {@link #TERMINAL} where the command line asks with the admin token, else null
   */
  public ConversationId conversation(String id, @Nullable String channel) {
    Ids.check("conversation", id);
    if (TERMINAL.equals(channel) && client.equals(ADMIN)) {
      return new ConversationId(TERMINAL, id);
    }
    return new ConversationId("api", client + "/" + id);
  }
}
