package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Takes an application and its version apart where they are written as one: "shop:1.4.2". */
final class NamedVersions {
  private static final Pattern BOTH =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*?)[:@/-](v?\\d+(?:\\.\\d+)+\\S*|v\\d+\\S*)");

  private NamedVersions() {}

  static List<Entity> in(EntityResolver resolver, Wording words) {
    var found = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      var chunk = words.chunk(at);
      var both = BOTH.matcher(words.text(chunk));
      if (words.free(at) && both.matches()) {
        var named =
            resolver
                .vocabulary()
                .forms()
                .getOrDefault(both.group(1).toLowerCase(Locale.ROOT), List.of())
                .stream()
                .filter(match -> match.type() == SlotType.APPLICATION)
                .findFirst();
        var version = new Span(chunk.getStart() + both.start(2), chunk.getEnd());
        named.ifPresent(
            match -> {
              found.add(KnownNames.entity(match, both.group(1), chunk.getStart()));
              words.value(SlotType.VERSION, version).ifPresent(found::add);
            });
      }
    }
    return found;
  }
}
