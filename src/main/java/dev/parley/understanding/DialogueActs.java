package dev.parley.understanding;

import dev.parley.understanding.Phrases.Found;
import dev.parley.understanding.Phrases.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what a message does in the conversation besides asking for something. */
final class DialogueActs {
  /** An act, and whether the message holds nothing else. */
  record Act(DialogueAct act, boolean bare) {
    static final Act NONE = new Act(DialogueAct.INFORM, false);
  }

  private static final Set<Kind> POLITE = EnumSet.of(Kind.COURTESY, Kind.THANK, Kind.GREET);
  private static final Pattern HOW =
      Pattern.compile(
          "(?:please |pls |can you |could you |hi |hey )*(?:(?:tell me |show me |explain (?:to me )?)?(?:how (?:do|can|could|would|should|might) (?:i|we|one|you)|how to|how does one)\\b"
              + "|what(?:'s| is) the (?:command|syntax|way) (?:to|for)\\b|(?:which|what) command (?:do|should|can|would|must|could) (?:i|we|one)\\b|help (?:with|on|about|for|me with)\\b).*"
              + "|help (?!me\\b|us\\b)[a-z]+(?: [a-z]+)?");
  private static final Pattern MAY =
      Pattern.compile(
          "(?:(?:please |can you )?(?:tell me |show me )?(?:what|which)\\b.* (?:may i|am i (?:allowed|permitted|authori[sz]ed))|(?:am i (?:allowed|permitted|authori[sz]ed|entitled)|do i have (?:the )?(?:permissions?|rights?|access)|may i)\\b).*");

  private DialogueActs() {}

  /** The act of a message, before the names in it are looked at. */
  static Act of(String text, Expectation expectation) {
    var tokens = Tokens.of(text);
    var words = Courtesy.words(tokens);
    var found = Phrases.shipped().opening(words);
    boolean whole = !found.isEmpty() && found.get(found.size() - 1).end() == words.size();
    if (whole) {
      return whole(found, text.contains("?"), expectation);
    }
    return asksAbout(String.join(" ", words)).orElseGet(() -> opening(found, tokens, expectation));
  }

  /** A message that holds nothing but set phrases. */
  private static Act whole(List<Found> found, boolean question, Expectation expectation) {
    var kinds =
        found.stream()
            .map(Found::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    boolean doubt = kinds.remove(Kind.DOUBT);
    for (var single : List.of(Kind.WHO_AM_I, Kind.HELP)) {
      if (kinds.contains(single) && !kinds.contains(Kind.AFFIRM)) {
        return new Act(DialogueAct.valueOf(single.name()), true);
      }
    }
    if (kinds.contains(Kind.CANCEL)) {
      return new Act(DialogueAct.CANCEL, !question);
    }
    if (kinds.contains(Kind.DENY)) {
      return kinds.contains(Kind.AFFIRM) ? Act.NONE : new Act(DialogueAct.DENY, !question);
    }
    if (kinds.contains(Kind.AFFIRM)) {
      return agreement(kinds, doubt || question, expectation);
    }
    if (doubt) {
      return Act.NONE;
    }
    if (kinds.contains(Kind.THANK)) {
      return new Act(DialogueAct.THANK, true);
    }
    return kinds.contains(Kind.GREET) ? new Act(DialogueAct.GREET, true) : Act.NONE;
  }

  private static Act agreement(Set<Kind> kinds, boolean unsure, Expectation expectation) {
    boolean thanks = kinds.contains(Kind.THANK) && !expectation.confirming() && !unsure;
    return thanks ? new Act(DialogueAct.THANK, true) : new Act(DialogueAct.AFFIRM, !unsure);
  }

  private static Optional<Act> asksAbout(String words) {
    if (MAY.matcher(words).matches()) {
      return Optional.of(new Act(DialogueAct.WHO_AM_I, false));
    }
    return HOW.matcher(words).matches()
        ? Optional.of(new Act(DialogueAct.HELP, false))
        : Optional.empty();
  }

  /** A message that begins with a set phrase and goes on. */
  private static Act opening(List<Found> found, List<Token> tokens, Expectation expectation) {
    var first = found.stream().map(Found::kind).filter(k -> !POLITE.contains(k)).findFirst();
    if (first.isEmpty()) {
      return Act.NONE;
    }
    return switch (first.get()) {
      case AFFIRM -> expectation.confirming() ? new Act(DialogueAct.AFFIRM, false) : Act.NONE;
      case DENY -> expectation.confirming() ? new Act(DialogueAct.DENY, false) : Act.NONE;
      case CANCEL -> markFollows(found, tokens) ? new Act(DialogueAct.CANCEL, false) : Act.NONE;
      default -> Act.NONE;
    };
  }

  /** "never mind, …" calls off; "stop apache" asks for something. */
  private static boolean markFollows(List<Found> found, List<Token> tokens) {
    int end = found.get(found.size() - 1).end();
    int words = 0;
    for (var token : tokens) {
      if (words == end) {
        return !token.isWord();
      }
      words += Courtesy.words(List.of(token)).size();
    }
    return false;
  }
}
