package dev.parley;

import dev.parley.audit.AuditEvent;
import dev.parley.intent.Intent;
import dev.parley.intent.NearNames;
import dev.parley.permission.Right;
import dev.parley.teaching.Misreading;
import dev.parley.teaching.ReviewItem;
import dev.parley.teaching.ReviewItem.Status;
import dev.parley.teaching.TaughtPhrase;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.NearExamples.Near;
import dev.parley.understanding.TeachingForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where maintainers say what messages meant, and what of that is learnt for everybody. */
final class ReviewDesk {
  private static final int SHOWN = 8;
  private static final int NEAR = 3;

  /** What was said, and the line that it is about, if there is one. */
  record Said(boolean done, String sentence) {}

  private final Moment moment;
  private final Participant whose;

  ReviewDesk(Moment moment, Participant whose) {
    this.moment = moment;
    this.whose = whose;
  }

  /** What is said to a form about the review list. */
  String answer(TeachingForm form) {
    var refusal = refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (form.kind() == TeachingForm.Kind.REVIEW) {
      return list();
    }
    long number = Long.parseLong(form.first());
    return switch (form.kind()) {
      case LABEL -> label(number, form.second()).sentence();
      case ACCEPT -> accept(number).sentence();
      default -> reject(number).sentence();
    };
  }

  /** Why this person may not; empty when they may. */
  Optional<String> refusal() {
    return new Rights(moment, whose).refusal(Right.REVIEW);
  }

  List<ReviewItem> open(int limit) {
    return moment.stores().teaching().reviews().open(limit);
  }

  /** What a line is worded most like, of the intents that it may be of. */
  List<Near> near(ReviewItem item) {
    var intents = new LinkedHashSet<String>();
    List.of(item.label(), item.last().read()).stream()
        .filter(name -> !name.isEmpty())
        .forEach(intents::add);
    if (intents.isEmpty()) {
      moment.knowledge().catalog().all().stream().map(Intent::name).forEach(intents::add);
    }
    return moment.knowledge().near().to(item.last().text(), intents, NEAR);
  }

  private String list() {
    var open = open(SHOWN + 1);
    if (open.isEmpty()) {
      return "There is nothing to review.";
    }
    var lines = open.stream().limit(SHOWN).map(this::line).collect(Collectors.joining("\n"));
    var more = open.size() > SHOWN ? "\nThere are more; “parley review list” shows all." : "";
    return "What would teach most comes first:\n"
        + lines
        + more
        + "\nSay “label 3 as restart_service”, “accept 3” or “reject 3”.";
  }

  private String line(ReviewItem item) {
    var near = near(item).stream().findFirst();
    return "%d. “%s”: %s%s%s%s"
        .formatted(
            item.number(),
            item.last().text(),
            item.last().reason().label(),
            item.count() == 1 ? "" : " " + item.count() + " times",
            means(item),
            near.map(n -> ", nearest “%s” (%s)".formatted(n.text(), n.intent())).orElse(""));
  }

  private static String means(ReviewItem item) {
    var read = item.last().read().isEmpty() ? "" : ", read as " + item.last().read();
    var meaning = item.last().meaning();
    return meaning.isEmpty()
        ? read + (item.label().isEmpty() ? "" : ", labelled " + item.label())
        : ", a phrase of %s for %s".formatted(item.last().person(), meaning);
  }

  Said label(long number, String intent) {
    var item = find(number);
    if (item.isEmpty()) {
      return none(number);
    }
    if (item.get().last().reason() == Misreading.Reason.TAUGHT) {
      return new Said(
          false, "%d is a phrase, which has its meaning. Accept or reject it.".formatted(number));
    }
    var name = intent.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    var known = moment.knowledge().catalog().all().stream().map(Intent::name).toList();
    if (!known.contains(name) && !name.equals(IntentModel.NEGATIVE)) {
      return new Said(
          false,
          "There is no intent %s. %s"
              .formatted(
                  name,
                  NearNames.didYouMean(
                      name, known, "Write one of intents/, or out_of_scope for none.")));
    }
    var before = item.get().last().read();
    save(item.get().labelled(name, whose.person().key()), "labelled");
    return new Said(
        true,
        "%d, “%s”, means %s%s. “accept %d” has it learnt."
            .formatted(
                number,
                item.get().last().text(),
                name,
                before.isEmpty() || before.equals(name) ? "" : " instead of " + before,
                number));
  }

  Said accept(long number) {
    var item = find(number);
    if (item.isEmpty()) {
      return none(number);
    }
    if (item.get().label().isEmpty()) {
      return new Said(
          false,
          "%d has no label yet. Say first what it means: label %d as, and the intent."
              .formatted(number, number));
    }
    var text = item.get().last().text();
    var lesson = new Marking(moment, whose).lesson(text, item.get().label());
    var problem = moment.stores().teaching().lessons().add(lesson);
    if (!problem.isEmpty()) {
      return new Said(false, problem);
    }
    save(item.get().settled(Status.ACCEPTED, whose.person().key()), "accepted");
    return new Said(true, forEverybody(item.get()));
  }

  private String forEverybody(ReviewItem item) {
    var last = item.last();
    var learnt = "“%s” is among the examples of %s now.".formatted(last.text(), item.label());
    if (last.reason() != Misreading.Reason.TAUGHT) {
      return learnt;
    }
    var phrases = moment.stores().teaching().phrases();
    var personal = phrases.find(last.person(), last.words());
    if (personal.isEmpty()) {
      return learnt + " The phrase itself was forgotten meanwhile.";
    }
    phrases.keep(personal.map(TaughtPhrase::forEverybody).get());
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.PhraseTaught(
                moment.now(),
                whose.person().key(),
                whose.place(),
                whose.speaker().account(),
                last.text(),
                personal.get().meaning(),
                true));
    return "“%s” means %s for everybody now; each still needs the permission for it."
        .formatted(last.text(), personal.get().meaning());
  }

  Said reject(long number) {
    var item = find(number);
    if (item.isEmpty()) {
      return none(number);
    }
    save(item.get().settled(Status.REJECTED, whose.person().key()), "rejected");
    return new Said(true, "%d, “%s”, is off the list.".formatted(number, item.get().last().text()));
  }

  private Optional<ReviewItem> find(long number) {
    return moment
        .stores()
        .teaching()
        .reviews()
        .find(number)
        .filter(item -> item.status() == Status.OPEN);
  }

  private static Said none(long number) {
    return new Said(
        false,
        "There is no open line %d on the review list. “show the review list” shows it."
            .formatted(number));
  }

  private void save(ReviewItem item, String outcome) {
    moment.stores().teaching().reviews().save(item);
    moment
        .stores()
        .audit()
        .append(
            new AuditEvent.ReadingReviewed(
                moment.now(),
                whose.person().key(),
                whose.place(),
                whose.speaker().account(),
                item.last().text(),
                outcome,
                item.label()));
  }
}
