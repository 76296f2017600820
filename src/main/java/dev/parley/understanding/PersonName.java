package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds to whom something goes: "@dana", "to maria", "give tom OPS-12", "maria takes it". */
final class PersonName {
  static final Pattern MENTION = Pattern.compile("@[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
  private static final Pattern TO =
      Pattern.compile("to|onto|for|by|on|in|owner|assignee|is|be|:|>|->|=>|\u2192");
  private static final Pattern VERB =
      Pattern.compile(
          "assign|assigning|reassign|give|hand|put|let|make|have|get|ask|pass|tell|want|set");
  private static final Pattern TAKES =
      Pattern.compile(
          "takes?|should|will|can|owns?|has|gets?|must|picks?|handles?|is|wants?|could|does|works?|'ll");
  private static final Set<String> NOT = Words.of("NO_PERSON");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}][\\p{L}\\p{M}\\p{N}._'-]*|me|myself");

  private final Wording words;

  private PersonName(Wording words) {
    this.words = words;
  }

  static List<Entity> in(Wording words) {
    var name = new PersonName(words);
    return name.mentioned()
        .or(() -> name.after(TO))
        .or(() -> name.after(VERB))
        .or(name::subject)
        .or(name::beside)
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Entity> mentioned() {
    for (int at = 0; at < words.size(); at++) {
      String word = words.token(at).text();
      if (MENTION.matcher(word).matches() || CustomerName.ADDRESS.matcher(word).matches()) {
        return words.value(SlotType.PERSON, at, at + 1);
      }
    }
    return Optional.empty();
  }

  private Optional<Entity> after(Pattern lead) {
    for (int at = words.size() - 2; at >= 0; at--) {
      if (lead.matcher(words.word(at)).matches()) {
        int from = at + 1;
        while (words.word(from).matches("over|to|the|our|up|out|colleague|user|person")) {
          from++;
        }
        var person = from(from);
        if (person.isPresent()) {
          return person;
        }
      }
    }
    return Optional.empty();
  }

  /** "maria should take OPS-12". */
  private Optional<Entity> subject() {
    for (int at = 1; at < words.size(); at++) {
      if (TAKES.matcher(words.word(at)).matches() && name(at - 1)) {
        return from(at - 1);
      }
    }
    return Optional.empty();
  }

  /** "OPS-12 maria". */
  private Optional<Entity> beside() {
    for (int at = words.size() - 1; at >= 0; at--) {
      boolean beside =
          at > 0 && !words.free(at - 1) || at + 1 < words.size() && !words.free(at + 1);
      if (name(at) && (beside || words.size() == 1)) {
        return from(at);
      }
    }
    return Optional.empty();
  }

  /** A name, with a second one in capitals: "Maria Lopez". */
  private Optional<Entity> from(int from) {
    if (!name(from)) {
      return Optional.empty();
    }
    int to = from + 1;
    while (name(to) && capital(to) && capital(from)) {
      to++;
    }
    var span = words.span(from, to);
    String text = words.text(span);
    return words.value(
        SlotType.PERSON, text.endsWith("'s") ? new Span(span.getStart(), span.getEnd() - 2) : span);
  }

  private boolean capital(int at) {
    return Character.isUpperCase(words.token(at).text().codePointAt(0));
  }

  private boolean name(int at) {
    String word = words.word(at);
    boolean self = word.matches("me|myself");
    return words.free(at)
        && NAME.matcher(word).matches()
        && (self
            || !NOT.contains(word)
                && !Words.NEVER_A_NAME.contains(word)
                && !Words.REQUEST_VERBS.contains(word));
  }
}
