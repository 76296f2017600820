package dev.parley;

import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.Draft;
import dev.parley.dialogue.Movable;
import dev.parley.understanding.SetPhrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody has begun in other places, to go on with it here. */
final class CarryDesk {
  private final Moment moment;
  private final Participant whose;

  /**
   * Something that was begun.
   *
   * @param whose its person, in the place where that was
   */
  record Begun(Participant whose, Draft draft) {}

  CarryDesk(Moment moment, Participant whose) {
    this.moment = moment;
    this.whose = whose;
  }

  static boolean concerns(SetPhrase phrase) {
    return phrase.kind() == SetPhrase.Kind.CONTINUE;
  }

  /** The only one that can be meant; empty where there is none, or more than one. */
  Optional<Begun> find(String meant) {
    var found = begun().stream().filter(one -> isMeant(one, meant)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Why nothing was found, and what there is. */
  String explanation(String meant) {
    var all = begun();
    if (all.isEmpty()) {
      return "You have begun nothing elsewhere that could go on here.";
    }
    var lines =
        all.stream()
            .map(one -> name(one.whose().conversation()) + ": " + one.draft().request().exactForm())
            .collect(Collectors.joining("\n"));
    boolean several = all.stream().filter(one -> isMeant(one, meant)).count() > 1;
    return (several ? "You have begun more than one thing there" : "You have begun nothing there")
        + ". Name the place, for example \"continue what I asked in %s\":\n%s"
            .formatted(name(all.get(0).whose().conversation()), lines);
  }

  private List<Begun> begun() {
    return moment.stores().dialogues().open(whose.person().key()).stream()
        .filter(place -> !place.equals(whose.conversation()))
        .flatMap(place -> begun(place).stream())
        .toList();
  }

  private Optional<Begun> begun(ConversationId place) {
    return moment
        .stores()
        .dialogues()
        .find(new DialogueId(place, whose.person().key()))
        .flatMap(dialogue -> Movable.of(dialogue, moment.now()))
        .map(draft -> new Begun(new Participant(whose.person(), whose.speaker(), place), draft));
  }

  /** By its name, its id, or the platform that it is on. */
  private boolean isMeant(Begun one, String meant) {
    var place = one.whose().conversation();
    var said = plain(meant);
    return said.isEmpty()
        || said.equals(plain(place.channel()))
        || said.equals(plain(place.place()))
        || said.equals(plain(name(place)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(?:the )?[#@]?", "").strip();
  }

  /** What people call a place. */
  String name(ConversationId place) {
    return moment.stores().places().find(place).orElseGet(() -> usual(place));
  }

  /** An id that is long says nothing to anybody. */
  private static String usual(ConversationId place) {
    return place.place().matches("[#@]\\S{1,63}") ? place.place() : place.channel();
  }
}
