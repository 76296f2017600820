package dev.parley.channel.slack.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people, channels and messages of one team. */
public final class Workspace {
  public static final String TEAM = "T0FAKE001";
  public static final String BOT = "U0PARLEY01";
  static final String BOT_ID = "B0PARLEY01";
  static final String APP = "A0PARLEY01";

  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(30);

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Map<String, Post>> posts = new LinkedHashMap<>();
  private final Map<String, List<Post>> threads = new LinkedHashMap<>();
  private long lastTs;

  Workspace() {
    names.put(BOT, "parley");
  }

  /**
   * A channel or a direct conversation.
   *
   * @param direct whose direct conversation with the bot it is, or null
   * @param members who is in it, the bot too
   */
  record Channel(String id, String name, @Nullable String direct, Set<String> members) {}

  public synchronized void person(String id, String name) {
    names.put(id, name);
    direct(id);
  }

  /** A channel with the bot and everybody in it. */
  public synchronized void channel(String id, String name) {
    channels.put(id, new Channel(id, name, null, new LinkedHashSet<>(Set.of(BOT))));
    posts.put(id, new LinkedHashMap<>());
  }

  /** Takes the bot out of a channel. */
  public synchronized void remove(String channel) {
    found(channel).members().remove(BOT);
  }

  /** The id of somebody's direct conversation with the bot. */
  public synchronized String direct(String user) {
    var id = "D" + user.substring(1);
    if (!channels.containsKey(id)) {
      channels.put(id, new Channel(id, "", user, new LinkedHashSet<>(Set.of(BOT, user))));
      posts.put(id, new LinkedHashMap<>());
    }
    return id;
  }

  synchronized Optional<String> name(String user) {
    return Optional.ofNullable(names.get(user));
  }

  synchronized Optional<Channel> find(String channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  private Channel found(String channel) {
    return find(channel).orElseThrow(() -> new AssertionError("No channel " + channel));
  }

  synchronized boolean botIsIn(String channel) {
    return found(channel).members().contains(BOT);
  }

  synchronized String nextTs() {
    lastTs = Math.max(lastTs + 1, System.currentTimeMillis() * 1_000);
    return String.format(Locale.ROOT, "%d.%06d", lastTs / 1_000_000, lastTs % 1_000_000);
  }

  synchronized Post add(Post post) {
    posts.computeIfAbsent(post.channel, key -> new LinkedHashMap<>()).put(post.ts, post);
    var root = post.threadTs == null ? post.ts : post.threadTs;
    threads.computeIfAbsent(post.channel + " " + root, key -> new ArrayList<>()).add(post);
    return post;
  }

  synchronized Optional<Post> post(String channel, String ts) {
    return Optional.ofNullable(posts.getOrDefault(channel, Map.of()).get(ts));
  }

  /** Tells those who wait that something is different. */
  synchronized void changed() {
    notifyAll();
  }

  /** Waits until there is something, and fails after a long while. */
  synchronized <T> T await(String what, java.util.function.Supplier<Optional<T>> look) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("There was no " + what + ". Seen: " + posts);
      }
      try {
        wait(Math.min(left, 1_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("It was interrupted.", e);
      }
    }
  }

  /** What stands in a channel, oldest first. */
  synchronized List<Post> all(String channel) {
    return new ArrayList<>(posts.getOrDefault(channel, Map.of()).values());
  }

  /** What one person sees of a thread, its first message included. */
  synchronized List<Post> thread(String channel, String root, String viewer) {
    return threads.getOrDefault(channel + " " + root, List.of()).stream()
        .filter(post -> post.onlyFor == null || post.onlyFor.equals(viewer))
        .toList();
  }
}
