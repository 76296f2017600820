package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static dev.parley.wiring.RecordSamples.conversation;
import static dev.parley.wiring.RecordSamples.execution;
import static dev.parley.wiring.RecordSamples.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.action.Execution;
import dev.parley.intent.ExecutionStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every journal does. Workers look on their own only once an hour: they must be woken. */
interface JournalContract extends RecordsContract {
  private String next(BlockingQueue<String> performed) throws InterruptedException {
    return performed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private Execution accepted() {
    var execution = execution(conversation());
    stored(() -> records().journal().accept(execution));
    return execution;
  }

  @Test
  default void keepsAnExecutionFromItsAcceptanceToItsEnd() {
    var execution = accepted();
    var journal = records().journal();
    assertThat(journal.find(execution.id())).contains(execution);
    var begun = execution.begun(NOON.plusSeconds(1));
    stored(() -> assertThat(journal.begin(begun.id(), NOON.plusSeconds(1))).contains(begun));
    assertThat(journal.find(execution.id())).contains(begun);
    var result = outcome(ExecutionStatus.TIMED_OUT);
    var ended = begun.ended(result, NOON.plusSeconds(9));
    stored(
        () -> assertThat(journal.finish(begun.id(), result, NOON.plusSeconds(9))).contains(ended));
    assertThat(journal.find(execution.id())).contains(ended);
    assertThat(journal.find("nowhere")).isEmpty();
  }

  @Test
  default void beginsOnce() {
    var execution = accepted();
    stored(() -> assertThat(records().journal().begin(execution.id(), NOON)).isPresent());
    stored(() -> assertThat(records().journal().begin(execution.id(), NOON)).isEmpty());
  }

  @Test
  default void endsOnceAndNeverBeginsAfterwards() {
    var execution = accepted();
    var lost = outcome(ExecutionStatus.UNKNOWN);
    var late = outcome(ExecutionStatus.SUCCEEDED);
    stored(() -> assertThat(records().journal().finish(execution.id(), lost, NOON)).isPresent());
    stored(() -> assertThat(records().journal().finish(execution.id(), late, NOON)).isEmpty());
    stored(() -> assertThat(records().journal().begin(execution.id(), NOON)).isEmpty());
    assertThat(records().journal().find(execution.id()).orElseThrow().outcome()).isEqualTo(lost);
  }

  @Test
  default void whatIsUnknownIsFoundByTheBeginningOfItsIdAndSettledOnce() {
    var execution = accepted();
    var journal = records().journal();
    var beginning = execution.id().substring(0, 8);
    stored(() -> journal.begin(execution.id(), NOON));
    var known = outcome(ExecutionStatus.FAILED);
    assertThat(journal.unknown(beginning)).isEmpty();
    stored(() -> assertThat(journal.settle(execution.id(), known, NOON)).isEmpty());
    stored(() -> journal.finish(execution.id(), outcome(ExecutionStatus.UNKNOWN), NOON));
    assertThat(journal.unknown(beginning)).extracting(Execution::id).contains(execution.id());
    stored(() -> assertThat(journal.settle(execution.id(), known, NOON)).isPresent());
    stored(() -> assertThat(journal.settle(execution.id(), known, NOON)).isEmpty());
    assertThat(journal.find(execution.id()).orElseThrow().status())
        .isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  default void beginsAgainAfterAnUndoneBeginning() {
    var execution = accepted();
    undone(() -> records().journal().begin(execution.id(), NOON));
    stored(() -> assertThat(records().journal().begin(execution.id(), NOON)).isPresent());
  }

  @Test
  default void tellsWhatEndedSinceInOrder() {
    var here = conversation();
    var first = execution(here);
    var second = execution(here);
    var open = execution(here);
    var journal = records().journal();
    stored(
        () -> {
          journal.accept(first);
          journal.accept(second);
          journal.accept(open);
        });
    var result = outcome(ExecutionStatus.SUCCEEDED);
    stored(() -> journal.finish(second.id(), result, NOON.plusSeconds(2)));
    stored(() -> journal.finish(first.id(), result, NOON.plusSeconds(3)));
    assertThat(journal.endedSince(here, "jason", NOON))
        .extracting(Execution::id)
        .containsExactly(second.id(), first.id());
    assertThat(journal.endedSince(here, "jason", NOON.plusSeconds(2)))
        .extracting(Execution::id)
        .containsExactly(first.id());
    assertThat(journal.endedSince(here, "maria", NOON)).isEmpty();
    assertThat(journal.endedSince(conversation(), "jason", NOON)).isEmpty();
  }

  @Test
  default void performsWhatWasCommittedAndNothingElse() throws Exception {
    var performed = new LinkedBlockingQueue<String>();
    records().workers().start(performed::add);
    var undone = execution(conversation());
    undone(() -> records().journal().accept(undone));
    var stored = accepted();
    assertThat(next(performed)).isEqualTo(stored.id());
    var after = accepted();
    assertThat(next(performed)).isEqualTo(after.id());
    assertThat(performed).isEmpty();
    assertThat(records().journal().find(undone.id())).isEmpty();
  }

  @Test
  default void findsTheExecutionCommittedWhenItPerformsIt() throws Exception {
    var seen = new LinkedBlockingQueue<String>();
    records()
        .workers()
        .start(
            id -> {
              stored(() -> records().journal().begin(id, NOON).orElseThrow());
              stored(
                  () ->
                      records()
                          .journal()
                          .finish(id, outcome(ExecutionStatus.SUCCEEDED), NOON)
                          .orElseThrow());
              seen.add(id);
            });
    var execution = accepted();
    assertThat(next(seen)).isEqualTo(execution.id());
    assertThat(records().journal().find(execution.id()).orElseThrow().status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  default void performsEachOfManyOnce() throws Exception {
    var performed = new LinkedBlockingQueue<String>();
    records().workers().start(performed::add);
    var accepted = new HashSet<String>();
    for (int i = 0; i < 60; i++) {
      accepted.add(accepted().id());
    }
    var ids = new ArrayList<String>();
    while (ids.size() < accepted.size()) {
      var id = next(performed);
      assertThat(id).as("%s of 60 were performed", ids.size()).isNotNull();
      ids.add(id);
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(performed).isEmpty();
  }
}
