package dev.parley;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.teaching.ReviewItem;
import dev.parley.understanding.NearExamples.Near;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The review list for those who do not talk: the same checks, in a commit of their own. */
public final class Reviewing {
  /** Where a request comes from that is no message. */
  private static final ConversationId PLACE = new ConversationId("api", "review");

  private final Mind mind;
  private final Stores stores;
  private final Clock clock;

  public Reviewing(Mind mind, Stores stores, Clock clock) {
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
  }

  /** A line, and the examples that it is worded most like. */
  public record Line(ReviewItem item, List<Near> near) {}

  /** The open lines, or why this speaker may not see them. */
  public record Lines(String refusal, List<Line> lines) {}

  /**
   * What was done.
   *
   * @param refused whether for want of permission nothing was
   */
  public record Outcome(boolean refused, boolean done, String sentence) {}

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

  public Outcome label(Speaker speaker, long number, String intent) {
    return settled(speaker, desk -> desk.label(number, intent));
  }

  public Outcome accept(Speaker speaker, long number) {
    return settled(speaker, desk -> desk.accept(number));
  }

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
