package dev.parley.reply;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What an intent is about, told by the most telling of its slots; earlier ones tell more. */
enum Topic {
  TICKETS("tickets", SlotType.TICKET, SlotType.PROJECT),
  INCIDENTS(
      "incidents and alerts", SlotType.INCIDENT, SlotType.ALERT, SlotType.SEVERITY, SlotType.TEAM),
  DATA("data", SlotType.DATABASE, SlotType.QUERY, SlotType.CACHE, SlotType.CUSTOMER),
  DELIVERY("delivery", SlotType.APPLICATION, SlotType.JOB, SlotType.VERSION),
  NETWORK("network", SlotType.IP, SlotType.DOMAIN, SlotType.URL, SlotType.PORT),
  LOGS("logs and graphs", SlotType.LINES, SlotType.METRIC, SlotType.SINCE),
  SERVICES("services", SlotType.SERVICE),
  HOSTS("hosts", SlotType.HOST, SlotType.GROUP),
  OTHER("other");

  private final String title;
  private final Set<SlotType> types;

  Topic(String title, SlotType... types) {
    this.title = title;
    this.types = EnumSet.noneOf(SlotType.class);
    this.types.addAll(Set.of(types));
  }

  String title() {
    return title;
  }

  static Topic of(Intent intent) {
    return Stream.of(values())
        .filter(topic -> intent.slots().stream().map(Slot::type).anyMatch(topic.types::contains))
        .findFirst()
        .orElse(OTHER);
  }
}
