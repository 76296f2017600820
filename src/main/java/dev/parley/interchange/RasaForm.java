package dev.parley.interchange;

import java.util.List;

/** A form of a Rasa domain: slots that are asked for, in order. */
record RasaForm(String name, List<String> slots, Place at) {
  RasaForm {
    slots = List.copyOf(slots);
  }
}
