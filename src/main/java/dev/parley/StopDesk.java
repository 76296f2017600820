package dev.parley;

import dev.parley.dialogue.SystemAct;
import dev.parley.schedule.Scheduled;
import dev.parley.understanding.Interpretation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where what runs is told to stop, and what waits for its time is called off. */
record StopDesk(Moment moment, Participant whose, Deeds deeds) {
  /**
   * What runs, else what waits for its time here.
   *
   * @param heard how the message was read that wishes it; null where it was none
   */
  SystemAct.Saying stop(SystemAct.StopRun wish, @Nullable Interpretation heard) {
    var desk = new ScheduleDesk(moment);
    var picked = desk.picked(wish.runs());
    if (!picked.isEmpty()) {
      var told = picked.stream().map(later -> desk.cancel(List.of(later), whose)).toList();
      deeds.sayings().addAll(told.subList(1, told.size()));
      return told.get(0);
    }
    var stop = new Running(moment, whose).stop(wish);
    deeds.toStop().addAll(stop.executions());
    return stop.saying() instanceof SystemAct.NothingRuns ? callOffInstead(heard) : stop.saying();
  }

  private SystemAct.Saying callOffInstead(@Nullable Interpretation heard) {
    var desk = new ScheduleDesk(moment);
    var meant = heard == null ? List.<Scheduled>of() : desk.ownHere(heard, whose);
    return meant.isEmpty() ? new SystemAct.NothingRuns() : desk.cancel(meant, whose);
  }

  /** "Cancel the restart of apache" may also mean one that runs. */
  SystemAct.Saying callOff(Interpretation said) {
    var desk = new ScheduleDesk(moment);
    var meant = desk.meant(said, whose);
    boolean other = meant.isEmpty() && !said.text().toLowerCase(Locale.ROOT).contains("schedul");
    return other && new Running(moment, whose).any()
        ? stop(new SystemAct.StopRun(said.text(), List.of()), said)
        : desk.cancel(meant, whose);
  }
}
