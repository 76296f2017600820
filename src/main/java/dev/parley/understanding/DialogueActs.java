package dev.parley.understanding;

import dev.parley.intent.SlotType;
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

  private static final Set<Kind> JUDGING =
      EnumSet.of(
          Kind.APPROVE,
          Kind.REJECT,
          Kind.DECLINE,
          Kind.COURTESY,
          Kind.THANK,
          Kind.GREET,
          Kind.AFFIRM,
          Kind.DENY);
  private static final Set<Kind> POLITE = EnumSet.of(Kind.COURTESY, Kind.THANK, Kind.GREET);
  private static final Pattern MAY =
      Pattern.compile(
          "(?:(?:please |can you )?(?:tell me |show me )?(?:what|which)\\b.* (?:may i|am i (?:allowed|permitted|authori[sz]ed))|(?:am i (?:allowed|permitted|authori[sz]ed|entitled)|do i have (?:the )?(?:permissions?|rights?|access)|may i(?! (?:see|have|get|ask|look|know)\\b))\\b).*");

  private DialogueActs() {}

  /** The short id of a request that waits: letters and digits, a digit at least. */
  private static final Pattern SHORT_ID = Pattern.compile("#?(?=.*\\d)[a-z0-9]{4,6}");

  /** The act of a message, before the names in it are looked at. */
  static Act of(String text, Expectation expectation) {
    var tokens = Tokens.of(text);
    var words = Courtesy.words(tokens);
    if (SlotQuestions.of(words, expectation.pending(), expectation.asked()).isPresent()) {
      return new Act(DialogueAct.CHOICES, true);
    }
    var found = Phrases.shipped().opening(words);
    if (whole(found, words)) {
      return whole(found, text.contains("?"), expectation);
    }
    var judged = judged(words, text.contains("?"));
    if (judged.isPresent()) {
      return judged.get();
    }
    String said = String.join(" ", words);
    return asksAbout(said)
        .or(() -> ofRuns(said, text.contains("?"), expectation))
        .orElseGet(() -> opening(found, tokens, expectation));
  }

  private static boolean whole(List<Found> found, List<String> words) {
    return !found.isEmpty() && found.get(found.size() - 1).end() == words.size();
  }

  /** "approve r4k9": a yes or no to the request of that id. */
  private static Optional<Act> judged(List<String> words, boolean question) {
    var ids = words.stream().filter(word -> SHORT_ID.matcher(word).matches()).toList();
    if (ids.size() != 1 || question) {
      return Optional.empty();
    }
    var others = words.stream().filter(word -> !word.equals(ids.get(0))).toList();
    var found = Phrases.shipped().opening(others);
    var kinds = kinds(found);
    if (!whole(found, others) || kinds.contains(Kind.DOUBT) || kinds.contains(Kind.PAUSE)) {
      return Optional.empty();
    }
    boolean approves = kinds.contains(Kind.APPROVE);
    boolean rejects = kinds.contains(Kind.REJECT) || kinds.contains(Kind.DECLINE);
    boolean other = kinds.stream().anyMatch(kind -> !JUDGING.contains(kind));
    return approves == rejects || other
        ? Optional.empty()
        : Optional.of(new Act(approves ? DialogueAct.APPROVE : DialogueAct.REJECT, true));
  }

  private static Set<Kind> kinds(List<Found> found) {
    return found.stream()
        .map(Found::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  /** A message that holds nothing but set phrases. */
  private static Act whole(List<Found> found, boolean question, Expectation expectation) {
    var kinds = kinds(found);
    boolean pause = kinds.remove(Kind.PAUSE);
    boolean doubt = kinds.remove(Kind.DOUBT) || pause;
    for (var single : List.of(Kind.WHO_AM_I, Kind.HELP)) {
      if (kinds.contains(single) && !kinds.contains(Kind.AFFIRM)) {
        return new Act(DialogueAct.valueOf(single.name()), true);
      }
    }
    var about = aboutRequests(kinds, doubt, question, expectation);
    if (about.isPresent()) {
      return about.get();
    }
    if (kinds.contains(Kind.START_OVER) && !question) {
      return new Act(DialogueAct.START_OVER, true);
    }
    if (kinds.contains(Kind.NONE)) {
      boolean text = expectation.asked() != null && expectation.asked().type() == SlotType.TEXT;
      return text || kinds.contains(Kind.AFFIRM) ? Act.NONE : new Act(DialogueAct.DENY, !question);
    }
    for (var of : List.of(Kind.AGAIN, Kind.UNDO)) {
      if (kinds.contains(of) && !doubt && !expectation.confirming()) {
        return new Act(DialogueAct.valueOf(of.name()), true);
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
      boolean pending = expectation.pending() != null || expectation.asked() != null;
      return pause && pending ? new Act(DialogueAct.PAUSE, true) : Act.NONE;
    }
    if (kinds.contains(Kind.THANK)) {
      return new Act(DialogueAct.THANK, true);
    }
    return kinds.contains(Kind.GREET) ? new Act(DialogueAct.GREET, true) : Act.NONE;
  }

  /** What is said of requests that stand, wait or run. */
  private static Optional<Act> aboutRequests(
      Set<Kind> kinds, boolean doubt, boolean question, Expectation expectation) {
    boolean plain = !doubt && !question;
    boolean inDialogue = expectation.pending() != null || expectation.asked() != null;
    boolean agrees = kinds.contains(Kind.AFFIRM) && expectation.confirming();
    boolean rejects = kinds.contains(Kind.REJECT) || kinds.contains(Kind.DECLINE);
    if (kinds.contains(Kind.APPROVE)
        && (rejects || kinds.contains(Kind.DENY) || kinds.contains(Kind.CANCEL))) {
      return Optional.of(Act.NONE);
    }
    if (kinds.contains(Kind.APPROVE)) {
      return Optional.of(
          agrees
              ? agreement(kinds, !plain, expectation)
              : plain ? new Act(DialogueAct.APPROVE, true) : Act.NONE);
    }
    if (rejects) {
      boolean no = expectation.confirming() && !kinds.contains(Kind.REJECT);
      return Optional.of(
          no
              ? new Act(DialogueAct.DENY, !question)
              : plain ? new Act(DialogueAct.REJECT, true) : Act.NONE);
    }
    if (kinds.contains(Kind.STOP_RUNNING) || kinds.contains(Kind.STOP) && !inDialogue) {
      return Optional.of(plain ? new Act(DialogueAct.STOP_RUNNING, true) : Act.NONE);
    }
    if (kinds.contains(Kind.STOP)) {
      return Optional.of(new Act(DialogueAct.CANCEL, !question));
    }
    return kinds.contains(Kind.PENDING) || kinds.contains(Kind.STATUS) && question
        ? Optional.of(new Act(DialogueAct.PENDING, true))
        : Optional.empty();
  }

  private static Act agreement(Set<Kind> kinds, boolean unsure, Expectation expectation) {
    boolean thanks = kinds.contains(Kind.THANK) && !expectation.confirming() && !unsure;
    return thanks ? new Act(DialogueAct.THANK, true) : new Act(DialogueAct.AFFIRM, !unsure);
  }

  private static Optional<Act> asksAbout(String words) {
    if (MAY.matcher(words).matches()) {
      return Optional.of(new Act(DialogueAct.WHO_AM_I, false));
    }
    return HelpQuestions.is(words)
        ? Optional.of(new Act(DialogueAct.HELP, false))
        : Optional.empty();
  }

  /** What is said of something that runs; while such a request is put together, of that. */
  private static Optional<Act> ofRuns(String words, boolean question, Expectation expectation) {
    if (RunTalk.asksHow(words)) {
      return Optional.of(new Act(DialogueAct.PENDING, true));
    }
    var pending = expectation.pending();
    return RunTalk.end(words)
        .filter(noun -> !question)
        .map(
            noun ->
                pending != null && pending.name().contains(noun)
                    ? DialogueAct.CANCEL
                    : DialogueAct.STOP_RUNNING)
        .map(act -> new Act(act, true));
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
