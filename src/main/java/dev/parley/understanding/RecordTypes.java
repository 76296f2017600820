package dev.parley.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types of DNS records, by their own names and as people paraphrase them. */
final class RecordTypes {
  private static final Set<String> PLAIN =
      Set.of("aaaa", "mx", "txt", "ns", "cname", "soa", "ptr", "caa", "dnskey", "tlsa", "naptr");

  /** These are ordinary words too, or parts of names. */
  private static final Set<String> BESIDE_RECORD = Set.of("a", "srv", "ds", "any", "https", "svcb");

  private static final Set<String> PROGRAMS = Set.of("dig", "nslookup", "host", "drill", "kdig");
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("nameserver", "NS"),
          Map.entry("nameservers", "NS"),
          Map.entry("name server", "NS"),
          Map.entry("name servers", "NS"),
          Map.entry("mail server", "MX"),
          Map.entry("mail servers", "MX"),
          Map.entry("mailserver", "MX"),
          Map.entry("mailservers", "MX"),
          Map.entry("mail exchanger", "MX"),
          Map.entry("mail exchangers", "MX"),
          Map.entry("reverse", "PTR"),
          Map.entry("rdns", "PTR"),
          Map.entry("spf", "TXT"),
          Map.entry("ipv4", "A"),
          Map.entry("ipv6", "AAAA"));

  /** A type and of how many words. */
  record Found(String type, int words) {}

  private RecordTypes() {}

  static Optional<Found> at(Line line, int at) {
    String word = line.word(at);
    var pair = SAID.get(word + " " + line.word(at + 1));
    if (pair != null) {
      return Optional.of(new Found(pair, 2));
    }
    var said = SAID.get(word);
    if (said != null && meant(line, at)) {
      return Optional.of(new Found(said, 1));
    }
    boolean plain = PLAIN.contains(word);
    boolean beside = BESIDE_RECORD.contains(word) && besideRecord(line, at);
    return plain || beside
        ? Optional.of(new Found(word.toUpperCase(Locale.ROOT), 1))
        : Optional.empty();
  }

  /** A "reverse proxy" and an "ipv6 rule" are no types of records. */
  private static boolean meant(Line line, int at) {
    return switch (line.word(at)) {
      case "reverse" ->
          line.word(at + 1)
              .matches("lookup|dns|records?|resolve|resolution|name|names|entry|of|for|ptr|\\d.*");
      case "ipv4", "ipv6" -> line.word(at + 1).matches("address|addresses|records?");
      default -> true;
    };
  }

  private static boolean besideRecord(Line line, int at) {
    boolean article = line.word(at).equals("a");
    boolean capital = line.tokens().get(at).text().equals("A");
    boolean record = line.word(at + 1).matches("records?|rrs?|entry|entries|rr");
    boolean asked = PROGRAMS.contains(line.word(at - 1)) || line.word(at - 1).equals("type");
    if (!article) {
      return record || asked || listed(line, at) || asksAnother(line, at);
    }
    boolean plural = line.word(at + 1).matches("records|rrs|entries");
    boolean determined = line.word(at - 1).matches("the|an|its|our|their|all|any|which|what");
    boolean ofDomain = line.word(at + 2).matches("of|for|from");
    return asked && line.word(at + 1).indexOf('.') > 0
        || record && (capital && (at > 0 || ofDomain) || plural || determined)
        || capital && at > 0 && (listed(line, at) || at + 1 == line.size());
  }

  /** "dig example.com srv". */
  private static boolean asksAnother(Line line, int at) {
    return PROGRAMS.contains(line.word(at - 2)) && at + 1 == line.size();
  }

  /** "A and MX records". */
  private static boolean listed(Line line, int at) {
    return line.word(at + 1).matches("and|or|,|/")
        && (PLAIN.contains(line.word(at + 2)) || BESIDE_RECORD.contains(line.word(at + 2)));
  }
}
