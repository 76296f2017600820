package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.Map;

/** Words that people put around a name when its type is clear: "the nginx service". */
final class TypePhrase {
  private static final Map<SlotType, String> NOUNS =
      Map.of(
          SlotType.SERVICE, "service|daemon|server|process",
          SlotType.HOST, "host|server|box|machine|node|instance",
          SlotType.GROUP, "group|tier|hosts|servers|boxes|machines|nodes",
          SlotType.ENVIRONMENT, "environment|env|stage",
          SlotType.APPLICATION, "application|app|service",
          SlotType.TEAM, "team|people|folks|crew",
          SlotType.DATABASE, "database|db",
          SlotType.CACHE, "cache",
          SlotType.JOB, "job|build|pipeline",
          SlotType.QUERY, "query|report");

  private TypePhrase() {}

  /** The phrase (as {@link Spelling#key} writes it) without an article and the type's noun. */
  static String name(SlotType type, String key) {
    var noun = NOUNS.getOrDefault(type, type.label());
    var name = key.replaceFirst("^(?:the|our|my) ", "");
    name = name.replaceFirst("^(?:" + noun + ") (?=\\S)", "");
    return name.replaceFirst("(?<=\\S) (?:" + noun + ")$", "");
  }
}
