package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.ReviewResource.Done;
import dev.parley.web.ReviewResource.LineView;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What was misread, and what a maintainer makes of it. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what was not understood, offered, corrected or called off, and has it learnt."
          + " permissions.yml says who may: a rule with intents: [review].",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley review list",
      "  parley review label 3 restart_service",
      "  parley review accept 3",
      "  parley review reject 4"
    })
final class ReviewCommand implements Runnable {
  private static final String PATH = "/api/v1/review";

  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: list, label N INTENT, accept N or reject N.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists what is open; most is learnt from the first.")
  int list(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "At most so many (50).")
          int limit) {
    var path = PATH + "?as=" + Api.encoded(me()) + "&limit=" + limit;
    var lines = api().get(path, new TypeReference<List<LineView>>() {});
    lines.forEach(this::print);
    if (lines.isEmpty()) {
      parley.around.err().println("There is nothing to review.");
    }
    return 0;
  }

  private void print(LineView line) {
    var out = parley.around.out();
    out.println(
        "%d  %s  (%s%s%s%s)"
            .formatted(
                line.number(),
                line.text(),
                line.reason(),
                line.count() == 1 ? "" : ", " + line.count() + " times",
                line.read().isEmpty() ? "" : ", read as " + line.read(),
                line.label().isEmpty() ? "" : ", labelled " + line.label()));
    if (!line.meaning().isEmpty()) {
      out.println("     stands for: " + line.meaning());
    }
    line.nearest().forEach(near -> out.println("     " + near.intent() + ": " + near.text()));
  }

  @Command(
      name = "label",
      mixinStandardHelpOptions = true,
      description = "Says as which intent a line should have been read.")
  int label(
      @Parameters(index = "0", paramLabel = "N", description = "Its number in the list.")
          long number,
      @Parameters(
              index = "1",
              paramLabel = "INTENT",
              description = "A name of intents/, or out_of_scope.")
          String intent) {
    return settle(number, "label", Map.of("as", me(), "intent", intent));
  }

  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description =
          "Appends a line to training-data/learnt/ as it is labelled; a taught phrase holds for"
              + " everybody.")
  int accept(@Parameters(paramLabel = "N", description = "Its number in the list.") long number) {
    return settle(number, "accept", Map.of("as", me()));
  }

  @Command(
      name = "reject",
      mixinStandardHelpOptions = true,
      description = "Takes a line off the list.")
  int reject(@Parameters(paramLabel = "N", description = "Its number in the list.") long number) {
    return settle(number, "reject", Map.of("as", me()));
  }

  private int settle(long number, String verb, Map<String, String> wish) {
    var done = api().post(PATH + "/" + number + "/" + verb, wish, new TypeReference<Done>() {});
    parley.around.out().println(done.told());
    return 0;
  }

  private Api api() {
    var places = parley.places();
    return parley.meeting().own(places, RunningServer.require(places));
  }

  private static String me() {
    return "os:" + System.getProperty("user.name");
  }
}
