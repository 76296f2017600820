package dev.parley.reply;

import dev.parley.dialogue.Draft;
import dev.parley.dialogue.SystemAct.NotUnderstood;
import dev.parley.dialogue.SystemAct.OfferReadings;
import dev.parley.intent.ActionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said when a message was not understood, or could mean several things. */
final class PuzzledWording {
  private final PhraseBook phrases;

  PuzzledWording(PhraseBook phrases) {
    this.phrases = phrases;
  }

  Reply offer(OfferReadings offer, Audience audience) {
    return numbered("offer", offer.options(), audience);
  }

  /** What comes nearest, once; from then on how it is said exactly, and where help is. */
  Reply notUnderstood(NotUnderstood missed, Audience audience) {
    var near = missed.near().stream().map(Draft::request).toList();
    if (missed.again()) {
      return Reply.text(how(near, audience));
    }
    if (near.isEmpty()) {
      return Reply.text(declined(audience));
    }
    return numbered(near.size() == 1 ? "declined.one" : "declined.near", near, audience);
  }

  private String declined(Audience audience) {
    return HelpWording.sample(audience.askable().get(), audience)
        .map(intent -> Map.of("example", HelpWording.example(intent, audience)))
        .map(example -> phrases.say("declined.example", example))
        .orElseGet(() -> phrases.say("declined", Map.of()));
  }

  private String how(List<ActionRequest> near, Audience audience) {
    var intent =
        near.stream()
            .map(request -> audience.catalog().get(request.intent()))
            .findFirst()
            .or(() -> HelpWording.sample(audience.askable().get(), audience));
    if (intent.isEmpty()) {
      return phrases.say("declined.nothing", Map.of());
    }
    boolean known = audience.examples().containsKey(intent.get().name());
    return phrases.say(
        known ? "declined.how" : "declined.how.exact",
        Map.of(
            "example", HelpWording.example(intent.get(), audience),
            "command", HelpWording.exact(intent.get())));
  }

  private Reply numbered(String key, List<ActionRequest> options, Audience audience) {
    var text = new StringBuilder(phrases.say(key, Map.of()));
    var names = new ArrayList<String>();
    for (var option : options) {
      names.add(option.intent());
      text.append('\n')
          .append(
              phrases.say(
                  "offer.option",
                  Map.of(
                      "number",
                      Integer.toString(names.size()),
                      "summary",
                      audience.catalog().get(option.intent()).summary(),
                      "name",
                      option.intent())));
    }
    return new Reply(List.of(new ReplyPart.Text(text.toString()), new ReplyPart.Choices(names)));
  }
}
