package dev.parley.wiring;

import dev.parley.cli.Complaint;
import dev.parley.cli.House;
import dev.parley.command.Command;
import dev.parley.command.CommandParser;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.NearNames;
import dev.parley.intent.SlotValue;
import dev.parley.permission.Explanation;
import dev.parley.permission.RuleGatekeeper;
import dev.parley.person.FilePeople;
import dev.parley.person.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains what a home's permissions say to a request, by its files alone. */
final class WhyMay {
  private static final String PLACE = "permissions-why";

  private final Estate estate;

  WhyMay(Estate estate) {
    this.estate = estate;
  }

  Explanation explain(House.Asked asked) {
    var request = request(asked.command());
    var intent = estate.catalog().get(request.intent());
    return new RuleGatekeeper(estate.permissions(), estate.people(), clock(asked.at()))
        .explain(person(asked.person()), intent, request, place(asked.channel()));
  }

  private static Clock clock(@Nullable Instant at) {
    return at == null ? Clock.systemUTC() : Clock.fixed(at, ZoneOffset.UTC);
  }

  private static ConversationId place(String channel) {
    return channel.indexOf(':') < 0
        ? new ConversationId(channel, PLACE)
        : ConversationId.parse(channel);
  }

  private Person person(String name) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      var account = Speaker.of(name.substring(0, colon), name.substring(colon + 1));
      return estate.people().identify(account);
    }
    var names = estate.people().all().stream().map(Person::key).toList();
    if (!names.contains(name)) {
      throw Complaint.usage(
          "permissions.yml names nobody called "
              + name
              + ". "
              + NearNames.didYouMean(name, names, "Give a name there, or an account: os:" + name));
    }
    return estate.people().identify(Speaker.of(FilePeople.PARLEY, name));
  }

  private ActionRequest request(String text) {
    var command = new CommandParser(estate.catalog(), estate.resolver()).parse(text);
    if (command.orElse(null) instanceof Command.Understood understood) {
      unknown(understood.request())
          .ifPresent(value -> missing("Nothing here is called " + value.canonical() + "."));
      return understood.request();
    }
    if (command.orElse(null) instanceof Command.Malformed malformed) {
      throw Complaint.usage(malformed.problem());
    }
    var names = estate.catalog().all().stream().map(Intent::name).toList();
    var typed = text.split("\\s", 2)[0];
    throw Complaint.usage(
        "There is no intent "
            + typed
            + ". "
            + NearNames.didYouMean(typed, names, "Use a name from intents/."));
  }

  private static Optional<SlotValue> unknown(ActionRequest request) {
    return request.slots().values().stream()
        .flatMap(values -> values.stream())
        .filter(value -> !value.known())
        .findFirst();
  }

  private static void missing(String what) {
    throw Complaint.usage(what + " Use a name of the inventory.");
  }
}
