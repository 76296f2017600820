package dev.parley.understanding;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a message names: what exists (longest name first), what is nearly spelt like it,
 * values with a form of their own, and names of things that do not exist where only a name can
 * stand.
 */
public final class EntityExtractor {
  private final TimeValues times;
  private final KnownNames known;
  private final ClearValues clear;
  private final Values values;
  private final boolean texts;
  private final UnknownNames unknown;

  /**
   * @param types the slot types that anything takes; nothing else is looked for
   */
  public EntityExtractor(EntityResolver resolver, Set<SlotType> types) {
    var wanted = Set.copyOf(types);
    texts = wanted.contains(SlotType.TEXT);
    times = new TimeValues(wanted);
    known = new KnownNames(resolver, wanted);
    clear = new ClearValues(resolver, wanted);
    values = new Values(wanted);
    unknown = new UnknownNames(resolver, wanted);
  }

  /** An extractor of all that any intent of a catalogue takes. */
  public static EntityExtractor forCatalog(EntityResolver resolver, IntentCatalog catalog) {
    var types = EnumSet.noneOf(SlotType.class);
    catalog.all().forEach(intent -> intent.slots().forEach(slot -> types.add(slot.type())));
    return new EntityExtractor(resolver, types);
  }

  /** The entities of a normalised text, in the order in which they stand. */
  public List<Entity> extract(String text) {
    return mentions(Line.of(text)).stream().map(Mention::first).toList();
  }

  List<Mention> mentions(Line line) {
    var found = new ArrayList<Mention>();
    int at = 0;
    int timeEnds = 0;
    while (at < line.size()) {
      int here = at;
      var time =
          here < timeEnds || times.none()
              ? Optional.<TimeExpression>empty()
              : TimeParser.at(line, here);
      timeEnds = time.map(TimeExpression::end).orElse(timeEnds);
      var mention =
          time.flatMap(t -> times.mention(line, t))
              .or(() -> known.at(line, here).map(name -> withForms(line, here, name)))
              .or(() -> clear.at(line, here))
              .or(() -> values.at(line, here));
      mention.ifPresent(found::add);
      at = mention.map(m -> line.after(m.end())).orElse(here + 1);
      for (var next = known.furtherNumber(line, at, mention); next.isPresent(); ) {
        found.add(next.get());
        at = line.after(next.get().end());
        next = known.furtherNumber(line, at, mention);
      }
    }
    return withTexts(line, Exceptions.folded(line, unknown.added(line, found)));
  }

  /** What a known name also is: the address of a host is an address too. */
  private Mention withForms(Line line, int at, Mention name) {
    boolean word = name.end() == line.tokens().get(at).end();
    var forms = word ? values.formed(line, at) : Optional.<Mention>empty();
    if (forms.isEmpty()) {
      return name;
    }
    var readings = new ArrayList<>(name.readings());
    readings.addAll(forms.get().readings());
    return new Mention(name.start(), name.end(), readings);
  }

  /** Quoted text that names nothing is a text. */
  private List<Mention> withTexts(Line line, List<Mention> found) {
    if (!texts) {
      return found;
    }
    var all = new ArrayList<>(found);
    for (var quoted : Quotes.in(line.text())) {
      if (found.stream().noneMatch(m -> m.overlaps(quoted.getStart(), quoted.getEnd()))) {
        RestOfRequest.entity(SlotType.TEXT, line, quoted).map(Mention::of).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparingInt(Mention::start));
    return all;
  }
}
