package dev.parley.action.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What the name servers say about a domain, or whose an address is. */
final class DnsCheck implements NetworkCheck {
  /** Those that say something about a name; a transfer of a whole zone is none of them. */
  static final List<String> TYPES =
      List.of(
          "A", "AAAA", "CAA", "CNAME", "DNSKEY", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA",
          "SRV", "SSHFP", "SVCB", "TLSA", "TXT");

  private static final int PORT = 53;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public String look(Look look) throws NetworkProblem {
    var address = NumericForm.address(look.target());
    var types = look.types().isEmpty() ? usual(address.isPresent()) : look.types();
    try {
      boolean reverse = address.isPresent() && types.equals(List.of("PTR"));
      var name = reverse ? reverse(look.target()) : Name.fromString(look.target(), Name.root);
      var resolver = resolver(look);
      var sections = new ArrayList<String>();
      for (var type : types) {
        sections.add(section(look.target(), name, type, resolver));
      }
      return String.join("\n", sections);
    } catch (TextParseException e) {
      throw new NetworkProblem("%s is no name that can be looked up.".formatted(look.target()));
    } catch (UnknownHostException e) {
      throw new NetworkProblem(
          "A name server of the estate has no address (%s); correct it in inventory/estate.yml."
              .formatted(e.getMessage()));
    }
  }

  private static List<String> usual(boolean address) {
    return address ? List.of("PTR") : List.of("A", "AAAA");
  }

  private static Name reverse(String address) throws UnknownHostException {
    return ReverseMap.fromAddress(InetAddress.getByName(address));
  }

  private static Resolver resolver(Look look) throws UnknownHostException {
    var servers = new ArrayList<Resolver>();
    for (var text : look.inventory().network().nameServers()) {
      var server = ServerName.of(text, PORT);
      servers.add(new SimpleResolver(new InetSocketAddress(server.host(), server.port())));
    }
    var resolver = servers.isEmpty() ? new ExtendedResolver() : new ExtendedResolver(servers);
    var patience = look.limit().compareTo(PATIENCE) < 0 ? look.limit() : PATIENCE;
    Arrays.stream(resolver.getResolvers()).forEach(server -> server.setTimeout(patience));
    resolver.setTimeout(patience);
    resolver.setRetries(2);
    return resolver;
  }

  private static String section(String target, Name name, String type, Resolver resolver)
      throws NetworkProblem {
    var lookup = new Lookup(name, Type.value(type), DClass.IN);
    lookup.setResolver(resolver);
    // Asked afresh, and of the name servers alone.
    lookup.setCache(null);
    lookup.setHostsFileParser(null);
    var records = lookup.run();
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL -> records(records);
      case Lookup.TYPE_NOT_FOUND -> "%s has no %s record.".formatted(target, type);
      case Lookup.HOST_NOT_FOUND -> "There is no name %s (NXDOMAIN).".formatted(target);
      default ->
          throw new NetworkProblem(
              "The name servers gave no answer about %s (%s); ask again later."
                  .formatted(target, lookup.getErrorString()));
    };
  }

  private static String records(Record[] records) {
    return Arrays.stream(records)
        .map(
            record ->
                "%s %d %s %s"
                    .formatted(
                        record.getName().toString(true),
                        record.getTTL(),
                        Type.string(record.getType()),
                        data(record)))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String data(Record record) {
    return record instanceof AAAARecord address
        ? NumericForm.text(address.getAddress())
        : record.rdataToString();
  }
}
