package dev.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.RecordsAwayException;
import dev.parley.StoppingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what resources throw into problems that say nothing of the inside. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(Refusal.RefusedException refused) {
    return Problem.of(refused.refusal()).response();
  }

  @ServerExceptionMapper
  Response stopping(StoppingException stopping) {
    return Problem.of(new Refusal(503, String.valueOf(stopping.getMessage()))).response();
  }

  @ServerExceptionMapper
  Response away(RecordsAwayException away) {
    LOG.error("Nothing can be stored.", away);
    return Problem.of(new Refusal(503, String.valueOf(away.getMessage()))).response();
  }

  @ServerExceptionMapper
  Response rejected(WebApplicationException rejected) {
    return Problem.of(rejected.getResponse().getStatus()).response();
  }

  /** Broken, mis-encoded or far too deep JSON. */
  @ServerExceptionMapper({JsonProcessingException.class, CharConversionException.class})
  Response unreadable(Exception unreadable) {
    return Problem.of(Refusal.badRequest("The body is no JSON that can be read.").refusal())
        .response();
  }

  @ServerExceptionMapper
  Response failed(Throwable failure) {
    LOG.error("A request failed.", failure);
    return Problem.of(500).response();
  }
}
