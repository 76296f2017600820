package dev.parley.web;

import dev.parley.conversation.ConversationId;
import dev.parley.person.Person;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The web chat's conversations. A shared one is everybody's; a private one belongs to a person, the
 * same in each of their browsers. Clients name a thread {@code team/ID} or {@code mine/ID}: whose
 * {@code mine} is stands nowhere in what they send.
 */
public final class Threads {
  /** The front end of these conversations. */
  public static final String CHANNEL = "web";

  private static final String TEAM = "team/";
  private static final String MINE = "mine/";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Threads() {}

  /** The conversation that somebody means by a thread's name. */
  public static ConversationId conversation(Person person, String thread) {
    var place = thread.startsWith(MINE) ? own(person) + thread.substring(MINE.length()) : thread;
    var id = thread.substring(thread.indexOf('/') + 1);
    if (!(thread.startsWith(MINE) || thread.startsWith(TEAM)) || !ID.matcher(id).matches()) {
      throw Refusal.badRequest(
          "There is no such thread. Open one from the list, or begin a new one.");
    }
    return new ConversationId(CHANNEL, place);
  }

  /** What somebody calls a conversation; empty when it is none of theirs. */
  public static Optional<String> name(Person person, ConversationId conversation) {
    if (isShared(conversation)) {
      return Optional.of(conversation.place());
    }
    var own = own(person);
    return conversation.channel().equals(CHANNEL) && conversation.place().startsWith(own)
        ? Optional.of(MINE + conversation.place().substring(own.length()))
        : Optional.empty();
  }

  /** How the places of somebody's own conversations begin. */
  public static String own(Person person) {
    return "person/" + Ids.encoded(person.key()) + "/";
  }

  /** How the places of everybody's conversations begin. */
  public static String shared() {
    return TEAM;
  }

  /** Whether everybody who is logged in may read it. */
  public static boolean isShared(ConversationId conversation) {
    return conversation.channel().equals(CHANNEL) && conversation.place().startsWith(TEAM);
  }
}
