package dev.parley.delivery.jpa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.reply.ReplyPart;

/**
 * How replies and answers are written down. The names stand in stored data: they never change.
 *
 * @param <A> what is written
 */
public final class ReplyJson<A> {
  private final ObjectMapper mapper;
  private final Class<A> type;

  ReplyJson(ObjectMapper mapper, Class<A> type) {
    this.mapper = mapper;
    this.type = type;
  }

  /** Gives each kind of reply part its name. */
  public static Module module() {
    return new SimpleModule("reply").setMixInAnnotation(ReplyPart.class, PartNames.class);
  }

  String write(A value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is to be said cannot be written down.", e);
    }
  }

  A read(String json) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Something that was said cannot be read. Start the version that stored it.", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ReplyPart.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ReplyPart.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = ReplyPart.Confirmation.class, name = "confirmation"),
    @JsonSubTypes.Type(value = ReplyPart.Table.class, name = "table"),
    @JsonSubTypes.Type(value = ReplyPart.Code.class, name = "code"),
  })
  private interface PartNames {}
}
