package dev.parley.cli;

import dev.parley.channel.terminal.Partner.UnreachableException;
import dev.parley.intent.NearNames;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the verb, runs it, and turns what goes wrong into one line. */
public final class Verbs {
  private final Surroundings around;
  private final CommandLine commandLine;

  public Verbs(Surroundings around) {
    this.around = around;
    commandLine =
        new CommandLine(new ParleyCommand(around))
            .addSubcommand(new ServeCommand())
            .addSubcommand(new ChatCommand())
            .addSubcommand(new SayCommand())
            .addSubcommand(new LoginCommand())
            .addSubcommand(new InviteCommand())
            .addSubcommand(new LogoutCommand())
            .addSubcommand(new TrustCommand())
            .addSubcommand(new TrainCommand())
            .addSubcommand(new EvaluateCommand())
            .addSubcommand(new ModelsCommand())
            .addSubcommand(new TestCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new NewCommand())
            .addSubcommand(new ImportCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new PermissionsCommand())
            .addSubcommand(new OtpCommand())
            .addSubcommand(new LinkCommand())
            .addSubcommand(new ReviewCommand())
            .addSubcommand(new ReloadCommand())
            .addSubcommand(new AuditCommand())
            .addSubcommand(new TokenCommand())
            .addSubcommand(new BackupCommand())
            .addSubcommand(new RestoreCommand())
            .setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8))
            .setUsageHelpAutoWidth(true)
            .setParameterExceptionHandler((problem, args) -> misused(problem))
            .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem));
  }

  /** Runs the verb that the arguments name and returns the exit status. */
  public int run(String... args) {
    try {
      return commandLine.execute(args);
    } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
      // picocli catches exceptions only
      return failed(e);
    }
  }

  private int misused(ParameterException problem) {
    var help = problem.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help";
    around.err().println(sentence(problem) + " See: " + help);
    return Complaint.USAGE;
  }

  private String sentence(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      var typed = unmatched.getUnmatched().get(0);
      boolean option = typed.startsWith("-");
      var name = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
      var near = NearNames.of(name, names(unmatched.getCommandLine(), option));
      return (option ? "Unknown option " : "Unknown verb or argument ")
          + name
          + "."
          + (near.isEmpty() ? "" : " Did you mean " + near.get(0) + "?");
    }
    var text = String.valueOf(problem.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    return text.endsWith(".") ? text : text + ".";
  }

  private static List<String> names(CommandLine command, boolean options) {
    if (!options) {
      return new ArrayList<>(command.getSubcommands().keySet());
    }
    return command.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .collect(Collectors.toList());
  }

  private int failed(Throwable problem) {
    if (problem instanceof Complaint complaint) {
      around.err().println(complaint.getMessage());
      return complaint.status();
    }
    if (problem instanceof UnreachableException) {
      around.err().println(problem.getMessage());
      return Complaint.FAILED;
    }
    around.err().println("This did not work: " + problem);
    if (around.environment().containsKey("PARLEY_DEBUG")) {
      problem.printStackTrace(around.err());
    }
    return Complaint.FAILED;
  }
}
