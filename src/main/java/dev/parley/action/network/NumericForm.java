package dev.parley.action.network;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds addresses in disguise: {@code 2130706433}, {@code 0x7f.1} and {@code 0177.0.0.1} are read
 * as 127.0.0.1 by some programs and as something else by others.
 */
final class NumericForm {
  private static final Pattern PART = Pattern.compile("0[xX][0-9A-Fa-f]*|\\d+");

  private NumericForm() {}

  /** Whether a name is a number in some form but not an address as people write it. */
  static boolean disguised(String name) {
    var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    var last = plain.substring(plain.lastIndexOf('.') + 1);
    return PART.matcher(last).matches() && address(plain).isEmpty();
  }

  /** An address as RFC 5952 writes it. */
  static String text(InetAddress address) {
    var text = address.getHostAddress().replaceFirst("%.*", "");
    return address(text).orElse(text);
  }

  /** The address that a name is as it stands. */
  static Optional<String> address(String name) {
    return SlotForms.canonical(SlotType.IP, name).filter(ip -> ip.indexOf('/') < 0);
  }
}
