package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the answer to a question for free text: everything is its value, except what clearly is
 * none. Such a value is not examined for shell syntax; it only ever travels as one value.
 */
final class FreeText {
  private static final Pattern NOT_A_VALUE =
      Pattern.compile("(?i)^(?:wait|first|actually)\\b.*", Pattern.DOTALL);
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?is)^(?:what|which|who|where|when|why|how|is|are|does|do|can|could|will)\\b.*|.*\\?\\s*$");

  private static final Set<DialogueAct> OTHER_ACTS =
      EnumSet.of(DialogueAct.CANCEL, DialogueAct.DENY, DialogueAct.HELP);

  private FreeText() {}

  /** Whether free text was asked for and nothing says that this is something else. */
  static boolean answers(Heard heard) {
    var asked = heard.asked();
    if (asked == null || asked.type() != SlotType.TEXT) {
      return false;
    }
    boolean otherAct = heard.act().bare() && OTHER_ACTS.contains(heard.act().act());
    boolean otherSlot = heard.corrects() && heard.onlyNames();
    return !otherAct && !otherSlot && !NOT_A_VALUE.matcher(heard.text()).matches();
  }

  /** Whether it may be a question that some intent answers. */
  static boolean question(String text) {
    return QUESTION.matcher(text).matches();
  }

  static List<Entity> value(Heard heard) {
    var slot = Objects.requireNonNull(heard.asked());
    String text = heard.text();
    return SlotForms.canonical(SlotType.TEXT, text)
        .map(value -> List.of(SlotValue.of(value, text)))
        .map(v -> new Entity(SlotType.TEXT, slot.name(), text, 0, text.length(), v, List.of()))
        .map(List::of)
        .orElse(List.of());
  }
}
