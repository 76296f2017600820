package dev.parley.web;

import dev.parley.audit.AuditEvent;
import dev.parley.conversation.Speaker;
import dev.parley.intent.NearNames;
import dev.parley.person.FilePeople;
import dev.parley.person.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people in with a browser, each as themselves, and out again. */
public final class Logins {
  private final Conversations conversations;
  private final LoginCodes codes;
  private final Sessions sessions;
  private final Speaker owner;
  private final Clock clock;

  /**
   * @param owner the account that owns the server
   */
  public Logins(
      Conversations conversations,
      LoginCodes codes,
      Sessions sessions,
      Speaker owner,
      Clock clock) {
    this.clock = clock;
    this.conversations = conversations;
    this.codes = codes;
    this.sessions = sessions;
    this.owner = owner;
  }

  /** A code for whoever owns the server. */
  public String codeForOwner() {
    var person = conversations.person(owner);
    return issue(person.guest() ? owner : account(person), owner);
  }

  /** A code for a person of {@code permissions.yml}. */
  String codeFor(String name, Speaker by) {
    return issue(account(named(name)), by);
  }

  private String issue(Speaker speaker, Speaker by) {
    var person = conversations.person(speaker).key();
    conversations.note(
        new AuditEvent.LoginCodeIssued(clock.instant(), person, Threads.CHANNEL, by.account()));
    return codes.issue(speaker);
  }

  /**
   * Opens a session with a code, in place of the browser's former one.
   *
   * @param former the secret that the browser presented, or null
   * @return the secret of the session, empty when the code is worthless
   */
  Optional<String> open(String code, @Nullable String former) {
    var speaker = codes.redeem(code);
    if (speaker.isPresent() && former != null) {
      close(former);
    }
    return speaker.map(this::open);
  }

  private String open(Speaker speaker) {
    var person = conversations.person(speaker).key();
    conversations.note(new AuditEvent.SessionOpened(clock.instant(), person, Threads.CHANNEL));
    return sessions.open(speaker);
  }

  /** Ends the session of this secret, where it is open. */
  void close(String secret) {
    sessions
        .find(secret)
        .ifPresent(
            session -> {
              sessions.close(secret);
              ended(session.speaker(), session.speaker(), false);
            });
  }

  private void ended(Speaker whose, Speaker by, boolean all) {
    var person = conversations.person(whose).key();
    conversations.note(
        new AuditEvent.SessionEnded(clock.instant(), person, Threads.CHANNEL, by.account(), all));
  }

  /**
   * Ends every session of a person, and makes their codes worthless.
   *
   * @return how many sessions were open
   */
  int closeAll(String name, Speaker by) {
    var speaker = account(named(name));
    codes.withdraw(speaker.account());
    int open = sessions.closeAll(speaker.account());
    ended(speaker, by, true);
    return open;
  }

  /** A session is one person's own credential, so no gateway stands between. */
  private static Speaker account(Person person) {
    return new Speaker(FilePeople.PARLEY, person.key(), person.name(), null);
  }

  /** The key of a person whom {@code permissions.yml} names. */
  String key(String name) {
    return named(name).key();
  }

  private Person named(String name) {
    return conversations.people().stream()
        .filter(person -> person.key().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.badRequest(nobody(name)));
  }

  private String nobody(String name) {
    var names = conversations.people().stream().map(Person::key).toList();
    var near = NearNames.of(name, names);
    return "permissions.yml names nobody called "
        + name
        + "."
        + (near.isEmpty() ? known(names) : " Did you mean " + near.get(0) + "?");
  }

  private static String known(List<String> names) {
    return names.isEmpty()
        ? " Add them there under people."
        : " It names " + String.join(", ", names) + ".";
  }
}
