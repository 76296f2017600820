package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.DRAFT;
import static dev.parley.wiring.RecordSamples.PROPOSAL;
import static dev.parley.wiring.RecordSamples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audit.AuditEvent;
import dev.parley.conversation.ConversationId;
import dev.parley.dialogue.Dialogue;
import dev.parley.dialogue.DialogueId;
import dev.parley.dialogue.Frame;
import dev.parley.dialogue.Recent;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.reply.ReplyPart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored JSON keeps its names: data that was written yesterday is read tomorrow. */
class RecordJsonTest {
  private final ObjectMapper mapper = RecordJson.mapper();

  @ParameterizedTest
  @ValueSource(classes = {Frame.class, ReplyPart.class, AuditEvent.class})
  void namesEveryKind(Class<?> vocabulary) {
    var mixIn = mapper.getSerializationConfig().findMixInClassFor(vocabulary);
    var named =
        Arrays.stream(mixIn.getAnnotation(JsonSubTypes.class).value())
            .<Class<?>>map(JsonSubTypes.Type::value)
            .toList();
    assertThat(named).containsExactlyInAnyOrder(vocabulary.getPermittedSubclasses());
  }

  @Test
  void writesADialogueInTheseWords() throws JsonProcessingException {
    var dialogue =
        new Dialogue(
            new DialogueId(new ConversationId("api", "demo"), "jason"),
            List.of(
                new Frame.Judging(DRAFT),
                new Frame.Collecting(DRAFT, "host", List.of("web-01"), 2),
                new Frame.Planning(REQUEST),
                new Frame.Confirming(PROPOSAL, Instant.parse("2026-11-20T12:05:00.000000001Z")),
                new Frame.Performing(PROPOSAL),
                new Frame.Choosing(List.of(DRAFT))),
            Recent.nothing(),
            7);
    var request =
        """
        {"intent":"restart_service","slots":{\
        "service":[{"canonical":"apache","spoken":"httpd","known":true}],\
        "host":[{"canonical":"web-01","spoken":"192.168.0.24","known":true},\
        {"canonical":"wbe","spoken":"wbe","known":false}]}}\
        """;
    var draft =
        """
        {"request":REQUEST,"troubles":[\
        {"slot":"host","kind":"UNKNOWN","spoken":"wbe","choices":["web-01"]}]}\
        """;
    var proposal =
        """
        {"request":%s,"risk":"HIGH","fingerprint":"f00d",\
        "targets":[{"name":"web-01","address":"192.168.0.24"}],\
        "preview":["ssh web-01: systemctl restart apache2"],\
        "warnings":["apache is not listed on web-01."],"due":null}\
        """
            .formatted(request);
    var json =
        """
        {"id":{"conversation":{"channel":"api","place":"demo"},"person":"jason"},"agenda":[\
        {"frame":"judging","draft":DRAFT},\
        {"frame":"collecting","draft":DRAFT,"asked":"host","choices":["web-01"],"tries":2},\
        {"frame":"planning","request":REQUEST},\
        {"frame":"confirming","proposal":PROPOSAL,"expiresAt":"2026-11-20T12:05:00.000000001Z"},\
        {"frame":"performing","proposal":PROPOSAL},\
        {"frame":"choosing","options":[DRAFT]}],\
        "recent":{"request":null,"at":"1970-01-01T00:00:00Z","earlier":null},"version":7,"misses":0}\
        """
            .replace("DRAFT", draft)
            .replace("REQUEST", request)
            .replace("PROPOSAL", proposal);
    assertThat(mapper.writeValueAsString(dialogue)).isEqualTo(json);
    assertThat(mapper.readValue(json, Dialogue.class)).isEqualTo(dialogue);
  }

  @Test
  void writesAnOutcomeInTheseWords() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(RecordSamples.outcome(ExecutionStatus.TIMED_OUT)))
        .isEqualTo(
            """
            {"status":"TIMED_OUT","explanation":"It took too long.","results":[\
            {"target":"web-01","status":"TIMED_OUT","exitStatus":null,"output":"line\\nline",\
            "truncated":true,"problem":"It hung.","took":"PT2.5S","lines":0}],"took":"PT3S"}\
            """);
  }

  @Test
  void readsAnOutcomeThatKnewNothingOfItsLines() throws JsonProcessingException {
    var outcome = RecordSamples.outcome(ExecutionStatus.TIMED_OUT);
    var json = mapper.writeValueAsString(outcome).replace(",\"lines\":0", "");
    assertThat(mapper.readValue(json, Outcome.class)).isEqualTo(outcome);
  }
}
