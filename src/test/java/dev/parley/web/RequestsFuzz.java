package dev.parley.web;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audit.Head;
import dev.parley.conversation.Speaker;
import dev.parley.fuzz.Fuzzed;
import dev.parley.intent.Discretion;
import dev.parley.permission.OneTimePasswords;
import dev.parley.person.LinkCodes;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What anybody can send to the API: bodies, ids, credentials and codes. */
public final class RequestsFuzz {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "an-admin-token-that-nobody-guesses";
  private static final String HOST = "127.0.0.1:8080";
  private static final Tokens TOKENS = new Tokens(new KeptTokens(), Clock.systemUTC());
  private static final String SECRET =
      TOKENS.make("fuzz", Scope.CHAT, "jason", Duration.ofDays(1)).orElseThrow().secret();
  private static final Gate GATE =
      new Gate(
          adminToken(),
          TOKENS,
          new Sessions(new KeptPasses(), Clock.systemUTC()),
          new Limits(System::nanoTime),
          Speaker.of("os", "root"),
          Set.of("127.0.0.1"));

  private RequestsFuzz() {}

  private static AdminToken adminToken() {
    try {
      return AdminToken.obtain(ADMIN, Fuzzed.folder("requests", "none", new byte[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void read(byte[] input) {
    var text = Fuzzed.text(input);
    body(input);
    credentials(text);
    codes(text);
  }

  /** A request, or the client's mistake and what to do. */
  private static void body(byte[] input) {
    var read = bounded(() -> request(input));
    read.ifPresent(
        request -> {
          holds(!request.text().isBlank(), "A request without a text: %s", request);
          var id = request.messageId();
          if (id != null) {
            Fuzzed.oneLine(id);
          }
        });
  }

  private static Optional<MessageRequest> request(byte[] input) throws IOException {
    try {
      return Optional.of(MessageRequest.of(JSON.readValue(input, JsonNode.class)));
    } catch (JsonProcessingException | CharConversionException e) {
      return Optional.empty();
    } catch (Refusal.RefusedException e) {
      holds(e.refusal().status() == 400, "%s", e.refusal());
      return Optional.empty();
    }
  }

  /** Nobody comes in without a credential that was given out, whatever the headers hold. */
  private static void credentials(String text) {
    var parts = text.split("\n", -1);
    for (var header : parts) {
      holds(header.contains(SECRET) || TOKENS.find(header).isEmpty(), "%s is a token.", header);
      for (var address : new String[] {HOST, header}) {
        var verdict =
            bounded(
                () ->
                    GATE.judge(
                        new Gate.Knock(
                            "POST",
                            "/api/v1/conversations/a/messages",
                            address,
                            null,
                            null,
                            header,
                            header,
                            "192.0.2.1")));
        holds(verdict.caller() == null && verdict.refusal() != null, "%s comes in.", header);
      }
    }
  }

  /** What is put down of a message holds neither codes nor keys. */
  private static void codes(String text) {
    bounded(() -> Head.parse(text));
    var masked = bounded(() -> LinkCodes.masked(OneTimePasswords.masked(text)));
    holds(LinkCodes.in(masked).isEmpty(), "A link code is left in: %s", masked);
    holds(OneTimePasswords.in(masked).isEmpty(), "A code is left in: %s", masked);
    var covered = bounded(() -> Discretion.over(text));
    holds(Discretion.over(covered).equals(covered), "Something is left in: %s", covered);
  }
}
