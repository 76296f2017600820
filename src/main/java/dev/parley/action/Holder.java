package dev.parley.action;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Template;
import dev.parley.inventory.Inventory;
import dev.parley.person.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Who is changing something, and with what.
 *
 * @param doing what they do, after "is"
 */
public record Holder(String person, String doing, Instant since) {
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter EARLIER =
      DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

  /** Somebody who is about to run this, in the words in which its start is told. */
  static Holder of(
      Person person, Intent intent, ActionRequest request, Inventory inventory, Instant now) {
    return new Holder(person.name(), doing(intent, request, inventory), now);
  }

  private static String doing(Intent intent, ActionRequest request, Inventory inventory) {
    var started = intent.replies().get("started");
    if (started == null || !started.matches("\\p{Lu}\\p{L}*ing\\b.*")) {
      return "running " + request.exactForm();
    }
    var values = new SlotValues(intent, request, inventory);
    var words = new Template(started).render(variable -> list(variable, values));
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private static String list(Template.Variable variable, SlotValues values) {
    List<String> all = values.of(variable);
    if (all.isEmpty()) {
      return "the " + variable.slot().replace('_', ' ');
    }
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }

  /** E.g. "jason is restarting apache service on host web-01 since 10:41". */
  String sentence(ZoneId zone, Instant now) {
    var begun = since.atZone(zone);
    boolean today = begun.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return "%s is %s since %s".formatted(person, doing, (today ? TODAY : EARLIER).format(begun));
  }
}
