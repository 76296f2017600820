package dev.parley.action.http;

import dev.parley.action.ActiveRun;
import dev.parley.action.Verdict;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request to its end: tried again where that is harmless, and redirected only within the server
 * that was meant, so that nobody else gets its credentials.
 */
final class Exchange {
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<Integer> BUSY = Set.of(502, 503, 504);
  private static final int MOST_REDIRECTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient client;
  private final HttpCall call;
  private final ActionSpec.Http spec;
  private final ActiveRun run;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final long deadline;

  /** How it went; the answer is null when there is none. */
  record Result(
      ExecutionStatus status,
      @Nullable HttpResponse<LimitedBody.Beginning> answer,
      String problem) {}

  Exchange(HttpClient client, HttpCall call, ActionSpec.Http spec, ActiveRun run) {
    this.client = client;
    this.call = call;
    this.spec = spec;
    this.run = run;
    this.deadline = System.nanoTime() + spec.timeout().toNanos();
  }

  Result result() {
    run.whenStopped(stop::countDown);
    var result = attempt(call.uri());
    for (int i = 0; i < spec.retries() && again(result); i++) {
      if (paused(PAUSE.multipliedBy(1L << i))) {
        return stopped();
      }
      result = attempt(call.uri());
    }
    return result;
  }

  private boolean again(Result result) {
    boolean busy = result.answer() != null && BUSY.contains(result.answer().statusCode());
    boolean broken = result.answer() == null && result.status() == ExecutionStatus.FAILED;
    return REPEATABLE.contains(call.method()) && (busy || broken) && left().toMillis() > 0;
  }

  /** Whether somebody stopped it meanwhile. */
  private boolean paused(Duration pause) {
    try {
      return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Result attempt(URI where) {
    var at = where;
    var result = once(at);
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      var next = redirect(at, result);
      if (next == null) {
        return result;
      }
      if (!sameOrigin(at, next) || !READING.contains(call.method())) {
        return new Result(
            ExecutionStatus.FAILED,
            result.answer(),
            "%s sends elsewhere, to %s, which was not followed; correct the url of the intent."
                .formatted(named(), origin(next)));
      }
      at = next;
      result = once(at);
    }
    return result;
  }

  private static @Nullable URI redirect(URI at, Result result) {
    var answer = result.answer();
    if (answer == null || !Set.of(301, 302, 303, 307, 308).contains(answer.statusCode())) {
      return null;
    }
    try {
      return answer.headers().firstValue("location").map(at::resolve).orElse(null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean sameOrigin(URI a, URI b) {
    return origin(a).equalsIgnoreCase(origin(b));
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private Result once(URI where) {
    var answering = client.sendAsync(request(where), headers -> new LimitedBody());
    run.whenStopped(() -> answering.cancel(true));
    try {
      return judged(answering.get(Math.max(1, left().toMillis()), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answering.cancel(true);
      return new Result(
          ExecutionStatus.TIMED_OUT,
          null,
          "%s did not answer within %s%s."
              .formatted(named(), Verdict.words(spec.timeout()), perhapsDone()));
    } catch (CancellationException e) {
      return stopped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(
          ExecutionStatus.UNKNOWN, null, "The assistant was stopped before the answer came.");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private HttpRequest request(URI where) {
    var builder = HttpRequest.newBuilder(where).timeout(left());
    call.headers().forEach(builder::setHeader);
    if (call.contentType() != null
        && !call.headers().keySet().stream().anyMatch("content-type"::equalsIgnoreCase)) {
      builder.setHeader("Content-Type", call.contentType());
    }
    var body =
        call.contentType() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
    return builder.method(call.method(), body).build();
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
  }

  private Result judged(HttpResponse<LimitedBody.Beginning> answer) {
    int status = answer.statusCode();
    boolean good = spec.ok().isEmpty() ? status / 100 == 2 : spec.ok().contains(status);
    return good
        ? new Result(ExecutionStatus.SUCCEEDED, answer, "")
        : new Result(
            ExecutionStatus.FAILED, answer, "%s answered with %d.".formatted(named(), status));
  }

  /** Whether it was carried out is known only where it was never sent, or only reads. */
  private Result failed(Throwable problem) {
    boolean unsent =
        problem instanceof ConnectException
            || problem instanceof HttpConnectTimeoutException
            || problem instanceof SSLException
            || problem.getCause() instanceof UnresolvedAddressException;
    if (unsent || REPEATABLE.contains(call.method())) {
      return new Result(
          ExecutionStatus.FAILED,
          null,
          "%s cannot be reached (%s).".formatted(named(), reason(problem)));
    }
    return new Result(
        ExecutionStatus.UNKNOWN,
        null,
        "The connection with %s broke (%s)%s.".formatted(named(), reason(problem), perhapsDone()));
  }

  private static String reason(Throwable problem) {
    if (problem.getCause() instanceof UnresolvedAddressException) {
      return "its name leads to no address";
    }
    var message = problem.getMessage();
    return message == null
        ? problem instanceof IOException ? "the connection failed" : problem.toString()
        : message;
  }

  private Result stopped() {
    return new Result(
        ExecutionStatus.CANCELLED,
        null,
        "%s stopped it%s.".formatted(run.stoppedBy().orElse("Somebody"), perhapsDone()));
  }

  private String perhapsDone() {
    return READING.contains(call.method()) ? "" : "; it may have been carried out nevertheless";
  }

  /** Without the query, which may hold what only the server should see. */
  private String named() {
    return call.method() + " " + origin(call.uri()) + call.uri().getRawPath();
  }
}
