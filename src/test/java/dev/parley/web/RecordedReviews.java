package dev.parley.web;

import dev.parley.Reviewing;
import dev.parley.conversation.Speaker;
import dev.parley.teaching.Misreading;
import dev.parley.teaching.ReviewItem;
import dev.parley.understanding.NearExamples.Near;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One line that only jason may review; keeps what was wanted of it. */
final class RecordedReviews implements Reviewing {
  static final List<String> WANTED = new ArrayList<>();

  private static final String NO = "You may not review what was not understood.";
  private static final ReviewItem ITEM =
      ReviewItem.first(
          3,
          new Misreading(
              "shake it",
              "shake <b>it</b>",
              Misreading.Reason.DECLINED,
              "restart_service",
              0.5,
              "",
              "",
              "maria",
              "web:team/1",
              Instant.EPOCH));

  @Override
  public Lines open(Speaker speaker, int limit) {
    return may(speaker)
        ? new Lines(
            "", List.of(new Line(ITEM, List.of(new Near("kick it", "restart_service", 0.4)))))
        : new Lines(NO, List.of());
  }

  @Override
  public Outcome label(Speaker speaker, long number, String intent) {
    return wanted(speaker, number, "label " + number + " " + intent);
  }

  @Override
  public Outcome accept(Speaker speaker, long number) {
    return wanted(speaker, number, "accept " + number);
  }

  @Override
  public Outcome reject(Speaker speaker, long number) {
    return wanted(speaker, number, "reject " + number);
  }

  private static Outcome wanted(Speaker speaker, long number, String what) {
    if (!may(speaker)) {
      return new Outcome(true, false, NO);
    }
    WANTED.add(what);
    return new Outcome(false, number == ITEM.number(), "Told " + what + ".");
  }

  private static boolean may(Speaker speaker) {
    return speaker.id().equals("jason");
  }
}
