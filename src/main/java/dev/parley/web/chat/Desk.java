package dev.parley.web.chat;

import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Transcript;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Proposal;
import dev.parley.permission.Approval;
import dev.parley.permission.SecondPerson;
import dev.parley.person.Person;
import dev.parley.web.Caller;
import dev.parley.web.Conversations;
import dev.parley.web.Threads;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where pages get what they show.
 *
 * @param executor looks things up, off the threads that commit
 */
record Desk(
    Conversations conversations,
    Happenings happenings,
    Lobby lobby,
    Clock clock,
    Executor executor) {
  private static final int MOST_THREADS = 50;
  private static final int LONGEST_TITLE = 120;

  Person person(Caller caller) {
    return conversations.person(caller.self());
  }

  Transcript transcript() {
    return happenings.transcript();
  }

  /** The threads that somebody sees, the latest first. */
  List<News.ThreadView> threads(Person person) {
    return Stream.of(Threads.shared(), Threads.own(person))
        .flatMap(place -> transcript().latest(Threads.CHANNEL, place, MOST_THREADS).stream())
        .sorted((one, other) -> other.activeAt().compareTo(one.activeAt()))
        .flatMap(
            topic -> Threads.name(person, topic.conversation()).map(n -> view(n, topic)).stream())
        .toList();
  }

  private static News.ThreadView view(String name, Transcript.Topic topic) {
    return new News.ThreadView(
        name, title(topic.opening()), topic.person(), topic.last(), topic.activeAt());
  }

  private static String title(String opening) {
    var line = opening.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }

  /**
   * What runs, one's own or in a thread that everybody sees, and what waits for a second person.
   */
  News.PanelView panel(Person person) {
    var running =
        happenings.open().stream()
            .filter(run -> mine(person, run.person()) || Threads.isShared(run.conversation()))
            .map(run -> view(person, run))
            .toList();
    var waiting =
        conversations.waiting(person).stream().map(approval -> view(person, approval)).toList();
    return new News.PanelView(running, waiting);
  }

  private static News.RunView view(Person person, Execution run) {
    return new News.RunView(
        run.id(),
        run.proposal().request().exactForm(),
        run.status() == ExecutionStatus.RUNNING ? "running" : "scheduled",
        run.person(),
        mine(person, run.person()),
        thread(person, run.conversation()),
        run.conversation().channel(),
        Objects.requireNonNullElse(run.startedAt(), run.acceptedAt()));
  }

  private static News.WaitView view(Person person, Approval approval) {
    var request = approval.proposal().request();
    var slots = new LinkedHashMap<String, List<String>>();
    request.slots().keySet().forEach(slot -> slots.put(slot, request.canonical(slot)));
    return new News.WaitView(
        approval.id(),
        request.exactForm(),
        slots,
        approval.proposal().targets().stream().map(Proposal.Target::name).toList(),
        approval.name(),
        mine(person, approval.person()),
        SecondPerson.may(approval.person(), person),
        thread(person, approval.conversation()),
        approval.expiresAt());
  }

  private static boolean mine(Person person, String key) {
    return person.key().equals(key);
  }

  private static @Nullable String thread(Person person, ConversationId conversation) {
    return Threads.name(person, conversation).orElse(null);
  }

  /**
   * What the executions of a conversation have said since a page was told.
   *
   * @param seen how many characters of each it has; moved on
   */
  @Nullable List<News.OutputView> output(ConversationId conversation, Map<String, Long> seen) {
    var news = new ArrayList<News.OutputView>();
    lobby
        .outputs()
        .forEach(
            (execution, output) -> {
              var place = output.conversation(() -> place(execution));
              var piece = output.since(seen.getOrDefault(execution, 0L));
              if (place.filter(conversation::equals).isPresent() && !piece.segments().isEmpty()) {
                seen.put(execution, piece.next());
                news.add(
                    new News.OutputView(execution, piece.from(), piece.next(), piece.segments()));
              }
            });
    seen.keySet().retainAll(lobby.outputs().keySet());
    return news.isEmpty() ? null : news;
  }

  private Optional<ConversationId> place(String execution) {
    return conversations.execution(execution).map(Execution::conversation);
  }
}
