package dev.parley.wiring;

import dev.parley.node.Node;
import dev.parley.node.Nodes;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The processes that keep their records in the same place, and what each has to do for the others.
 *
 * @param alone whether there can be no others
 * @param news looks what the others have said, and tells whoever follows it here
 * @param tidy removes what nobody holds any more
 */
public record Neighbours(Nodes nodes, boolean alone, Consumer<Instant> news, Runnable tidy) {

  /** There can be none where records are kept in memory. */
  static Neighbours none() {
    return new Neighbours(new Nobody(), true, now -> {}, () -> {});
  }

  private static final class Nobody implements Nodes {
    private final Node self = new Node("memory", "memory");

    @Override
    public Node self() {
      return self;
    }

    @Override
    public void join() {}

    @Override
    public boolean beat() {
      return false;
    }

    @Override
    public void leave() {}
  }
}
