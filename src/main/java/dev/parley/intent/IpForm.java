package dev.parley.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 and IPv6 addresses and networks, written as RFC 5952 says. Never asks a name server. */
final class IpForm {
  private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final Pattern HEXTET = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

  private IpForm() {}

  static Optional<String> canonical(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return address(text);
    }
    var prefix = text.substring(slash + 1);
    var base = text.substring(0, slash);
    int longest = base.indexOf(':') >= 0 ? 128 : 32;
    return PREFIX.matcher(prefix).matches() && Integer.parseInt(prefix) <= longest
        ? address(base).map(a -> a + "/" + prefix)
        : Optional.empty();
  }

  private static Optional<String> address(String text) {
    if (text.indexOf(':') < 0) {
      return octets(text).isPresent() ? Optional.of(text) : Optional.empty();
    }
    return hextets(text).map(IpForm::rfc5952);
  }

  private static Optional<int[]> octets(String text) {
    var parts = text.split("\\.", -1);
    var octets = new int[4];
    if (parts.length != 4) {
      return Optional.empty();
    }
    for (int i = 0; i < 4; i++) {
      if (!OCTET.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
        return Optional.empty();
      }
      octets[i] = Integer.parseInt(parts[i]);
    }
    return Optional.of(octets);
  }

  private static Optional<int[]> hextets(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(g -> g.size() == 8).map(IpForm::array);
    }
    var head = groups(text.substring(0, gap));
    var tail = groups(text.substring(gap + 2));
    if (text.indexOf('.') >= 0 && text.indexOf('.') < gap
        || head.isEmpty()
        || tail.isEmpty()
        || head.get().size() + tail.get().size() > 7) {
      return Optional.empty();
    }
    var all = new ArrayList<>(head.get());
    while (all.size() + tail.get().size() < 8) {
      all.add(0);
    }
    all.addAll(tail.get());
    return Optional.of(array(all));
  }

  private static Optional<List<Integer>> groups(String text) {
    var groups = new ArrayList<Integer>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    var parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      var dotted = i == parts.length - 1 ? octets(parts[i]) : Optional.<int[]>empty();
      if (dotted.isPresent()) {
        var o = dotted.get();
        groups.add(o[0] << 8 | o[1]);
        groups.add(o[2] << 8 | o[3]);
      } else if (HEXTET.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static int[] array(List<Integer> groups) {
    return groups.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String rfc5952(int[] g) {
    int from = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && g[i + run] == 0) {
        run++;
      }
      if (run > length) {
        from = i;
        length = run;
      }
    }
    if (mapped(g)) {
      return "::ffff:" + (g[6] >> 8) + "." + (g[6] & 255) + "." + (g[7] >> 8) + "." + (g[7] & 255);
    }
    return from < 0 ? joined(g, 0, 8) : joined(g, 0, from) + "::" + joined(g, from + length, 8);
  }

  private static boolean mapped(int[] g) {
    return g[0] == 0 && g[1] == 0 && g[2] == 0 && g[3] == 0 && g[4] == 0 && g[5] == 0xffff;
  }

  private static String joined(int[] g, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(g[i]));
    }
    return text.toString();
  }
}
