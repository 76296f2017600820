package dev.parley.intent;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
   * @param since for a look into logs, a template for a point in time: only lines from then on are
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
    REBOOTED,
    /** The processes that a slot of the type pid names are gone. */
    ENDED
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

  /**
   * A request to another system over HTTP. Wherever a text may use slots it may also name a secret,
   * as {@code {secret:ci-token}}, save in the URL.
   *
   * @param method in capitals
   * @param url its scheme, host and port are literal; slots in the path become part of a segment
   * @param query by name; one in brackets disappears when its slot has no value
   * @param headers by name
   * @param json the body as a tree, or null
   * @param form the body as fields, or null
   * @param ok the statuses that count as success; none for all of 200 to 299
   * @param timeout how long all of it may take
   * @param retries how often it is tried again when it could not be reached; only for methods that
   *     may be repeated
   */
  record Http(
      String method,
      String url,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable JsonTemplate json,
      @Nullable Map<String, String> form,
      Set<Integer> ok,
      Duration timeout,
      int retries)
      implements ActionSpec {
    public Http {
      query = ordered(query);
      headers = ordered(headers);
      form = form == null ? null : ordered(form);
    }

    private static Map<String, String> ordered(Map<String, String> map) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  /** What another system does, once the connection with it is configured. */
  record Connection(String name) implements ActionSpec {}

  /** A look at the inventory itself, e.g. {@code hosts}. */
  record Lookup(String what) implements ActionSpec {}
}
