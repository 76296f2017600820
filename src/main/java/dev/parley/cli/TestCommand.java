package dev.parley.cli;

import dev.parley.cli.conversationtest.ConversationTest;
import dev.parley.cli.conversationtest.ConversationTestReader;
import dev.parley.cli.conversationtest.InvalidTestException;
import dev.parley.cli.conversationtest.TestReport;
import dev.parley.cli.conversationtest.TestRunner;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs conversation tests. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Runs conversation tests against the real dialogue; actions are recorded, not executed.",
      "",
      "A file is a list of conversations, in YAML, or in JSON where its name ends in .json:",
      "  - name: asks for the missing host",
      "    user: jason",
      "    turns:",
      "    - user: restart apache",
      "      expect: {asking: host, intent: restart_service}",
      "",
      "Keys of expect: intent, slots, asking, confirming, executed, scheduled, idle, understood,"
          + " reply, replies.",
      "What can go wrong with a turn: deliver: twice (or edited); late: PT20M (sent so long before"
          + " it comes); clock: PT20M or -PT20M; crash: heard, answered, running or ended (true is"
          + " answered).",
      "",
      "In a file that ends in .md, the code blocks marked ```transcript are conversations, compared"
          + " with all that is replied; a * stands for anything on its line:",
      "  jason> restart apache",
      "  bot> On which host would you like to restart apache?",
      "So are the lines of a file that ends in .txt, up to an empty line.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley test conversations/*.yml",
      "  parley test docs/conversations.md",
      "  parley --home ~/ops test restart.yml --json report.json"
    })
final class TestCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the report there as JSON.")
  private @Nullable Path json;

  @Parameters(paramLabel = "FILES", arity = "1..*", description = "Files of conversation tests.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws InterruptedException {
    var tests = new ArrayList<ConversationTest>();
    for (Path file : files) {
      tests.addAll(read(file));
    }
    var report = run(tests);
    parley.around.out().print(report.text());
    parley.around.out().flush();
    if (json != null) {
      JsonFile.write(json, report.toJson());
    }
    return report.allPassed() ? 0 : Complaint.FAILED;
  }

  private TestReport run(List<ConversationTest> tests) throws InterruptedException {
    try (var rehearsal = parley.around.house().rehearsal(parley.places())) {
      return new TestRunner(rehearsal.stages(), rehearsal.catalog()).run(tests);
    }
  }

  private static List<ConversationTest> read(Path file) {
    try {
      return ConversationTestReader.read(file);
    } catch (InvalidTestException e) {
      throw Complaint.usage(String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      throw Complaint.usage(file + " is not UTF-8. Save it as UTF-8.");
    } catch (IOException e) {
      throw Complaint.usage(file + " cannot be read. Check its name and permissions.");
    }
  }
}
