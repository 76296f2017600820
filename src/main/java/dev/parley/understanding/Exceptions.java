package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a group what is excepted from it: "all web hosts except web-03" is one mention, of
 * the other hosts. Where the exception names what does not exist, it stays to be objected to.
 */
final class Exceptions {
  private static final Pattern EXCEPT =
      Pattern.compile(
          "(?i)\\s*,?\\s*(?:and |just |only )?(?:except(?:ing)?(?: for)?|exclud(?:ing|es?)|but(?: not)?(?: for)?"
              + "|without|minus|bar(?:ring)?|save(?: for)?|sans|omit(?:ting)?|skip(?:ping)?|not|other than"
              + "|apart from|aside from|with the exception of|leaving out|leave out"
              + "|(?:but |and )?(?:please )?(?:leave|keep|spare|skip|avoid))"
              + "(?: for)?(?: on| in| at)?(?: the| our)?(?: hosts?| servers?| box)?\\s*");
  private static final List<String> PLACES =
      List.of("first", "1st", "second", "2nd", "third", "3rd", "fourth", "4th", "last");
  private static final int NUMBERED_PLACES = 4;
  private static final Pattern PLACE =
      Pattern.compile(
          EXCEPT.pattern()
              + "(?<place>"
              + String.join("|", PLACES)
              + ")(?: (?:one|hosts?|servers?|box|machine|node)(?![\\w-])|(?=\\s*(?:$|[,.?!])))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND =
      Pattern.compile("(?i)\\s*(?:,|&|(?:,\\s*)?(?:and|or|nor))\\s*(?:on |for )?(?:the )?\\s*");
  private static final Set<String> LEFT =
      Set.of("alone", "out", "untouched", "running", "up", "alive", "be");
  private static final Set<String> LEAVING = Set.of("leave", "keep", "spare", "leaving", "keeping");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final Line line;
  private final List<Mention> mentions;

  private Exceptions(Line line, List<Mention> mentions) {
    this.line = line;
    this.mentions = mentions;
  }

  /** The mentions, each group without what is excepted from it. */
  static List<Mention> folded(Line line, List<Mention> mentions) {
    return mentions.stream().anyMatch(Exceptions::isGroup)
        ? new Exceptions(line, mentions).folded()
        : mentions;
  }

  private static boolean isGroup(Mention mention) {
    return mention.as(SlotType.HOST).filter(host -> host.values().size() > 1).isPresent();
  }

  private List<Mention> folded() {
    var all = new ArrayList<Mention>();
    int at = 0;
    while (at < mentions.size()) {
      var mention = mentions.get(at);
      int last = isGroup(mention) ? lastExcepted(at) : at;
      var without =
          last > at ? without(at, last) : excludedNumber(at).or(() -> excludedPlace(mention));
      all.add(without.orElse(mention));
      at = without.isPresent() ? last + 1 : at + 1;
    }
    return all;
  }

  /** The last of the mentions that are excepted from the one at an index, or that index. */
  private int lastExcepted(int group) {
    int last = group;
    var between = EXCEPT;
    while (last + 1 < mentions.size()
        && hosts(mentions.get(last + 1)).isPresent()
        && between.matcher(between(last)).matches()) {
      last++;
      between = AND;
    }
    return last;
  }

  private String between(int at) {
    int end = mentions.get(at).end();
    return line.text().substring(end, Math.max(end, mentions.get(at + 1).start()));
  }

  private static Optional<Entity> hosts(Mention mention) {
    return mention
        .as(SlotType.HOST)
        .filter(e -> !e.values().isEmpty() && e.values().stream().allMatch(SlotValue::known));
  }

  private Optional<Mention> without(int group, int last) {
    var names = new HashSet<String>();
    for (int i = group + 1; i <= last; i++) {
      hosts(mentions.get(i)).ifPresent(e -> e.values().forEach(v -> names.add(v.canonical())));
    }
    int end = mentions.get(last).end();
    int next = line.after(end);
    boolean leaving =
        line.tokens().stream()
            .skip(line.after(mentions.get(group).end()))
            .limit(3)
            .anyMatch(token -> LEAVING.contains(token.lower()));
    return rest(
        mentions.get(group),
        names,
        leaving && LEFT.contains(line.word(next)) ? line.tokens().get(next).end() : end);
  }

  private Optional<Mention> rest(Mention group, Set<String> names, int end) {
    var hosts = group.as(SlotType.HOST).orElseThrow();
    var kept =
        hosts.values().stream()
            .filter(value -> !names.contains(value.canonical()))
            .collect(Collectors.toList());
    boolean less = !kept.isEmpty() && kept.size() < hosts.values().size();
    return less ? Optional.of(mention(group, hosts, kept, end)) : Optional.empty();
  }

  private Mention mention(Mention group, Entity hosts, List<SlotValue> kept, int end) {
    String said = line.text().substring(hosts.start(), end);
    var entity = new Entity(SlotType.HOST, hosts.slot(), said, hosts.start(), end, kept, List.of());
    return new Mention(group.start(), end, List.of(entity));
  }

  /** "all web servers except the first one". */
  private Optional<Mention> excludedPlace(Mention group) {
    int end = group.end();
    var excepted = PLACE.matcher(line.text()).region(end, line.text().length());
    if (!isGroup(group) || !excepted.lookingAt()) {
      return Optional.empty();
    }
    var values = group.as(SlotType.HOST).orElseThrow().values();
    int place = PLACES.indexOf(excepted.group("place").toLowerCase(Locale.ROOT)) / 2;
    int index = place < NUMBERED_PLACES ? place : values.size() - 1;
    return index < values.size()
        ? rest(group, Set.of(values.get(index).canonical()), excepted.end())
        : Optional.empty();
  }

  /** "all web hosts except 03". */
  private Optional<Mention> excludedNumber(int at) {
    var group = mentions.get(at);
    int word = line.after(group.end()) + 1;
    int most = word + 5;
    while (word < most && !NUMBER.matcher(line.word(word)).matches()) {
      word++;
    }
    if (word == most || !isGroup(group)) {
      return Optional.empty();
    }
    var token = line.tokens().get(word);
    if (!EXCEPT.matcher(line.text().substring(group.end(), token.start())).matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(token.text());
    var names =
        group.as(SlotType.HOST).orElseThrow().values().stream()
            .map(SlotValue::canonical)
            .filter(name -> name.matches("\\D*0*" + number + "(?:\\D.*)?"))
            .collect(Collectors.toSet());
    return names.size() == 1 ? rest(group, names, token.end()) : Optional.empty();
  }
}
