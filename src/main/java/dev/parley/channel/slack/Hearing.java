package dev.parley.channel.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.parley.Answer;
import dev.parley.channel.Ears;
import dev.parley.channel.Press;
import dev.parley.channel.UndeliveredException;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.person.LinkCodes;
import dev.parley.reply.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what comes from Slack into what the assistant hears. Nothing in here waits for Slack. */
final class Hearing implements Events.Listener {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final int KEPT = 10_000;
  private static final Pattern VALUE = Pattern.compile("(\\d{1,18}):(.*)", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\s*\\d[\\d\\s]{4,}");
  private static final String LINKING =
      "I do not know you yet, so I can do nothing for you. Where I know you already, in a terminal or"
          + " the web chat, run `parley link slack`, and send me the code that it prints in a direct"
          + " message. It serves once, for ten minutes.";

  private final SlackApi api;
  private final String team;
  private final String bot;
  private final SlackText reader;
  private final Manners manners;
  private final Addressees addressees;
  private final Shelf shelf;
  private final Traces traces;
  private final Ears ears;
  private final Few<String, Boolean> seen = new Few<>(KEPT);
  private final Few<String, Boolean> talking = new Few<>(KEPT);
  private final Few<String, Boolean> named = new Few<>(KEPT);
  private final Few<String, Boolean> hinted = new Few<>(KEPT);

  Hearing(
      SlackApi api,
      AuthTestResponse we,
      Manners manners,
      Addressees addressees,
      Shelf shelf,
      Traces traces,
      Ears ears) {
    this.api = api;
    this.team = we.getTeamId();
    this.bot = we.getUserId();
    this.manners = manners;
    this.addressees = addressees;
    this.shelf = shelf;
    this.traces = traces;
    this.ears = ears;
    this.reader = new SlackText(bot, this::called);
  }

  private String called(String user) {
    var person = ears.person(speaker(team, user));
    return person.guest() ? user : person.name();
  }

  private static Speaker speaker(String team, String user) {
    return new Speaker(Place.CHANNEL, team + "-" + user, user, null);
  }

  @Override
  public void said(Events.Said said) {
    boolean direct = said.channel().startsWith("D");
    boolean mentioned = reader.mentions(said.text());
    var thread = said.thread() == null && !direct ? said.ts() : said.thread();
    var place = new Place(team, said.channel(), thread);
    var speaker = speaker(said.team(), said.user());
    if (direct || mentioned) {
      take(said, place, speaker);
    } else if (said.thread() != null && !reader.addressesSomebodyElse(said.text())) {
      follow(said, place, speaker);
    }
  }

  /**
   * Whoever is in a dialogue in a thread need not name us; that may take a look into the records.
   */
  private void follow(Events.Said said, Place place, Speaker speaker) {
    if (talking.get(talk(place, speaker)) != null) {
      take(said, place, speaker);
    } else {
      manners.aside(
          () -> {
            if (ears.follows(speaker, place.conversation())) {
              take(said, place, speaker);
            }
          });
    }
  }

  private static String talk(Place place, Speaker speaker) {
    return place.conversation() + " " + speaker.account();
  }

  private void take(Events.Said said, Place place, Speaker speaker) {
    // both events of one post, and what Slack sends again, end here or in the inbox
    if (seen.put(said.channel() + " " + said.ts(), true) != null) {
      return;
    }
    talking.put(talk(place, speaker), true);
    name(place);
    var text = reader.plain(said.text());
    var utterance =
        new Utterance(
            said.ts(),
            place.conversation(),
            speaker,
            text.isEmpty() ? "hello" : text,
            time(said.ts()));
    manners.nice(
        api,
        methods ->
            methods.reactionsAdd(r -> r.channel(said.channel()).timestamp(said.ts()).name("eyes")));
    hear(utterance, place, said.user(), said.ts());
  }

  private void hear(Utterance utterance, Place place, String user, String reactTo) {
    var conversation = utterance.conversation();
    var person = addressed(conversation, utterance.speaker(), user);
    ears.take(
        utterance,
        answer -> {
          typed(answer, place, person, user, reactTo);
          hint(utterance, place, user);
        },
        sorry(place, user));
  }

  /** What is for this person alone finds them from now on. */
  private String addressed(ConversationId conversation, Speaker speaker, String user) {
    var person = ears.person(speaker).key();
    addressees.note(conversation, person, user);
    return person;
  }

  /** When Slack got it. */
  private static Instant time(String ts) {
    var parts = ts.split("\\.", 2);
    long seconds = Long.parseLong(parts[0]);
    long micros = parts.length == 2 ? Long.parseLong(parts[1]) : 0;
    return Instant.ofEpochSecond(seconds, micros * 1_000);
  }

  private void typed(Answer answer, Place place, String person, String user, String reactTo) {
    boolean open = answer.state().phase() != Answer.Phase.IDLE;
    if (open) {
      answered(answer, place, user, reactTo, null);
    } else {
      shelf.take(
          place.conversation(), person, shown -> answered(answer, place, user, reactTo, shown));
    }
  }

  private void answered(
      Answer answer, Place place, String user, String reactTo, @Nullable Shown shown) {
    if (shown != null) {
      shown.settled("Answered by <@" + user + ">").update(api, manners);
    }
    begun(answer, new Traces.Mark(place.channel(), reactTo, shown, "Confirmed by <@" + user + ">"));
  }

  private void begun(Answer answer, Traces.Mark mark) {
    answer.executions().stream()
        .filter(execution -> !execution.status().ended() && execution.due() == null)
        .forEach(execution -> traces.begun(execution.id(), mark));
  }

  @Override
  public void pressed(BlockActionPayload pressed) {
    var action = pressed.getActions().get(0);
    var chosen = action.getSelectedOption();
    var value =
        VALUE.matcher(String.valueOf(chosen == null ? action.getValue() : chosen.getValue()));
    var container = pressed.getContainer();
    if (container == null || !value.matches()) {
      return;
    }
    var channel = container.getChannelId();
    var place = new Place(team, channel, thread(pressed));
    var user = pressed.getUser().getId();
    var userTeam = Objects.requireNonNullElse(pressed.getUser().getTeamId(), team);
    var speaker = speaker(userTeam, user);
    var id = "press/" + container.getMessageTs() + "/" + action.getActionTs();
    if (seen.put(channel + " " + id, true) != null) {
      return;
    }
    var person = addressed(place.conversation(), speaker, user);
    var shown = shown(pressed, channel);
    var press =
        new Press(
            id,
            place.conversation(),
            speaker,
            Long.parseLong(value.group(1)),
            value.group(2),
            Instant.now());
    ears.take(
        press, answer -> pressed(answer, press, place, person, user, shown), sorry(place, user));
  }

  private static @Nullable String thread(BlockActionPayload pressed) {
    var message = pressed.getMessage();
    var inContainer = pressed.getContainer().getThreadTs();
    return inContainer != null || message == null ? inContainer : message.getThreadTs();
  }

  private static @Nullable Shown shown(BlockActionPayload pressed, String channel) {
    var message = pressed.getMessage();
    return message == null || pressed.getContainer().isEphemeral()
        ? null
        : new Shown(channel, message.getTs(), message.getText(), message.getBlocks());
  }

  /** Where it was taken, it says so, and cannot be pressed again. */
  private void pressed(
      Answer answer, Press press, Place place, String person, String user, @Nullable Shown shown) {
    if (answer.replies().stream().anyMatch(Reply::aside)) {
      return;
    }
    shelf.take(place.conversation(), person, taken -> {});
    var line = line(press.says(), user);
    if (shown != null) {
      shown.settled(line).update(api, manners);
    }
    var root = place.thread() == null && shown != null ? shown.ts() : place.thread();
    if (root != null) {
      begun(answer, new Traces.Mark(place.channel(), root, shown, line));
    }
  }

  private static String line(String says, String user) {
    var who = " by <@" + user + ">";
    return switch (says.split(" ", 2)[0]) {
      case "yes" -> "Confirmed" + who;
      case "no" -> "Declined" + who;
      case "approve" -> "Approved" + who;
      case "reject" -> "Rejected" + who;
      default -> Mrkdwn.escaped(says) + ", chosen" + who;
    };
  }

  private Consumer<String> sorry(Place place, String user) {
    return sentence -> whisper(place, user, sentence);
  }

  /** Who is nobody's account yet is told how to change that, not with each message. */
  private void hint(Utterance utterance, Place place, String user) {
    boolean guest = ears.person(utterance.speaker()).guest();
    if (guest && LinkCodes.in(utterance.text()).isEmpty() && hinted.put(user, true) == null) {
      whisper(place, user, LINKING);
    }
  }

  private void whisper(Place place, String user, String text) {
    if (place.direct()) {
      manners.owed(
          api,
          methods ->
              methods.chatPostMessage(
                  r -> r.channel(place.channel()).threadTs(place.thread()).text(text)));
    } else {
      manners.owed(
          api,
          methods ->
              methods.chatPostEphemeral(
                  r -> r.channel(place.channel()).threadTs(place.thread()).user(user).text(text)));
    }
  }

  /** So that a place has the name that people give it. */
  private void name(Place place) {
    if (place.direct() || named.put(place.conversation().toString(), true) != null) {
      return;
    }
    manners.aside(
        () -> {
          var info = api.may(methods -> methods.conversationsInfo(r -> r.channel(place.channel())));
          if (info != null && info.getChannel().getName() != null) {
            ears.named(place.conversation(), "#" + info.getChannel().getName());
          }
        });
  }

  /** A command begins a thread, since it is no message that could be one. */
  @Override
  public void command(SlashCommandPayload command) {
    var trigger = String.valueOf(command.getTriggerId());
    if (seen.put("command " + trigger, true) != null) {
      return;
    }
    manners.aside(() -> take(command, trigger));
  }

  private void take(SlashCommandPayload command, String trigger) {
    var channel = command.getChannelId();
    var user = command.getUserId();
    var text = reader.plain(Objects.requireNonNullElse(command.getText(), ""));
    var speaker = speaker(command.getTeamId(), user);
    boolean direct = channel.startsWith("D");
    var said = text.isEmpty() ? "help" : text;
    try {
      var root = direct ? null : open(channel, user, said);
      var place = new Place(team, channel, root);
      talking.put(talk(place, speaker), true);
      name(place);
      var utterance =
          new Utterance("command/" + trigger, place.conversation(), speaker, said, Instant.now());
      if (root == null) {
        addressed(place.conversation(), speaker, user);
        ears.take(utterance, answer -> hint(utterance, place, user), sorry(place, user));
      } else {
        hear(utterance, place, user, root);
      }
    } catch (SlackApi.RefusedException e) {
      respond(command, refusal(e));
    } catch (UndeliveredException e) {
      respond(command, "Slack did not let me post here. Try again in a moment.");
    }
  }

  /** A code is for nobody's eyes. */
  private String open(String channel, String user, String said)
      throws UndeliveredException, SlackApi.RefusedException {
    var masked = CODE.matcher(said).matches() ? "[code]" : LinkCodes.masked(said);
    var text = "<@" + user + ">: " + Mrkdwn.escaped(masked);
    return api.must(methods -> methods.chatPostMessage(r -> r.channel(channel).text(text))).getTs();
  }

  private static String refusal(SlackApi.RefusedException e) {
    return switch (e.error()) {
      case "not_in_channel", "channel_not_found" ->
          "I am not in this channel. Invite me with `/invite @parley`, or write to me directly.";
      default -> "Slack did not let me post here (" + e.error() + "). Write to me directly.";
    };
  }

  private void respond(SlashCommandPayload command, String text) {
    try {
      api.slack()
          .send(
              command.getResponseUrl(),
              "{\"response_type\":\"ephemeral\",\"text\":" + quoted(text) + "}");
    } catch (java.io.IOException e) {
      LOG.log(Level.INFO, "slack: a command could not be answered: " + e.getMessage());
    }
  }

  private static String quoted(String text) {
    return new com.google.gson.JsonPrimitive(text).toString();
  }
}
