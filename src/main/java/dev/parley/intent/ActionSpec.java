package dev.parley.intent;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
   * @param since a template for a point in time: only lines that were written from then on are
   *     kept; null for all
   * @param spare a template for an address or network that must be neither the assistant's nor one
   *     of its hosts'; null for no such rule
   */
  record Ssh(
      String on,
      List<String> command,
      boolean become,
      Duration timeout,
      Set<Integer> ok,
      @Nullable String head,
      @Nullable Until until,
      @Nullable String since,
      @Nullable String spare)
      implements ActionSpec {

    /** A command that is done when it has ended, with all that it said. */
    public Ssh(
        String on,
        List<String> command,
        boolean become,
        Duration timeout,
        Set<Integer> ok,
        @Nullable String head) {
      this(on, command, become, timeout, ok, head, null);
    }

    /** A command that may only set off what is waited for. */
    public Ssh(
        String on,
        List<String> command,
        boolean become,
        Duration timeout,
        Set<Integer> ok,
        @Nullable String head,
        @Nullable Until until) {
      this(on, command, become, timeout, ok, head, until, null, null);
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

  /**
   * A look at the network from the assistant's own machine.
   *
   * @param target a template for what is looked at: a host, an address, a domain or a URL
   * @param port a template for the port, null for the check's own
   * @param type a template for the types of DNS records, null for the usual ones
   * @param timeout how long one target may take
   */
  record Network(
      Check check, String target, @Nullable String port, @Nullable String type, Duration timeout)
      implements ActionSpec {

    /** What can be looked at. */
    public enum Check {
      PING,
      PORT,
      URL,
      CERTIFICATE,
      DNS,
      WHOIS;

      /** As written in intent files. */
      public String label() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** What another system does, once the connection with it is configured. */
  record Connection(String name) implements ActionSpec {}

  /** A look at the inventory itself, e.g. {@code hosts}. */
  record Lookup(String what) implements ActionSpec {}
}
