package dev.parley.cli;

import dev.parley.channel.terminal.Rendering;
import dev.parley.web.AnswerView;
import dev.parley.web.ExecutionView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says one thing. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = {
      "Says one thing, prints the replies, and then how what it started went.",
      "",
      "The conversation goes on: a question is answered by saying the answer. The exit status is 1"
          + " when nothing was understood or the action failed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley say \"restart apache on web-01\"",
      "  parley say yes",
      "  parley say --json \"is nginx running on web-02\""
    })
final class SayCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();
  @Mixin private PartnerOptions partner = new PartnerOptions();

  @Option(names = "--json", description = "Print the answer as the HTTP API writes it.")
  private boolean json;

  @Option(names = "--no-wait", description = "Do not wait for what the message starts.")
  private boolean noWait;

  @Parameters(paramLabel = "TEXT", description = "What to say.", arity = "1..*")
  private List<String> text = List.of();

  @Override
  public Integer call() {
    var wish = partner.wish(parley.simulate);
    return parley.meeting().hold(parley.places(), wish, this::say);
  }

  private int say(Counterpart counterpart) {
    var news = new Semaphore(0);
    if (!noWait) {
      counterpart.onNews(news::release);
    }
    var answer = counterpart.exchange(String.join(" ", text));
    var replies = new ArrayList<AnswerView.ReplyView>();
    tell(counterpart, replies);
    var executions = outcome(counterpart, answer.executions(), news);
    tell(counterpart, replies);
    if (json) {
      print(new AnswerView(replies, answer.state(), answer.understanding(), executions));
    }
    return status(answer, executions);
  }

  private void tell(Counterpart counterpart, List<AnswerView.ReplyView> replies) {
    for (var line : counterpart.news()) {
      replies.add(new AnswerView.ReplyView(line.text(), line.choices()));
      if (!json) {
        parley.around.out().println(Rendering.plain(line));
      }
    }
    parley.around.out().flush();
  }

  private List<ExecutionView> outcome(
      Counterpart counterpart, List<ExecutionView> executions, Semaphore news) {
    if (noWait) {
      return executions;
    }
    try {
      var now = refreshed(counterpart, executions);
      while (!now.stream().allMatch(ExecutionView::settled)) {
        news.acquire();
        now = refreshed(counterpart, executions);
      }
      return now;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Complaint.failed("Interrupted; what was started goes on.");
    }
  }

  private static List<ExecutionView> refreshed(
      Counterpart counterpart, List<ExecutionView> executions) {
    return executions.stream()
        .map(e -> e.ended() ? e : counterpart.execution(e.id()).orElse(e))
        .toList();
  }

  private int status(AnswerView answer, List<ExecutionView> executions) {
    boolean failed = executions.stream().anyMatch(e -> e.ended() && !e.succeeded());
    return failed || !answer.understanding().understood() ? Complaint.FAILED : 0;
  }

  private void print(AnswerView answer) {
    try {
      parley.around.out().println(Api.JSON.writeValueAsString(answer));
    } catch (IOException e) {
      throw new IllegalStateException("The API's records can be written as JSON.", e);
    }
  }
}
