package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.intent.Undo;
import dev.parley.understanding.Link;
import dev.parley.understanding.Link.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the slots that a message left open what its "it", "there" and "them" stand for: values of
 * the request that was spoken of last. What they were taken to be is seen in the confirmation.
 */
final class References {
  private static final Set<SlotType> PLACES =
      Set.of(SlotType.HOST, SlotType.GROUP, SlotType.ENVIRONMENT);

  private static final Pattern SITE = Pattern.compile("(?i)https?://([^/:?#\\[\\]]+).*");

  private final ActionRequest focus;
  private final Intent of;
  private final @Nullable ActionRequest earlier;
  private final Set<Pointer> pointers;

  /**
   * @param focus the request that was spoken of
   * @param of its intent
   * @param earlier what "both" means besides, or null
   */
  References(
      ActionRequest focus, Intent of, @Nullable ActionRequest earlier, Set<Pointer> pointers) {
    this.focus = focus;
    this.of = of;
    this.earlier = earlier;
    this.pointers = pointers;
  }

  /** Whether anything that was spoken of is what an intent takes. */
  boolean suit(Intent intent) {
    return intent.slots().stream()
        .anyMatch(slot -> slot.required() && meant(slot) && spoken(slot).isPresent());
  }

  /** A draft with what the pointers stand for. */
  Draft fill(Intent intent, Draft draft) {
    var request = draft.request();
    var troubles = new ArrayList<>(draft.troubles());
    for (var slot : intent.slots()) {
      if (!request.values(slot.name()).isEmpty() || draft.trouble(slot.name()).isPresent()) {
        continue;
      }
      var values = meant(slot) ? spoken(slot).orElse(List.of()) : List.<SlotValue>of();
      if (pointers.contains(Pointer.OTHER) && slot.type() == SlotType.HOST || values.isEmpty()) {
        continue;
      }
      boolean one = slot.type() == SlotType.HOST && meansOne(intent, slot);
      if (values.size() > 1 && (one || !slot.many())) {
        var names = values.stream().map(SlotValue::canonical).toList();
        troubles.add(
            new Draft.Trouble(slot.name(), Draft.Trouble.Kind.AMBIGUOUS, pointer(), names));
      } else {
        request = request.with(slot.name(), values);
      }
    }
    return new Draft(SlotFilling.inOrder(intent, request), troubles);
  }

  /** The word that could be any of several. */
  private String pointer() {
    return pointers.contains(Pointer.THAT_HOST)
        ? "that host"
        : pointers.contains(Pointer.THERE) ? "there" : "it";
  }

  /** "that host", and an "it" that nothing else of the request can be. */
  private boolean meansOne(Intent intent, Slot host) {
    boolean it =
        pointers.contains(Pointer.IT)
            && !pointers.contains(Pointer.THEM)
            && intent.slots().stream()
                .noneMatch(slot -> !slot.equals(host) && meant(slot) && spoken(slot).isPresent());
    return it || pointers.contains(Pointer.THAT_HOST);
  }

  private boolean meant(Slot slot) {
    if (slot.type() == SlotType.TEXT || !slot.required() && !identifies(slot)) {
      return false;
    }
    return pointers.stream()
        .anyMatch(
            pointer ->
                switch (pointer) {
                  case IT, THEM, OTHER -> true;
                  case THERE -> PLACES.contains(slot.type()) || slot.type() == SlotType.APPLICATION;
                  case THAT_HOST -> slot.type() == SlotType.HOST;
                  case THAT_SERVICE -> slot.type() == SlotType.SERVICE;
                });
  }

  /** Which thing it is about, not how much of it or how. */
  private static boolean identifies(Slot slot) {
    return slot.type().kind() == SlotType.Kind.CLOSED
        && slot.type() != SlotType.STATE
        && slot.type() != SlotType.SEVERITY;
  }

  private Optional<List<SlotValue>> spoken(Slot slot) {
    return of.slots().stream()
        .map(mine -> all(mine.name()).stream().flatMap(v -> as(slot, mine, v).stream()).toList())
        .filter(values -> !values.isEmpty() && values.stream().allMatch(SlotValue::known))
        .findFirst();
  }

  /** A value of one slot as another takes it: of a web address its domain. */
  private static Optional<SlotValue> as(Slot wanted, Slot mine, SlotValue value) {
    if (mine.type() == wanted.type()) {
      return Optional.of(value);
    }
    boolean address = mine.type() == SlotType.DOMAIN || mine.type() == SlotType.IP;
    if (wanted.any() && address && value.canonical().indexOf('/') < 0) {
      return Optional.of(value);
    }
    var site = SITE.matcher(value.canonical());
    boolean named = wanted.type() == SlotType.DOMAIN || wanted.any();
    return mine.type() == SlotType.URL && named && site.matches()
        ? Optional.of(SlotValue.of(site.group(1), site.group(1)))
        : Optional.empty();
  }

  /**
   * What takes back a request, with the values that it cannot do without: nothing else is meant.
   */
  static Draft undone(ActionRequest request, Intent from, Intent by, Undo undo) {
    var needed = needed(carried(request, from, by), by).request();
    return new Draft(SlotFilling.inOrder(by, undo.turned(needed)), List.of());
  }

  /** A draft with no more than its intent cannot do without. */
  static Draft needed(Draft draft, Intent intent) {
    var needed = draft.request();
    for (var slot : intent.slots()) {
      needed = slot.required() ? needed : needed.without(slot.name());
    }
    return new Draft(needed, draft.troubles());
  }

  /** "Both" of one and one of the same intent. */
  private List<SlotValue> all(String slot) {
    var last = focus.values(slot);
    boolean both =
        pointers.contains(Pointer.THEM)
            && last.size() == 1
            && earlier != null
            && earlier.intent().equals(focus.intent())
            && !earlier.canonical(slot).equals(focus.canonical(slot));
    return both && earlier != null
        ? Stream.concat(earlier.values(slot).stream(), last.stream()).toList()
        : last;
  }

  /** The values of a request that another intent takes too. */
  static Draft carried(ActionRequest request, Intent from, Intent to) {
    var all = new References(request, from, null, Link.NONE.pointers());
    var carried = ActionRequest.of(to.name());
    for (var slot : to.slots()) {
      var same = from.slot(slot.name()).filter(mine -> mine.type() == slot.type());
      var values =
          same.map(mine -> request.values(mine.name()))
              .or(() -> all.spoken(slot))
              .orElse(List.of());
      if (!values.isEmpty()) {
        carried = carried.with(slot.name(), values);
      }
    }
    return new Draft(SlotFilling.inOrder(to, carried), List.of());
  }
}
