package dev.parley.schedule.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.jpa.WorkKind;
import dev.parley.action.jpa.WorkQueue;
import dev.parley.schedule.Alarms;
import dev.parley.schedule.Schedule;
import dev.parley.schedule.Scheduled;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * What is scheduled, in the database, each with the alarm that rings for it: one commit stores
 * both. The rows are what counts; alarms that are missing are set from them at each start.
 */
public final class JpaSchedule implements Schedule, Alarms {
  private static final Logger LOG = System.getLogger(JpaSchedule.class.getName());

  private static final String ALARMS = WorkKind.ALARMS.table();

  private final ObjectMapper mapper;
  private final WorkQueue alarms;

  /**
   * @param node names this process; a new one each time it starts
   * @param polling how often to look whether something is due; each look is one query
   */
  public JpaSchedule(ObjectMapper mapper, DataSource database, String node, Duration polling) {
    this.mapper = mapper;
    this.alarms = new WorkQueue(database, node, polling, WorkKind.ALARMS);
  }

  @Override
  public void add(Scheduled later) {
    var row = new ScheduledRow();
    row.id = later.id();
    row.conversation = later.conversation().toString();
    row.person = later.person();
    row.state = later.state();
    row.dueAt = later.due().truncatedTo(ChronoUnit.MICROS);
    row.scheduled = write(later);
    row.persist();
    alarms.add(later.id(), later.due());
  }

  @Override
  public Optional<Scheduled> find(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> ScheduledRow.<ScheduledRow>findByIdOptional(id).map(this::read));
  }

  @Override
  public List<Scheduled> waiting() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                ScheduledRow.<ScheduledRow>stream(
                        "state = ?1 order by dueAt, id", Scheduled.State.WAITING)
                    .map(this::read)
                    .toList());
  }

  @Override
  public boolean take(String id, Scheduled.State became) {
    boolean taken =
        ScheduledRow.update(
                "state = ?1 where id = ?2 and state = ?3", became, id, Scheduled.State.WAITING)
            == 1;
    if (taken) {
      ScheduledRow.<ScheduledRow>findByIdOptional(id)
          .ifPresent(row -> ScheduledRow.getEntityManager().refresh(row));
    }
    return taken;
  }

  @Override
  public void start(Consumer<String> due) {
    QuarkusTransaction.joiningExisting().run(JpaSchedule::removeStaleAlarms);
    waiting().forEach(this::setMissingAlarm);
    alarms.start(due);
  }

  /** Those for nothing that waits, and those that a process which is gone was about to ring. */
  private static void removeStaleAlarms() {
    ScheduledRow.getEntityManager()
        .createNativeQuery(
            "delete from "
                + ALARMS
                + " where task_instance not in"
                + " (select id from scheduled_actions where state = 'WAITING')"
                + " or (picked and picked_by not in (select id from nodes))")
        .executeUpdate();
  }

  @Override
  public void freeThoseOfTheDead() {
    QuarkusTransaction.joiningExisting()
        .run(
            () ->
                ScheduledRow.getEntityManager()
                    .createNativeQuery(
                        "update "
                            + ALARMS
                            + " set picked = false, picked_by = null, last_heartbeat = null,"
                            + " version = version + 1"
                            + " where picked and picked_by not in (select id from nodes)")
                    .executeUpdate());
  }

  /** Another process may set the same one at the same moment, which does as well. */
  private void setMissingAlarm(Scheduled later) {
    try {
      QuarkusTransaction.requiringNew().run(() -> alarms.addIfMissing(later.id(), later.due()));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The alarm for " + later.id() + " was set elsewhere.", e);
    }
  }

  @Override
  public void close() {
    alarms.close();
  }

  private String write(Scheduled later) {
    try {
      return mapper.writeValueAsString(later);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A scheduled action cannot be written down.", e);
    }
  }

  /** What became of it stands in the row alone. */
  private Scheduled read(ScheduledRow row) {
    try {
      return mapper.readValue(row.scheduled, Scheduled.class).as(row.state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A scheduled action cannot be read. Start the version that stored it.", e);
    }
  }
}
