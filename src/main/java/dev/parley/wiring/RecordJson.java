package dev.parley.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.audit.jpa.AuditJson;
import dev.parley.delivery.jpa.ReplyJson;
import dev.parley.dialogue.jpa.DialogueJson;

/** How records are written as JSON; the API's own records have nothing to do with it. */
final class RecordJson {
  private RecordJson() {}

  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModules(
            new JavaTimeModule(),
            DialogueJson.module(),
            ReplyJson.module(),
            AuditJson.module(),
            LeanJson.module())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }
}
