package dev.parley.understanding;

import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.understanding.DialogueActs.Act;
import java.util.List;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * A message with what was found in it so far.
 *
 * @param mentions what it names, without what it takes back
 * @param corrects whether it replaces something said before
 * @param onlyNames whether nothing stands around the names but small words
 */
record Heard(
    Line line,
    Act act,
    List<Mention> mentions,
    List<Cue> cues,
    boolean corrects,
    boolean onlyNames,
    Expectation expectation) {

  static Heard of(Line line, Act act, List<Mention> mentions, Expectation expectation) {
    var names = mentions.stream().map(Mention::first).filter(e -> e.type() != SlotType.TEXT);
    var cues = Cues.in(line.text(), names.toList());
    var rejected = cues.stream().filter(cue -> cue.kind() == Cue.Kind.REJECTED).toList();
    var kept =
        mentions.stream()
            .filter(m -> rejected.stream().noneMatch(cue -> m.overlaps(cue.start(), cue.end())))
            .toList();
    boolean rejects = !rejected.isEmpty() && !kept.isEmpty();
    boolean corrects =
        !kept.isEmpty() && Corrections.is(line.text(), mentions, rejects, act, expectation);
    boolean only = Corrections.onlyNames(line.text(), 0, mentions);
    var corrected = corrects ? new Act(DialogueAct.CORRECT, false) : act;
    return new Heard(line, corrected, kept, cues, corrects, only, expectation);
  }

  /** A message of which nothing more is looked at. */
  static Heard nothing(Line line, Act act, Expectation expectation) {
    return new Heard(line, act, List.of(), List.of(), false, false, expectation);
  }

  /** The same, without an act: it asks for something. */
  Heard asking() {
    return new Heard(line, Act.NONE, mentions, cues, corrects, onlyNames, expectation);
  }

  String text() {
    return line.text();
  }

  @Nullable Slot asked() {
    return expectation.asked();
  }

  /** The stretches that it takes back: "1.4.2, not 1.4.1". */
  List<Span> dismissed() {
    return cues.stream()
        .filter(cue -> cue.kind() == Cue.Kind.REJECTED)
        .map(cue -> new Span(cue.start(), cue.end()))
        .toList();
  }

  /** What it names, read as the request that is pending takes it. */
  List<Entity> entities() {
    var pending = expectation.pending();
    return mentions.stream()
        .map(m -> pending == null ? m.first() : Readings.in(pending, m))
        .toList();
  }

  /** Whether the dialogue waits for anything, so that a message is more than a new request. */
  boolean inDialogue() {
    return expectation.pending() != null || asked() != null || expectation.confirming();
  }

  /** "don't restart it" is a no while a yes or no is awaited. */
  boolean forbids(Objection why) {
    return expectation.confirming()
        && act.act() == DialogueAct.DENY
        && why.kind() == Objection.Kind.NEGATION;
  }
}
