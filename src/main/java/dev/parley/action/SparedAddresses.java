package dev.parley.action;

import dev.parley.action.Action.UnplannableException;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.IpNetwork;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an address or network that is about to be shut out from being the assistant itself, a host
 * of the inventory, or half of the internet.
 */
public final class SparedAddresses {
  private static final int WIDEST_VERSION_4 = 8;
  private static final int WIDEST_VERSION_6 = 16;
  private static final int LOOKUP_SECONDS = 3;
  private static final int AT_ONCE = 16;

  private SparedAddresses() {}

  /**
   * Whether that address or network may be shut out.
   *
   * @throws UnplannableException when not, with what to do instead
   */
  public static void check(String shutOut, Inventory inventory) {
    var network =
        IpNetwork.parse(shutOut)
            .orElseThrow(() -> new UnplannableException(shutOut + " is no address; name one."));
    if (network.isVersion4() && shutOut.indexOf(':') >= 0) {
      throw new UnplannableException(
          "%s is an address of version 4 in disguise; write it as four numbers."
              .formatted(shutOut));
    }
    int widest = network.isVersion4() ? WIDEST_VERSION_4 : WIDEST_VERSION_6;
    if (network.prefix() < widest) {
      throw new UnplannableException(
          "%s is too much of the internet; name a network of /%d or smaller."
              .formatted(shutOut, widest));
    }
    refuse(shutOut, network, hosts(inventory));
    refuse(shutOut, network, own());
  }

  private static void refuse(String shutOut, IpNetwork network, Map<InetAddress, String> whose) {
    whose.forEach(
        (address, owner) -> {
          if (network.contains(address)) {
            throw new UnplannableException(
                "%s holds %s, which is %s; name what does not."
                    .formatted(shutOut, address.getHostAddress().replaceFirst("%.*", ""), owner));
          }
        });
  }

  private static Map<InetAddress, String> own() {
    var own = new LinkedHashMap<InetAddress, String>();
    try {
      for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        card.inetAddresses().forEach(address -> own.put(address, "the assistant's own address"));
      }
      return own;
    } catch (SocketException e) {
      throw new UnplannableException(
          "The assistant's own addresses cannot be told, so nothing is shut out; ask again later.");
    }
  }

  /** Names are looked up side by side; one that has no address now cannot be shut out by it. */
  private static Map<InetAddress, String> hosts(Inventory inventory) {
    var lookups = new LinkedHashMap<Host, Callable<InetAddress[]>>();
    inventory
        .hosts()
        .forEach(host -> lookups.put(host, () -> InetAddress.getAllByName(host.address())));
    var pool =
        Executors.newFixedThreadPool(
            AT_ONCE,
            work -> {
              var thread = new Thread(work, "host-addresses");
              thread.setDaemon(true);
              return thread;
            });
    try {
      var names = lookups.keySet().iterator();
      var addresses = new LinkedHashMap<InetAddress, String>();
      for (var found : pool.invokeAll(lookups.values(), LOOKUP_SECONDS, TimeUnit.SECONDS)) {
        var host = names.next().name();
        var all = found(found);
        for (int i = 0; all != null && i < all.length; i++) {
          addresses.put(all[i], "the host " + host);
        }
      }
      return addresses;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnplannableException("The assistant is being stopped; ask again later.");
    } finally {
      pool.shutdownNow();
    }
  }

  private static InetAddress @Nullable [] found(Future<InetAddress[]> lookup)
      throws InterruptedException {
    try {
      return lookup.isCancelled() ? null : lookup.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) {
        return null;
      }
      throw new IllegalStateException(e);
    }
  }
}
