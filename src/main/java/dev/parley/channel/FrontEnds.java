package dev.parley.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every front end of this server. What goes wrong with one is told once and touches no other; a
 * reload changes those whose settings changed.
 */
public final class FrontEnds implements AutoCloseable {
  private final Means means;
  private final Map<String, Line> lines = new TreeMap<>();
  private boolean closed;

  /**
   * What they work with.
   *
   * @param pauses between two tries to connect
   * @param look how often to look whether one is still connected
   * @param patience how long leaving may take
   */
  public record Means(
      Ears ears,
      Courier courier,
      Cursors cursors,
      Workshop workshop,
      Pauses pauses,
      Duration look,
      Duration patience) {

    /** With the usual times. */
    public Means(Ears ears, Courier courier, Cursors cursors, Workshop workshop) {
      this(
          ears,
          courier,
          cursors,
          workshop,
          Pauses.USUAL,
          Duration.ofSeconds(1),
          Duration.ofSeconds(3));
    }
  }

  /**
   * How one is.
   *
   * @param problem why it is not connected, in a sentence; empty while that is not known
   */
  public record Status(String platform, boolean connected, String problem) {}

  public FrontEnds(Means means) {
    this.means = means;
  }

  /** Connects to these and to no others; what has the settings it had goes on. */
  public synchronized void configure(Channels channels) {
    if (closed) {
      return;
    }
    for (var platform : List.copyOf(lines.keySet())) {
      var line = lines.get(platform);
      if (line != null
          && (line.refused() || !line.setup().equals(channels.setups().get(platform)))) {
        lines.remove(platform);
        line.close();
      }
    }
    channels
        .setups()
        .forEach(
            (platform, setup) -> {
              if (!lines.containsKey(platform)) {
                var line = new Line(platform, setup, means);
                lines.put(platform, line);
                line.start();
              }
            });
  }

  /** How each of them is. */
  public synchronized List<Status> statuses() {
    return lines.values().stream().map(Line::status).toList();
  }

  /** One of them, while it is open. */
  public synchronized Optional<FrontEnd> find(String platform) {
    return Optional.ofNullable(lines.get(platform)).flatMap(l -> Optional.ofNullable(l.frontEnd()));
  }

  @Override
  public void close() {
    List<Line> leaving;
    synchronized (this) {
      closed = true;
      leaving = new ArrayList<>(lines.values());
      lines.clear();
    }
    leaving.forEach(Line::close);
  }
}
