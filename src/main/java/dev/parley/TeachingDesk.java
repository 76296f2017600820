package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueInput;
import dev.parley.dialogue.LastHeard;
import dev.parley.dialogue.SystemAct;
import dev.parley.intent.ActionRequest;
import dev.parley.permission.Decision;
import dev.parley.permission.Right;
import dev.parley.teaching.Misreading;
import dev.parley.teaching.TaughtPhrase;
import dev.parley.teaching.TaughtPhrases;
import dev.parley.understanding.SaidPhrase;
import dev.parley.understanding.TeachingForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people teach phrases of their own, have them listed, and have them forgotten. */
final class TeachingDesk {
  private static final int MOST = 200;

  /** What is said, or what goes on in the dialogue. */
  record Told(SystemAct.@Nullable Saying saying, @Nullable DialogueInput input) {
    static Told of(String sentence) {
      return new Told(new SystemAct.Remark(sentence), null);
    }
  }

  private final Moment moment;
  private final Participant whose;
  private final PermissionDesk permissions;
  private final Deeds deeds;

  TeachingDesk(Moment moment, Participant whose, PermissionDesk permissions, Deeds deeds) {
    this.moment = moment;
    this.whose = whose;
    this.permissions = permissions;
    this.deeds = deeds;
  }

  /** What a form leads to; empty where the message is none after all. */
  Optional<Told> hear(TeachingForm form, Utterance said, Dialogue dialogue) {
    return switch (form.kind()) {
      case TEACH -> Optional.of(teach(form.first(), form.second(), said));
      case MAY_TEACH ->
          new Teachable(moment, said).isRequest(form.second())
              ? Optional.of(teach(form.first(), form.second(), said))
              : Optional.empty();
      case REMEMBER -> Optional.of(remember(dialogue, said));
      case LEARNT -> Optional.of(Told.of(learnt()));
      case FORGET -> Optional.of(Told.of(forget(form.first())));
      case MAY_FORGET ->
          known(form.first()) ? Optional.of(Told.of(forget(form.first()))) : Optional.empty();
      case WHY -> Optional.of(Told.of(new WhyDesk(moment, whose).why(dialogue.heard())));
      case REVIEW, LABEL, ACCEPT, REJECT ->
          Optional.of(Told.of(new ReviewDesk(moment, whose).answer(form)));
      case CORRECT -> Optional.empty();
    };
  }

  /** The request that a message stands for, as its exact command; empty for any other. */
  Optional<TaughtPhrase> phrase(String text) {
    return phrases().saidBy(whose.person().key(), SaidPhrase.of(text));
  }

  private Told teach(String phrase, String meaning, Utterance said) {
    var refusal = new Rights(moment, whose).refusal(Right.TEACH);
    if (refusal.isPresent()) {
      return Told.of(refusal.get());
    }
    var read = new Teachable(moment, said).meaning(meaning);
    var request = read.request();
    return request == null ? new Told(read.instead(), null) : proposed(phrase, request, said);
  }

  private Told proposed(String phrase, ActionRequest request, Utterance said) {
    var problem = problem(phrase, request, said);
    return problem != null
        ? new Told(problem, null)
        : new Told(null, new DialogueInput.Taught(phrase, request));
  }

  /** Judged as it would be if somebody asked for it now; it is judged again whenever it is said. */
  private SystemAct.@Nullable Saying problem(String phrase, ActionRequest request, Utterance said) {
    var intent = moment.knowledge().catalog().find(request.intent());
    if (intent.isEmpty()) {
      return new SystemAct.Remark("%s can no longer be asked for.".formatted(request.intent()));
    }
    if (permissions.decide(request, intent.get().risk(request)) instanceof Decision.Denied denied) {
      return new SystemAct.RefusePermission(request, denied.explanation());
    }
    return new Teachable(moment, said)
        .problem(phrase, request)
        .or(this::tooMany)
        .map(SystemAct.Remark::new)
        .orElse(null);
  }

  private Optional<String> tooMany() {
    return phrases().of(whose.person().key()).size() < MOST
        ? Optional.empty()
        : Optional.of(
            "You taught me %d phrases, which is as many as I keep. Have me forget one."
                .formatted(MOST));
  }

  private Told remember(Dialogue dialogue, Utterance said) {
    var heard = dialogue.heard();
    var corrected = heard == null ? null : heard.corrected();
    if (corrected == null) {
      return Told.of(
          "I do not know what to remember. Say: when I say “…” I mean, and what you mean.");
    }
    return teach(corrected.text(), corrected.meant().exactForm(), said);
  }

  /** Keeps what was shown and agreed to, unless that has changed meanwhile. */
  SystemAct.Saying learn(SystemAct.Learn lesson, Utterance said) {
    var refusal = new Rights(moment, whose).refusal(Right.TEACH);
    if (refusal.isPresent()) {
      return new SystemAct.Remark(refusal.get());
    }
    var problem = problem(lesson.phrase(), lesson.meaning(), said);
    if (problem != null) {
      return problem;
    }
    var key = whose.person().key();
    var words = SaidPhrase.of(lesson.phrase());
    var form = lesson.meaning().exactForm();
    phrases().keep(new TaughtPhrase(key, words, lesson.phrase(), form, key, moment.now()));
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.PhraseTaught(
                moment.now(),
                key,
                whose.place(),
                whose.speaker().account(),
                lesson.phrase(),
                form,
                false));
    deeds
        .misread()
        .add(
            new Misreading(
                words,
                lesson.phrase(),
                Misreading.Reason.TAUGHT,
                lesson.meaning().intent(),
                0,
                lesson.meaning().intent(),
                form,
                key,
                whose.place(),
                moment.now()));
    return new SystemAct.Remark(
        "“%s” means %s from now on when you say it. “forget '%s'” takes that back; for everybody else it has to be accepted first."
            .formatted(lesson.phrase(), form, lesson.phrase()));
  }

  /** Tells that what was misread can be remembered, to whoever may teach. */
  Optional<SystemAct.Saying> offer(LastHeard.Corrected corrected) {
    boolean may =
        moment.mind().gatekeeper().judge(whose.person(), Right.TEACH, whose.conversation())
            instanceof Decision.Allowed;
    return may
        ? Optional.of(
            new SystemAct.Remark(
                "I misread “%s”. Say “remember that”, and it means %s whenever you say it."
                    .formatted(corrected.text(), corrected.meant().exactForm())))
        : Optional.empty();
  }

  private String learnt() {
    var lines = new ArrayList<String>();
    lines(whose.person().key(), "", lines);
    lines(TaughtPhrase.EVERYBODY, " (for everybody)", lines);
    return lines.isEmpty()
        ? "You taught me no phrases yet. Say: when I say “…” I mean, and what you mean."
        : "These stand for something when you say them:\n" + String.join("\n", lines);
  }

  private void lines(String owner, String note, List<String> lines) {
    phrases()
        .of(owner)
        .forEach(phrase -> lines.add("“" + phrase.said() + "”: " + phrase.meaning() + note));
  }

  private boolean known(String phrase) {
    return phrases().saidBy(whose.person().key(), SaidPhrase.of(phrase)).isPresent();
  }

  private String forget(String phrase) {
    var words = SaidPhrase.of(phrase);
    if (phrases().find(whose.person().key(), words).isPresent()) {
      return forgotten(whose.person().key(), words, phrase);
    }
    if (phrases().find(TaughtPhrase.EVERYBODY, words).isEmpty()) {
      return "You taught me nothing called “%s”. “what have you learnt?” lists what you did."
          .formatted(phrase);
    }
    return new Rights(moment, whose)
        .refusal(Right.REVIEW)
        .map(no -> "“%s” holds for everybody. ".formatted(phrase) + no)
        .orElseGet(() -> forgotten(TaughtPhrase.EVERYBODY, words, phrase));
  }

  private String forgotten(String owner, String words, String phrase) {
    phrases().forget(owner, words);
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.PhraseForgotten(
                moment.now(),
                whose.person().key(),
                whose.place(),
                whose.speaker().account(),
                phrase));
    return "“%s” stands for nothing any more%s."
        .formatted(phrase, owner.equals(TaughtPhrase.EVERYBODY) ? ", for nobody" : "");
  }

  private TaughtPhrases phrases() {
    return moment.stores().teaching().phrases();
  }

  /** What a correction was about, for "remember that". */
  static LastHeard.@Nullable Corrected corrected(
      @Nullable LastHeard before, @Nullable ActionRequest about, boolean corrects, Moment moment) {
    if (before == null) {
      return null;
    }
    boolean another = before.about() == null || about == null || !before.about().sameAs(about);
    return corrects && about != null && another
        ? new LastHeard.Corrected(before.text(), about, moment.now())
        : before.corrected();
  }
}
