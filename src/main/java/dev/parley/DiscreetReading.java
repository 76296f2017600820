package dev.parley;

import dev.parley.command.Command;
import dev.parley.command.CommandReading;
import dev.parley.conversation.Utterance;
import dev.parley.intent.Discretion;
import dev.parley.knowledge.Knowledge;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Objection;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message so that no secret in it goes further than it has to: one that is asked for is
 * read and closed up; any other is taken out before anything is read.
 */
record DiscreetReading(Knowledge knowledge, Expectation expected, SecretValues secrets) {
  /**
   * A message as it was read.
   *
   * @param kept what is kept of it: all but secrets
   */
  record Read(Interpretation reading, Utterance kept) {}

  Read of(@Nullable Command command, Utterance utterance) {
    var open = Discretion.over(utterance.text());
    boolean bare = open.equals(utterance.text());
    var reading = bare || secrets.wanted(command) ? read(command, utterance) : null;
    if (reading != null) {
      var closed = secrets.closed(reading);
      boolean none = closed == reading;
      if (!none || bare) {
        var kept =
            none
                ? utterance
                : utterance.saying(
                    command == null ? closed.text() : secrets.kept(command, utterance.text()));
        return new Read(closed, kept);
      }
    }
    var kept = utterance.saying(open);
    var without = knowledge.commands().parse(open).orElse(null);
    return new Read(usable(read(without, kept)), kept);
  }

  private Interpretation read(@Nullable Command command, Utterance utterance) {
    return command instanceof Command.Understood understood
        ? CommandReading.of(
            understood,
            utterance.text(),
            knowledge.catalog().get(understood.request().intent()),
            knowledge.resolver())
        : knowledge.nlu().read(utterance, expected);
  }

  /** A value of which a part was taken out is none. */
  private static Interpretation usable(Interpretation reading) {
    boolean cut =
        reading.entities().stream().anyMatch(one -> one.text().contains(Discretion.HIDDEN));
    return cut
        ? reading.objecting(new Objection(Objection.Kind.SECRET, Discretion.HIDDEN))
        : reading;
  }
}
