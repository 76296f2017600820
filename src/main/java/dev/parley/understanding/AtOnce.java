package dev.parley.understanding;

import dev.parley.intent.Slot;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.FollowUps.FollowUp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises that what was to be done later is to be done at once: "now after all". */
final class AtOnce {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?:yes|yep|yeah|ok|okay|sure|no|nope|actually|hmm?|wait|sorry|oh|then|well|but|please|just|better|rather|lets|let"
              + " us|make that|make it|on second thoughts?|id rather|i would rather|i want it|i"
              + " need it)\\s+)*(?:(?:do|run|make|start|have|trigger|execute|go|begin|kick off)"
              + " (?:it|that|this|ahead)?\\s*)?(?:right now|right away|now|immediately|straight"
              + " away|at once|asap|as soon as possible|instantly|this instant|without (?:the |any"
              + " |a )?(?:delay|waiting|wait|time|schedule|scheduling)|(?:no|without a|forget"
              + " the|drop the|skip the|not at a|never mind the|cancel the|remove the|leave out"
              + " the) (?:delay|time|schedule|timer|scheduling|waiting)|dont (?:wait|delay"
              + " it|schedule it|postpone it))(?:\\s+(?:instead|after"
              + " all|then|please|rather|thanks|pls|ok|of waiting|of later))*");

  private AtOnce() {}

  /** Takes the time out of the pending request. */
  static Optional<FollowUp> in(Heard heard) {
    var topic = heard.expectation().topic();
    var when = topic == null ? List.<SlotValue>of() : topic.request().values(Slot.WHEN);
    String said = String.join(" ", Courtesy.words(heard.line().tokens()));
    if (topic == null || when.isEmpty() || !WORDS.matcher(said).matches()) {
      return Optional.empty();
    }
    return topic
        .intent()
        .slot(Slot.WHEN)
        .filter(slot -> !slot.required())
        .map(
            slot ->
                new Entity(
                    slot.type(), slot.name(), said, 0, heard.text().length(), when, List.of()))
        .map(time -> new FollowUp(List.of(time), Link.of(Link.Change.REMOVE)));
  }
}
