package dev.parley;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.dialogue.DialoguePolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The review list through its desk, as in chat: the same checks, in a commit of their own. */
final class DeskReviewing implements Reviewing {
  /** Where a request comes from that is no message. */
  private static final ConversationId PLACE = new ConversationId("api", "review");

  private final Mind mind;
  private final Stores stores;
  private final Clock clock;

  DeskReviewing(Mind mind, Stores stores, Clock clock) {
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public Lines open(Speaker speaker, int limit) {
    return stores
        .transactions()
        .call(
            () -> {
              var desk = desk(speaker);
              return desk.refusal()
                  .map(no -> new Lines(no, List.of()))
                  .orElseGet(
                      () ->
                          new Lines(
                              "",
                              desk.open(limit).stream()
                                  .map(item -> new Line(item, desk.near(item)))
                                  .toList()));
            });
  }

  @Override
  public Outcome label(Speaker speaker, long number, String intent) {
    return settled(speaker, desk -> desk.label(number, intent));
  }

  @Override
  public Outcome accept(Speaker speaker, long number) {
    return settled(speaker, desk -> desk.accept(number));
  }

  @Override
  public Outcome reject(Speaker speaker, long number) {
    return settled(speaker, desk -> desk.reject(number));
  }

  private Outcome settled(Speaker speaker, Function<ReviewDesk, ReviewDesk.Said> wish) {
    return stores
        .transactions()
        .call(
            () -> {
              var desk = desk(speaker);
              var refusal = desk.refusal();
              if (refusal.isPresent()) {
                return new Outcome(true, false, refusal.get());
              }
              var said = wish.apply(desk);
              return new Outcome(false, said.done(), said.sentence());
            });
  }

  private ReviewDesk desk(Speaker speaker) {
    var pinned = mind.pinned();
    var moment =
        Moment.of(pinned, stores, DialoguePolicy.standard(), Duration.ZERO, clock.instant());
    var person = pinned.people().identify(speaker);
    return new ReviewDesk(moment, new Participant(person, speaker, PLACE));
  }
}
