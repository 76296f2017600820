package dev.parley.interchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a Rasa domain.
 *
 * @param type as Rasa names it, e.g. categorical
 * @param values those of a categorical one
 */
record RasaSlot(String name, String type, List<String> values, List<Mapping> mappings, Place at) {
  RasaSlot {
    values = List.copyOf(values);
    mappings = List.copyOf(mappings);
  }

  /**
   * How it is filled.
   *
   * @param type e.g. from_entity
   */
  record Mapping(
      String type,
      @Nullable String entity,
      @Nullable String role,
      List<String> intents,
      List<String> notIntents) {
    Mapping {
      intents = List.copyOf(intents);
      notIntents = List.copyOf(notIntents);
    }

    boolean takes(String intent, String ofEntity, @Nullable String ofRole) {
      return ofEntity.equals(entity)
          && (role == null || role.equals(ofRole))
          && (intents.isEmpty() || intents.contains(intent))
          && !notIntents.contains(intent);
    }
  }

  boolean takes(String intent, String entity, @Nullable String role) {
    return mappings.stream().anyMatch(mapping -> mapping.takes(intent, entity, role));
  }

  /** Whether a mapping names just this role. */
  boolean takesRole(String entity, @Nullable String role) {
    return role != null
        && mappings.stream().anyMatch(m -> entity.equals(m.entity()) && role.equals(m.role()));
  }

  /** Whether it takes whatever is said, and no entity. */
  boolean fromText() {
    return !mappings.isEmpty() && mappings.stream().allMatch(m -> m.type().equals("from_text"));
  }

  /** Whether it is filled by what was asked for, and not by what was said. */
  boolean fromIntents() {
    return mappings.stream().anyMatch(m -> m.type().matches("from_(trigger_)?intent"))
        && mappings.stream().noneMatch(m -> m.type().equals("from_entity"));
  }
}
