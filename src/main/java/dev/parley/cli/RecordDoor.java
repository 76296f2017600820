package dev.parley.cli;

import dev.parley.web.RecordBook;
import java.util.function.ToIntFunction;

/** The record, through the server that owns the data folder, else in this process. */
record RecordDoor(ParleyCommand parley) {
  int open(ToIntFunction<Api> remote, ToIntFunction<RecordBook> here) {
    var places = parley.places();
    var run = RunningServer.find(places);
    if (run.isPresent()) {
      return remote.applyAsInt(parley.meeting().own(places, run.get()).patient());
    }
    return parley
        .around
        .house()
        .inside(places, parley.simulate, talk -> here.applyAsInt(talk.record()));
  }
}
