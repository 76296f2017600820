package dev.parley.understanding;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resolution;
import dev.parley.inventory.SlotChoices;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a message as the answer to a question: "web-02", "the second one", "both", "24". */
final class Answers {
  private static final Set<String> AROUND = Words.of("AROUND_AN_ANSWER");
  private static final Set<String> NO_VALUE = Words.of("NO_VALUE");
  private static final Set<String> DESCRIBES_A_SERVICE = Words.of("DESCRIBES_A_SERVICE");
  private static final int MOST_WORDS = 4;
  private static final Pattern ONE_OF =
      Pattern.compile(".*\\bthe (?<group>[\\p{L}\\p{N}_-]+) one(?: please| pls| thanks)?[.! ]*");

  /** Values that may be of several words. */
  private static final Set<SlotType> PHRASES =
      EnumSet.of(SlotType.METRIC, SlotType.CUSTOMER, SlotType.ALERT, SlotType.PERSON);

  private final IntentCatalog catalog;
  private final Inventory inventory;
  private final EntityResolver resolver;
  private final Particulars particulars;

  Answers(IntentCatalog catalog, Inventory inventory, EntityResolver resolver) {
    this.catalog = catalog;
    this.inventory = inventory;
    this.resolver = resolver;
    this.particulars = new Particulars(resolver);
  }

  /** The intent that an answer chooses among offered ones. */
  Optional<ScoredIntent> intent(Heard heard) {
    var choices = heard.asked() == null ? heard.expectation().choices() : List.<String>of();
    var meant = Choices.meant(heard.text(), choices);
    return meant.size() == 1
        ? intentOf(meant.get(0)).map(name -> new ScoredIntent(name, 1))
        : Optional.empty();
  }

  private Optional<String> intentOf(String choice) {
    return catalog.all().stream()
        .filter(
            i -> i.name().equals(choice.split("\\s")[0]) || i.summary().equalsIgnoreCase(choice))
        .map(i -> i.name())
        .findFirst();
  }

  /** The values with which a message answers, empty when it says more than an answer does. */
  Optional<List<Entity>> values(Heard heard) {
    var asked = heard.asked();
    if (asked == null) {
      boolean named = heard.inDialogue() || heard.corrects();
      return named && heard.onlyNames() && !heard.mentions().isEmpty()
          ? Optional.of(heard.entities())
          : Optional.empty();
    }
    var found = values(heard, asked);
    return Optional.of(found).filter(values -> !values.isEmpty());
  }

  /** The hosts that a request could have been for besides its own. */
  List<String> others(Slot slot, ActionRequest request) {
    return SlotChoices.of(SlotType.HOST, request.without(slot.name()), inventory).stream()
        .filter(host -> !request.canonical(slot.name()).contains(host))
        .toList();
  }

  /** Whether a name of several words would answer, so that nearly anything might. */
  boolean open(Heard heard) {
    var asked = heard.asked();
    return asked != null
        && PHRASES.contains(asked.type())
        && !heard.mentions().isEmpty()
        && rest(heard.line(), List.of()).size() > 1;
  }

  /** What only the pending intent gives a meaning: "sev 2", "two weeks", "the shop one". */
  Optional<List<Entity>> particular(Heard heard) {
    var asked = heard.asked();
    var pending = heard.expectation().pending();
    return asked == null || pending == null || heard.line().question()
        ? Optional.empty()
        : particulars
            .answer(pending, asked, heard.line())
            .map(
                all -> all.stream().map(e -> e.type() == asked.type() ? in(asked, e) : e).toList());
  }

  /** An answer of a few words that names nothing known and is no request either. */
  Optional<List<Entity>> unknown(Heard heard) {
    var asked = heard.asked();
    return asked == null || !heard.mentions().isEmpty()
        ? Optional.empty()
        : unknown(heard.line(), asked).map(List::of);
  }

  /** The values with which a message answers a question for a slot; none when it does not. */
  List<Entity> values(Heard heard, Slot asked) {
    var line = heard.line();
    var mentions = heard.mentions();
    var choices = heard.expectation().choices();
    var one = oneOf(line, asked, choices);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    var named =
        mentions.stream()
            .map(m -> Readings.as(asked, m).map(e -> in(asked, e)).orElseGet(m::first))
            .toList();
    boolean answers = named.stream().anyMatch(e -> e.type() == asked.type());
    boolean described = asked.type() == SlotType.SERVICE;
    var rest =
        rest(line, mentions).stream()
            .filter(t -> !described || !DESCRIBES_A_SERVICE.contains(t.lower()))
            .toList();
    if (answers && rest.isEmpty()) {
      return named;
    }
    var meant = Choices.meant(line.text(), choices);
    if (!meant.isEmpty()) {
      return List.of(
          whole(line, asked, meant.stream().map(c -> SlotValue.of(c, c)).toList(), List.of()));
    }
    return particular(heard)
        .or(() -> named(line, asked, mentions))
        .or(() -> formed(line, asked).or(() -> numbered(line, asked, choices)).map(List::of))
        .orElse(List.of());
  }

  /** "DiskFull for two hours": a name of its own, and how long. */
  private static Optional<List<Entity>> named(Line line, Slot asked, List<Mention> mentions) {
    var howLong = mentions.stream().flatMap(m -> m.as(SlotType.DURATION).stream()).toList();
    var rest = rest(line, mentions);
    return howLong.size() == 1 && rest.size() == 1 && PHRASES.contains(asked.type())
        ? phrase(line, asked, rest).map(name -> List.of(name, howLong.get(0)))
        : Optional.empty();
  }

  /** "the db one": the host of that group, or which of them is asked. */
  private Optional<Entity> oneOf(Line line, Slot asked, List<String> choices) {
    var said = ONE_OF.matcher(line.text().toLowerCase(Locale.ROOT));
    if (asked.type() != SlotType.HOST || !said.matches()) {
      return Optional.empty();
    }
    var members = inventory.members(said.group("group"));
    var offered = members.stream().filter(choices::contains).toList();
    var meant = offered.isEmpty() ? members : offered;
    return switch (meant.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(
              whole(line, asked, List.of(SlotValue.of(meant.get(0), meant.get(0))), List.of()));
      default -> Optional.of(whole(line, asked, List.of(), meant));
    };
  }

  private static Entity in(Slot slot, Entity e) {
    return new Entity(
        e.type(), slot.name(), e.text(), e.start(), e.end(), e.values(), e.candidates());
  }

  /** What stands in a message besides names and small words. */
  private static List<Token> rest(Line line, List<Mention> mentions) {
    return line.tokens().stream()
        .filter(Token::isWord)
        .filter(t -> mentions.stream().noneMatch(m -> m.overlaps(t.start(), t.end())))
        .filter(t -> !AROUND.contains(t.lower()))
        .toList();
  }

  /** A number, an address, a path …: whatever has the form of the type. */
  private static Optional<Entity> formed(Line line, Slot asked) {
    var type = asked.type();
    if (type.kind() == SlotType.Kind.NUMBER) {
      for (int i = 0; i < line.size(); i++) {
        var number = NumberWords.at(line, i);
        int from = i;
        boolean alone =
            number.isPresent()
                && rest(line, List.of()).stream()
                    .allMatch(
                        t ->
                            t.start() >= line.tokens().get(from).start()
                                && line.after(t.start()) < from + number.get().words());
        if (alone) {
          return SlotForms.canonical(type, number.get().digits())
              .map(v -> entity(asked, line, from, number.get().words(), v));
        }
      }
      return Optional.empty();
    }
    boolean open = type.kind() == SlotType.Kind.PATTERN || type == SlotType.STATE;
    var rest = rest(line, List.of());
    if (PHRASES.contains(type) && rest.size() > 1 && rest.size() <= MOST_WORDS) {
      return phrase(line, asked, rest);
    }
    if (!open || rest.size() != 1 || NO_VALUE.contains(rest.get(0).lower())) {
      return Optional.empty();
    }
    int at = line.tokens().indexOf(rest.get(0));
    return SlotForms.canonical(type, rest.get(0).text()).map(v -> entity(asked, line, at, 1, v));
  }

  /** "request latency": a name of several words. */
  private static Optional<Entity> phrase(Line line, Slot asked, List<Token> rest) {
    boolean name =
        !line.question()
            && rest.stream()
                .map(Token::lower)
                .noneMatch(w -> NO_VALUE.contains(w) || Words.REQUEST_VERBS.contains(w));
    int from = line.tokens().indexOf(rest.get(0));
    int words = line.tokens().indexOf(rest.get(rest.size() - 1)) - from + 1;
    return name
        ? SlotForms.canonical(asked.type(), line.phrase(from, words))
            .map(v -> entity(asked, line, from, words, v))
        : Optional.empty();
  }

  /** "24" for the one host whose name or address ends so. */
  private Optional<Entity> numbered(Line line, Slot asked, List<String> choices) {
    var rest = rest(line, List.of());
    if (asked.type() != SlotType.HOST
        || rest.isEmpty()
        || !rest.stream().allMatch(t -> t.text().matches("\\.?\\d{1,3}"))) {
      return Optional.empty();
    }
    var each = rest.stream().map(t -> ending(t.text(), choices)).toList();
    if (each.size() > 1 && each.stream().allMatch(hosts -> hosts.size() == 1)) {
      return Optional.of(
          whole(
              line,
              asked,
              each.stream().map(hosts -> SlotValue.of(hosts.get(0), hosts.get(0))).toList(),
              List.of()));
    }
    var ending = each.size() == 1 ? each.get(0) : List.<String>of();
    return switch (ending.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(
              whole(line, asked, List.of(SlotValue.of(ending.get(0), ending.get(0))), List.of()));
      default -> Optional.of(whole(line, asked, List.of(), ending));
    };
  }

  private List<String> ending(String digits, List<String> choices) {
    int number = Integer.parseInt(digits.replace(".", ""));
    var all =
        inventory.hosts().stream()
            .filter(h -> endsWith(h.name(), number) || endsWith(h.address(), number))
            .map(Host::name)
            .toList();
    var offered = all.stream().filter(choices::contains).toList();
    return offered.isEmpty() ? all : offered;
  }

  private static boolean endsWith(String name, int number) {
    return name.matches(".*\\D0*" + number);
  }

  /** An answer that names nothing known: kept as typed, with near names. */
  private Optional<Entity> unknown(Line line, Slot asked) {
    var rest = rest(line, List.of());
    boolean name =
        asked.type().kind() == SlotType.Kind.CLOSED
            && !rest.isEmpty()
            && rest.size() <= 3
            && rest.stream()
                .noneMatch(
                    t -> NO_VALUE.contains(t.lower()) || Words.NEVER_A_NAME.contains(t.lower()))
            && (rest.size() == 1 && Corrections.opening(line.text()) == 0
                || rest.stream().noneMatch(t -> Words.REQUEST_VERBS.contains(t.lower())))
            && (!line.question() || rest.size() == 1 && line.size() <= 2);
    if (!name) {
      return Optional.empty();
    }
    int from = line.tokens().indexOf(rest.get(0));
    int words = line.tokens().indexOf(rest.get(rest.size() - 1)) - from + 1;
    return Optional.of(resolved(line, asked, from, words));
  }

  private Entity resolved(Line line, Slot asked, int from, int words) {
    String spoken = line.phrase(from, words);
    var resolution = resolver.resolve(asked, spoken);
    List<SlotValue> values = List.of(SlotValue.unknown(spoken));
    List<String> candidates = List.of();
    if (resolution instanceof Resolution.Resolved found) {
      boolean one = found.canonical().size() == 1;
      values =
          found.canonical().stream()
              .map(c -> SlotValue.of(c, one ? spoken : c))
              .collect(Collectors.toList());
    } else if (resolution instanceof Resolution.Ambiguous several) {
      values = List.of();
      candidates = several.candidates();
    } else if (resolution instanceof Resolution.Unknown none) {
      candidates = none.near();
    }
    int start = line.tokens().get(from).start();
    return new Entity(
        asked.type(), asked.name(), spoken, start, start + spoken.length(), values, candidates);
  }

  private static Entity entity(Slot asked, Line line, int from, int words, String value) {
    String text = line.phrase(from, words);
    int start = line.tokens().get(from).start();
    return new Entity(
        asked.type(),
        asked.name(),
        text,
        start,
        start + text.length(),
        List.of(SlotValue.of(value, text)),
        List.of());
  }

  private static Entity whole(
      Line line, Slot asked, List<SlotValue> values, List<String> candidates) {
    return new Entity(
        asked.type(), asked.name(), line.text(), 0, line.text().length(), values, candidates);
  }
}
