package dev.parley.web.chat;

import dev.parley.RecordsAwayException;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Said;
import dev.parley.web.Caller;
import dev.parley.web.Refusal;
import dev.parley.web.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One open page: what it shows, and what it has not been told yet. It is told one frame at a time,
 * the next when that one has left, so a slow reader gets fewer and larger frames, never a queue.
 */
final class Guest {
  private static final Logger LOG = Logger.getLogger(Guest.class);
  private static final int PAGE = 100;
  private static final int MOST_RECEIPTS = 200;

  private final Desk desk;
  private final Caller caller;
  private final Wire wire;

  private final Map<String, Long> outputSeen = new HashMap<>();
  private final List<News.Receipt> receipts = new ArrayList<>();
  private @Nullable Open open;
  private @Nullable Long earlierThan;
  private boolean greeted;
  private boolean threadsChanged = true;
  private boolean runsChanged = true;
  private boolean due;
  private boolean busy;

  Guest(Desk desk, Caller caller, Wire wire) {
    this.desk = desk;
    this.caller = caller;
    this.wire = wire;
  }

  /** The way to the page. */
  interface Wire {
    CompletionStage<Void> send(News news);

    /** Closes it because it cannot keep up. */
    void giveUp();
  }

  /**
   * The thread that the page shows.
   *
   * @param position the number of what it was told last; negative for the latest page
   */
  private record Open(String thread, ConversationId conversation, long position) {}

  // ---- what comes from the page

  /** Takes one frame; comes back when it has been heard. */
  void take(Incoming frame) {
    if (frame instanceof Incoming.Open shown) {
      open(shown);
    } else if (frame instanceof Incoming.Earlier wanted) {
      earlier(wanted);
    } else if (frame instanceof Incoming.Say said) {
      receipt(hear(said));
    }
    wake();
  }

  private synchronized void open(Incoming.Open shown) {
    var conversation = Threads.conversation(desk.person(caller), shown.thread());
    open = new Open(shown.thread(), conversation, shown.after() == null ? -1 : shown.after());
    earlierThan = null;
    outputSeen.clear();
    runsChanged = true;
  }

  private synchronized void earlier(Incoming.Earlier wanted) {
    if (open != null && open.thread().equals(wanted.thread())) {
      earlierThan = wanted.before();
    }
  }

  private News.Receipt hear(Incoming.Say said) {
    try {
      var conversation = Threads.conversation(desk.person(caller), said.thread());
      desk.conversations()
          .hear(
              new Utterance(
                  said.id(), conversation, caller.self(), said.text(), desk.clock().instant()));
      return News.Receipt.heard(said.id());
    } catch (Refusal.RefusedException e) {
      return new News.Receipt(said.id(), e.refusal().detail(), false);
    } catch (RecordsAwayException e) {
      LOG.error("A message from the web chat could not be stored.", e);
      return new News.Receipt(said.id(), String.valueOf(e.getMessage()), true);
    } catch (RuntimeException e) {
      LOG.error("A message from the web chat could not be heard.", e);
      return new News.Receipt(
          said.id(), "Something went wrong inside the server. Its log says what.", true);
    }
  }

  /** A frame that could not be read. */
  void refuse(Refusal refusal) {
    receipt(new News.Receipt(null, refusal.detail(), false));
    wake();
  }

  private void receipt(News.Receipt receipt) {
    boolean full;
    synchronized (this) {
      receipts.add(receipt);
      full = receipts.size() > MOST_RECEIPTS;
    }
    if (full) {
      wire.giveUp();
    }
  }

  // ---- what happens elsewhere

  void said(ConversationId conversation) {
    synchronized (this) {
      threadsChanged |= conversation.channel().equals(Threads.CHANNEL);
      runsChanged = true;
    }
    wake();
  }

  void runsChanged() {
    synchronized (this) {
      runsChanged = true;
    }
    wake();
  }

  void outputCame() {
    wake();
  }

  // ---- what goes to the page

  /** Has it told what is new, off the thread that calls. */
  void wake() {
    synchronized (this) {
      due = true;
      if (busy) {
        return;
      }
      busy = true;
    }
    desk.executor().execute(this::tell);
  }

  private void tell() {
    News news = null;
    try {
      news = news();
    } catch (RuntimeException e) {
      LOG.error("What is new could not be told to a page of the web chat.", e);
    }
    if (news == null) {
      wire.giveUp();
    } else if (news.empty()) {
      told();
    } else {
      // a page that has gone is told nothing more
      wire.send(news).thenRun(this::told);
    }
  }

  private void told() {
    synchronized (this) {
      if (!due) {
        busy = false;
        return;
      }
    }
    desk.executor().execute(this::tell);
  }

  private synchronized News news() {
    due = false;
    var person = desk.person(caller);
    var me = greeted ? null : new News.Me(person.key(), person.name());
    greeted = true;
    var page = page();
    var news =
        new News(
            me,
            open == null ? null : open.thread(),
            page == null ? null : page.said().stream().map(s -> EntryView.of(s, person)).toList(),
            page == null ? null : page.earlier(),
            page != null && page.prepend() ? true : null,
            threadsChanged ? desk.threads(person) : null,
            runsChanged ? desk.panel(person) : null,
            open == null ? null : desk.output(open.conversation(), outputSeen),
            receipts.isEmpty() ? null : List.copyOf(receipts));
    threadsChanged = false;
    runsChanged = false;
    receipts.clear();
    return news;
  }

  private record Page(List<Said> said, @Nullable Boolean earlier, boolean prepend) {}

  private @Nullable Page page() {
    if (open == null) {
      return null;
    }
    if (open.position() < 0) {
      var latest = before(open, Long.MAX_VALUE, false);
      moveTo(open, latest.said());
      return latest;
    }
    if (earlierThan != null) {
      long before = earlierThan;
      earlierThan = null;
      due = true;
      return before(open, before, true);
    }
    var said = desk.transcript().after(open.conversation(), open.position(), PAGE);
    due |= said.size() == PAGE;
    moveTo(open, said);
    return said.isEmpty() ? null : new Page(said, null, false);
  }

  private Page before(Open shown, long number, boolean prepend) {
    var said = desk.transcript().before(shown.conversation(), number, PAGE);
    return new Page(said, said.size() == PAGE, prepend);
  }

  private void moveTo(Open shown, List<Said> said) {
    long last = said.isEmpty() ? Math.max(0, shown.position()) : said.get(said.size() - 1).number();
    open = new Open(shown.thread(), shown.conversation(), last);
  }
}
