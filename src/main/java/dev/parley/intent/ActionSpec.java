package dev.parley.intent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an intent runs, as its file declares it. Words in braces are {@link Template} variables. */
public sealed interface ActionSpec {

  /**
   * A command on hosts, over SSH.
   *
   * @param on a template that yields the hosts, e.g. {@code {host}}
   * @param command one template an argument; {@code {x...}} is one argument a value, {@code
   *     [--path={x}]} disappears when its slot is absent
   * @param become whether it runs as root
   * @param ok the exit statuses that count as success
   * @param head a template for the number of output lines to keep, null for all
   * @param until what must have happened on a host before it is done there; null for nothing but
   *     the command's end
   */
  record Ssh(
      String on,
      List<String> command,
      boolean become,
      Duration timeout,
      Set<Integer> ok,
      @Nullable String head,
      @Nullable Until until)
      implements ActionSpec {

    /** A command that is done when it has ended. */
    public Ssh(
        String on,
        List<String> command,
        boolean become,
        Duration timeout,
        Set<Integer> ok,
        @Nullable String head) {
      this(on, command, become, timeout, ok, head, null);
    }
  }

  /** What a command may only set off, so that its end is not the end of it. */
  enum Until {
    /** The host has started anew and answers again. */
    REBOOTED
  }

  /** A command on the assistant's own machine: an argv, never a shell line. */
  record Process(List<String> command, Duration timeout, Set<Integer> ok, @Nullable String head)
      implements ActionSpec {}

  /** A look at the inventory itself, e.g. {@code hosts}. */
  record Lookup(String what) implements ActionSpec {}
}
