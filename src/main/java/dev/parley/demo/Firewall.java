package dev.parley.demo;

import dev.parley.inventory.IpNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of {@code nft} that the shipped intents use: adding an address to a set, perhaps for a
 * time, taking it out again, and listing the set.
 */
final class Firewall {
  private static final String SET = "element inet parley blocked([46])";
  private static final Pattern ADD =
      Pattern.compile(
          "(?s)add table inet parley;.*\\badd " + SET + " \\{ (\\S+)(?: timeout (\\d{1,12})s)? }");
  private static final Pattern DELETE = Pattern.compile("delete " + SET + " \\{ (\\S+) }");
  private static final Pattern LIST = Pattern.compile("list set inet parley blocked([46])");

  /** The end of each block, or {@link Instant#MAX}. */
  private final Map<String, Instant> blocked = new LinkedHashMap<>();

  /** nft reads its arguments as one text. */
  synchronized Answer nft(List<String> arguments) {
    blocked.values().removeIf(Instant.now()::isAfter);
    var text = String.join(" ", arguments);
    var add = ADD.matcher(text);
    var delete = DELETE.matcher(text);
    var list = LIST.matcher(text);
    if (add.matches()) {
      return fits(add.group(1), add.group(2))
          .orElseGet(() -> add(add.group(2), Optional.ofNullable(add.group(3))));
    }
    if (delete.matches()) {
      return blocked.remove(delete.group(2)) == null
          ? Answer.failed(1, "Error: element does not exist")
          : Answer.ok("");
    }
    return list.matches() ? Answer.ok(list(list.group(1))) : Answer.unknown("nft " + text);
  }

  private static Optional<Answer> fits(String family, String address) {
    var network = IpNetwork.parse(address);
    boolean fits = network.isPresent() && address.contains(":") == family.equals("6");
    return fits
        ? Optional.empty()
        : Optional.of(Answer.failed(1, "Error: Could not parse IP address: " + address));
  }

  private Answer add(String address, Optional<String> seconds) {
    blocked.put(
        address,
        seconds.map(s -> Instant.now().plusSeconds(Long.parseLong(s))).orElse(Instant.MAX));
    return Answer.ok("");
  }

  private String list(String family) {
    var text = new StringBuilder("table inet parley {\n\tset blocked" + family + " {\n");
    blocked.forEach(
        (address, until) -> {
          if (address.contains(":") == family.equals("6")) {
            text.append("\t\t").append(address).append(left(until)).append('\n');
          }
        });
    return text.append("\t}\n}\n").toString();
  }

  private static String left(Instant until) {
    return until.equals(Instant.MAX)
        ? ""
        : " expires " + Duration.between(Instant.now(), until).toSeconds() + "s";
  }
}
