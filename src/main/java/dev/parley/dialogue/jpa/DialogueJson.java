package dev.parley.dialogue.jpa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.LastHeard;
import dev.parley.dialogue.Recent;
import dev.parley.intent.SlotValue;
import org.jspecify.annotations.Nullable;

/** How a dialogue is written down. The names stand in stored data: they never change. */
public final class DialogueJson {
  private final ObjectMapper mapper;

  DialogueJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Gives each kind of frame its name. */
  public static Module module() {
    return new SimpleModule("dialogue")
        .setMixInAnnotation(Frame.class, FrameNames.class)
        .setMixInAnnotation(Dialogue.class, DialogueForm.class)
        .setMixInAnnotation(Recent.class, RecentForm.class)
        .setMixInAnnotation(SlotValue.class, ValueForm.class);
  }

  String write(Dialogue dialogue) {
    try {
      return mapper.writeValueAsString(dialogue);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The dialogue " + dialogue.id() + " cannot be written.", e);
    }
  }

  Dialogue read(String json) {
    try {
      return mapper.readValue(json, Dialogue.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A stored dialogue cannot be read. Start the version that stored it.", e);
    }
  }

  /** Hardly ever is anything dropped. */
  private interface RecentForm {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Recent.@Nullable Dropped dropped();
  }

  private interface DialogueForm {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable LastHeard heard();
  }

  /** Hardly any value is a secret. */
  private interface ValueForm {
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean secret();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frame")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Frame.Judging.class, name = "judging"),
    @JsonSubTypes.Type(value = Frame.Collecting.class, name = "collecting"),
    @JsonSubTypes.Type(value = Frame.Planning.class, name = "planning"),
    @JsonSubTypes.Type(value = Frame.Confirming.class, name = "confirming"),
    @JsonSubTypes.Type(value = Frame.Performing.class, name = "performing"),
    @JsonSubTypes.Type(value = Frame.Choosing.class, name = "choosing"),
    @JsonSubTypes.Type(value = Frame.Approving.class, name = "approving"),
    @JsonSubTypes.Type(value = Frame.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Frame.ChoosingRun.class, name = "choosingRun"),
    @JsonSubTypes.Type(value = Frame.Proving.class, name = "proving"),
    @JsonSubTypes.Type(value = Frame.Frozen.class, name = "frozen"),
    @JsonSubTypes.Type(value = Frame.Learning.class, name = "learning"),
  })
  private interface FrameNames {}
}
