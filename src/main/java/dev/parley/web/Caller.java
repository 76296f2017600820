package dev.parley.web;

import static dev.parley.person.FilePeople.PARLEY;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Whoever calls the API.
 *
 * @param client names the credential, and with it the name space of its conversations
 * @param self the account that speaks when {@code as} says nothing
 * @param speaksForOthers whether {@code as} is honoured
 */
public record Caller(String client, Speaker self, boolean speaksForOthers) {
  /** The client id of the admin token. */
  public static final String ADMIN = "admin";

  /** The front end that the verbs of the command line are. */
  public static final String TERMINAL = "terminal";

  /** Somebody in a browser: all their sessions have one name space. */
  static Caller inSession(Speaker speaker) {
    var name = speaker.platform().equals(PARLEY) ? speaker.id() : speaker.account();
    return new Caller("person/" + Ids.encoded(name), speaker, false);
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
    if (!speaksForOthers) {
      throw Refusal.forbidden(
          "This credential may not speak for others. Leave `as` out, or use the admin token.");
    }
    int colon = as.indexOf(':');
    if (as.isBlank() || colon == 0 || colon == as.length() - 1) {
      throw Refusal.badRequest(
          "`as` names nobody. Give a name in permissions.yml, or platform:id.");
    }
    return colon < 0 ? of(PARLEY, as) : of(as.substring(0, colon), as.substring(colon + 1));
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
