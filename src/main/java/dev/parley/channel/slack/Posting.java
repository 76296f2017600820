package dev.parley.channel.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.block.ActionsBlock;
import dev.parley.action.Execution;
import dev.parley.action.WholeOutput;
import dev.parley.channel.Ears;
import dev.parley.channel.UndeliveredException;
import dev.parley.delivery.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts what the assistant says: in its thread, to one person alone, or into what stands there. */
final class Posting {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final String KIND = "parley_message";
  private static final Duration CLOCKS = Duration.ofSeconds(30);
  private static final int LOOKED_AT = 100;
  private static final int KEPT = 2_000;
  private static final int LONG_OUTPUT = 2_800;
  private static final int LARGEST_FILE = 5 * 1024 * 1024;

  /** Of these it is the blocks that Slack does not take; the words may go. */
  private static final Set<String> BLOCKS =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

  private final SlackApi api;
  private final Manners manners;
  private final Addressees addressees;
  private final Shelf shelf;
  private final Traces traces;
  private final Ears ears;
  private final Instant began;
  private final Few<String, Boolean> doubtful = new Few<>(KEPT);
  private final Few<String, String> progress = new Few<>(KEPT);
  private final Few<String, Boolean> told = new Few<>(KEPT);

  Posting(
      SlackApi api,
      Manners manners,
      Addressees addressees,
      Shelf shelf,
      Traces traces,
      Ears ears,
      Clock clock) {
    this.api = api;
    this.manners = manners;
    this.addressees = addressees;
    this.shelf = shelf;
    this.traces = traces;
    this.ears = ears;
    this.began = clock.instant();
  }

  void post(Message message) throws UndeliveredException {
    try {
      attempt(message);
    } catch (UndeliveredException e) {
      if (e.passing() && e.pause().isZero()) {
        // it may stand there all the same
        doubtful.put(key(message), true);
      }
      throw e;
    } catch (SlackApi.RefusedException e) {
      throw UndeliveredException.forGood("Slack refuses it: " + e.error() + ".");
    }
  }

  private static String key(Message message) {
    return message.conversation() + " " + message.number();
  }

  private void attempt(Message message) throws UndeliveredException, SlackApi.RefusedException {
    var place = Place.of(message.conversation());
    var user = addressees.user(message.conversation(), message.person());
    var said = BlockKit.of(message.reply(), message.number(), place.direct() ? null : user);
    if (message.reply().aside() && user != null && !place.direct() && said.snippets().isEmpty()) {
      whisper(place, user, said);
      return;
    }
    var execution =
        message.executionId() == null ? null : ears.execution(message.executionId()).orElse(null);
    if (execution != null && execution.endedAt() == null) {
      goesOn(message, place, said);
    } else {
      var ts = pressable(said) ? offer(message, place, said) : say(message, place, said);
      var snippets = snippets(said, execution);
      snippets.forEach(snippet -> attach(place, snippet));
      ended(execution, place, ts);
    }
  }

  /** To one person, among others. */
  private void whisper(Place place, String user, SlackMessage said)
      throws UndeliveredException, SlackApi.RefusedException {
    api.must(
        methods ->
            methods.chatPostEphemeral(
                r ->
                    r.channel(place.channel())
                        .threadTs(place.thread())
                        .user(user)
                        .text(said.text())
                        .blocks(said.blocks())));
  }

  /** How something goes on is told in one message, which changes. */
  private void goesOn(Message message, Place place, SlackMessage said)
      throws UndeliveredException, SlackApi.RefusedException {
    var execution = String.valueOf(message.executionId());
    var ts = progress.get(execution);
    if (ts == null) {
      progress.put(execution, say(message, place, said));
      return;
    }
    try {
      api.must(
          methods ->
              methods.chatUpdate(
                  r -> r.channel(place.channel()).ts(ts).text(said.text()).blocks(said.blocks())));
    } catch (UndeliveredException e) {
      // the next of its kind, or the result, comes anyway
      LOG.log(Level.DEBUG, "slack: progress is left out: " + e.getMessage());
    }
  }

  private String say(Message message, Place place, SlackMessage said)
      throws UndeliveredException, SlackApi.RefusedException {
    if (doubtful.get(key(message)) != null || message.at().isBefore(began)) {
      var there = find(message, place);
      if (there != null) {
        return there;
      }
    }
    try {
      return post(message, place, said, true).getTs();
    } catch (SlackApi.RefusedException e) {
      if (!BLOCKS.contains(e.error())) {
        throw e;
      }
      return post(message, place, said, false).getTs();
    }
  }

  private ChatPostMessageResponse post(
      Message message, Place place, SlackMessage said, boolean blocks)
      throws UndeliveredException, SlackApi.RefusedException {
    return api.must(
        methods ->
            methods.chatPostMessage(
                r ->
                    r.channel(place.channel())
                        .threadTs(place.thread())
                        .text(said.text())
                        .blocks(blocks ? said.blocks() : List.of())
                        .metadata(metadata(message))
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
  }

  /** What a message is known by, so that it is not said twice. */
  private static Metadata metadata(Message message) {
    return Metadata.builder()
        .eventType(KIND)
        .eventPayload(
            Map.of(
                "conversation", message.conversation().toString(),
                "number", Long.toString(message.number())))
        .build();
  }

  /** The {@code ts} of a message that Slack has already, or null. */
  private @Nullable String find(Message message, Place place)
      throws UndeliveredException, SlackApi.RefusedException {
    var oldest = Long.toString(message.at().minus(CLOCKS).getEpochSecond());
    var thread = place.thread();
    var there =
        thread == null
            ? api.must(
                    methods ->
                        methods.conversationsHistory(
                            r ->
                                r.channel(place.channel())
                                    .oldest(oldest)
                                    .limit(LOOKED_AT)
                                    .includeAllMetadata(true)))
                .getMessages()
            : api.must(
                    methods ->
                        methods.conversationsReplies(
                            r ->
                                r.channel(place.channel())
                                    .ts(thread)
                                    .oldest(oldest)
                                    .limit(LOOKED_AT)
                                    .includeAllMetadata(true)))
                .getMessages();
    var ours = metadata(message).getEventPayload();
    return there.stream()
        .filter(m -> m.getMetadata() != null && KIND.equals(m.getMetadata().getEventType()))
        .filter(m -> ours.equals(m.getMetadata().getEventPayload()))
        .map(com.slack.api.model.Message::getTs)
        .findFirst()
        .orElse(null);
  }

  private static boolean pressable(SlackMessage said) {
    return said.blocks().stream().anyMatch(ActionsBlock.class::isInstance);
  }

  /** What can be pressed replaces what could be before. */
  private String offer(Message message, Place place, SlackMessage said)
      throws UndeliveredException, SlackApi.RefusedException {
    shelf.coming(message.conversation(), message.person());
    boolean there = false;
    try {
      var ts = say(message, place, said);
      there = true;
      remember(message, place, said, ts);
      return ts;
    } finally {
      if (!there) {
        shelf.gone(message.conversation(), message.person());
      }
    }
  }

  private void remember(Message message, Place place, SlackMessage said, String ts) {
    var shown = new Shown(place.channel(), ts, said.text(), said.blocks());
    var before = shelf.replace(message.conversation(), message.person(), shown);
    if (before != null) {
      before.settled("").update(api, manners);
    }
  }

  private List<SlackMessage.Snippet> snippets(SlackMessage said, @Nullable Execution execution) {
    if (execution == null || told.put(execution.id() + " output", true) != null) {
      return said.snippets();
    }
    var whole = ears.output(execution.id()).map(Posting::text).orElse("");
    if (whole.length() <= LONG_OUTPUT) {
      return said.snippets();
    }
    var snippets = new ArrayList<SlackMessage.Snippet>();
    said.snippets().stream().filter(s -> !s.name().equals("output.txt")).forEach(snippets::add);
    var name = "output-" + execution.id().substring(0, Math.min(8, execution.id().length()));
    snippets.add(new SlackMessage.Snippet(name + ".txt", whole));
    return snippets;
  }

  private static String text(WholeOutput output) {
    var bytes = new Limited();
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "slack: an output could not be read.", e);
      return "";
    }
    return bytes.text();
  }

  /** Takes so much, and says where it left something out. */
  private static final class Limited extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean more;

    @Override
    public void write(int b) {
      if (bytes.size() < LARGEST_FILE) {
        bytes.write(b);
      } else {
        more = true;
      }
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8)
          + (more ? "\n[what follows is left out; the web chat has it]\n" : "");
    }
  }

  private void attach(Place place, SlackMessage.Snippet snippet) {
    manners.aside(
        () -> {
          try {
            api.slack()
                .methods(api.token())
                .filesUploadV2(
                    r ->
                        r.channel(place.channel())
                            .threadTs(place.thread())
                            .filename(snippet.name())
                            .title(snippet.name())
                            .content(snippet.content())
                            .requestFileInfo(false));
          } catch (Exception e) {
            LOG.log(Level.WARNING, "slack: a file could not be attached: " + e.getMessage());
            sorry(place, snippet);
          }
        });
  }

  private void sorry(Place place, SlackMessage.Snippet snippet) {
    var text = "I could not attach " + snippet.name() + ". The web chat has all of it.";
    manners.owed(
        api,
        methods ->
            methods.chatPostMessage(
                r -> r.channel(place.channel()).threadTs(place.thread()).text(text)));
  }

  private void ended(@Nullable Execution execution, Place place, String ts) {
    if (execution == null || told.put(execution.id(), true) != null) {
      return;
    }
    var thread = place.thread();
    // after a restart nobody knows which message it was; the thread's first is near enough
    var otherwise =
        execution.acceptedAt().isBefore(began)
            ? new Traces.Mark(place.channel(), thread == null ? ts : thread, null, "")
            : null;
    traces.ended(execution.id(), execution.status(), otherwise);
    progress.remove(execution.id());
  }
}
