package dev.parley.action.http;

import dev.parley.action.Action;
import dev.parley.action.ActiveRun;
import dev.parley.action.Outcomes;
import dev.parley.action.Plan;
import dev.parley.action.SlotValues;
import dev.parley.action.Verdict;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.inventory.Inventory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks another system over HTTP; secrets are used and never shown. */
public final class HttpAction implements Action {
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final Secrets secrets;
  private final boolean recorded;
  private @Nullable HttpClient client;

  /**
   * @param recorded whether requests are recorded instead of sent, so that no secret is needed
   */
  public HttpAction(Secrets secrets, boolean recorded) {
    this.secrets = secrets;
    this.recorded = recorded;
  }

  /** Shared, and made with the first request. */
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECTING)
              .build();
    }
    return client;
  }

  /** The request as it would be sent, with the names of its secrets in their place. */
  @Override
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    var values = new SlotValues(intent, request, inventory);
    var call = HttpCall.of(intent, new Filling(values, this::shown));
    return new Plan(List.of(new Plan.Step(null, call.argv())), List.of());
  }

  /** One that is missing is told before anybody says yes. */
  private String shown(String name) {
    if (!recorded) {
      secrets.get(name);
    }
    return Filling.shown(name);
  }

  @Override
  public Outcome run(
      Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
    long began = System.nanoTime();
    var veil = new Veil();
    var values = new SlotValues(intent, request, inventory);
    var filling = new Filling(values, name -> veil.remember(name, secrets.get(name)));
    var call = HttpCall.of(intent, filling);
    var result = new Exchange(client(), call, (ActionSpec.Http) intent.action(), run).result();
    var took = Duration.ofNanos(System.nanoTime() - began);
    return Outcomes.of(List.of(told(call, result, veil, run, took)), took);
  }

  private static TargetResult told(
      HttpCall call, Exchange.Result result, Veil veil, ActiveRun run, Duration took) {
    var answer = result.answer();
    var text = answer == null ? "" : veil.over(AnswerText.of(answer) + cut(answer));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var host = call.uri().getHost();
    var output = run.output(host);
    output.write(bytes, 0, bytes.length);
    output.end();
    return new Verdict(host, call.argv(), Set.of(), Integer.MAX_VALUE)
        .told(result.status(), veil.over(result.problem()), output, took);
  }

  private static String cut(HttpResponse<LimitedBody.Beginning> answer) {
    return answer.body().cut() ? "\n(There was more; this is where reading stopped.)" : "";
  }
}
