package dev.parley.wiring;

import dev.parley.Assistant;
import dev.parley.action.InMemoryJournal;
import dev.parley.cli.conversationtest.Crash;
import dev.parley.cli.conversationtest.Stage;
import dev.parley.schedule.InMemorySchedule;
import dev.parley.web.Conversations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An assistant over records of its own that can die and begin anew over them. Its actions are
 * recorded, not run.
 */
public final class RehearsalStage implements Stage {
  private final Assembly assembly;
  private final JumpingClock clock = new JumpingClock();
  private final Records records;
  private final InMemoryJournal journal;
  private final InMemorySchedule schedule;
  private Assistant assistant;
  private Conversations conversations;
  private @Nullable Crash dying;
  private boolean dead;

  /**
   * @param assembly whose actions are only recorded
   */
  public RehearsalStage(Assembly assembly) {
    this.assembly = assembly;
    var memory = Records.inMemory();
    this.journal = (InMemoryJournal) memory.journal();
    this.schedule = (InMemorySchedule) memory.schedule();
    this.records =
        memory.within(
            new Records.Surrounding() {
              @Override
              public <T> T call(Supplier<T> work) {
                return dyingBeforeTheEnd(work);
              }
            });
    this.assistant = newAssistant();
    this.conversations = assembly.conversations(assistant, records);
  }

  private Assistant newAssistant() {
    var fresh = assembly.rehearsed(records, clock, proposal -> dead |= dying == Crash.RUNNING);
    records.workers().start(this::perform);
    records.alarms().start(fresh::due);
    return fresh;
  }

  private void perform(String id) {
    if (dying != Crash.ANSWERED) {
      try {
        assistant.perform(id);
      } catch (Died e) {
        // so it goes on in what is left behind
      }
    }
  }

  /** What is within the transaction is undone when it dies there; the dead store nothing. */
  private <T> T dyingBeforeTheEnd(Supplier<T> work) {
    if (dead) {
      throw new Died();
    }
    var result = work.get();
    dead = dying == Crash.HEARD;
    if (dead) {
      throw new Died();
    }
    return result;
  }

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void jump(Duration time) {
    clock.offset = clock.offset.plus(time);
    schedule.ring(clock.instant());
  }

  @Override
  public void dieAt(Crash point) {
    dying = point;
  }

  @Override
  public void restart() {
    dying = null;
    dead = false;
    journal.die();
    assistant = newAssistant();
    conversations = assembly.conversations(assistant, records);
    assistant.recover();
    schedule.ring(clock.instant());
  }

  /** The time, set forward or back. */
  private static final class JumpingClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.offset(Clock.system(zone), offset);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(offset);
    }
  }
}
