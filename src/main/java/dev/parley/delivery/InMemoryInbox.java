package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Remembers answers as long as the process runs. */
public final class InMemoryInbox<A> implements Inbox<A> {
  private final List<Heard<A>> heard = new ArrayList<>();
  private final Numbering numbering;

  public InMemoryInbox(Numbering numbering) {
    this.numbering = numbering;
  }

  @Override
  public synchronized Optional<A> answered(Utterance utterance, String person) {
    return heard.stream()
        .filter(h -> h.by(utterance.conversation(), person))
        .filter(h -> h.utterance.messageId().equals(utterance.messageId()))
        .map(Heard::answer)
        .findFirst();
  }

  @Override
  public void record(Utterance utterance, String person, A answer) {
    if (answered(utterance, person).isPresent()) {
      throw new IllegalStateException(
          "The message " + utterance.messageId() + " was answered before.");
    }
    // Outside of the lock: whoever listens may read what is here.
    long number = numbering.next(utterance.conversation(), utterance.at());
    add(new Heard<>(number, utterance, person, answer));
  }

  private synchronized void add(Heard<A> message) {
    heard.add(message);
  }

  @Override
  public synchronized Optional<Instant> lastHeard(ConversationId conversation, String person) {
    return heard.stream()
        .filter(h -> h.by(conversation, person))
        .map(h -> h.utterance.at())
        .max(Comparator.naturalOrder());
  }

  /** What people said there. */
  synchronized List<Said.ByPerson> heard(ConversationId conversation) {
    return heard.stream()
        .filter(h -> h.utterance.conversation().equals(conversation))
        .map(Heard::said)
        .toList();
  }

  @Override
  public synchronized Optional<ConversationId> lastPlace(String person, Instant since) {
    return heard.stream()
        .filter(h -> h.person.equals(person) && h.utterance.at().isAfter(since))
        .max(Comparator.comparing(h -> h.utterance.at()))
        .map(h -> h.utterance.conversation());
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    int size = heard.size();
    return () -> cutTo(size);
  }

  private synchronized void cutTo(int size) {
    heard.subList(size, heard.size()).clear();
  }

  private record Heard<A>(long number, Utterance utterance, String person, A answer) {
    Said.ByPerson said() {
      return new Said.ByPerson(
          number, person, utterance.messageId(), utterance.text(), utterance.at());
    }

    boolean by(ConversationId conversation, String who) {
      return utterance.conversation().equals(conversation) && person.equals(who);
    }
  }
}
