package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.intent.NearNames;
import dev.parley.web.Scope;
import dev.parley.web.TokenResource;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tokens of programs and people, on the server that owns the data folder. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and revokes tokens: for programs, and for people with --url.",
      "A token is shown once, when it is made, and kept nowhere.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley token create laptop --scope chat --person maria",
      "  parley token create bridge --scope speak-for --expires 365d",
      "  parley token list",
      "  parley token revoke laptop"
    })
final class TokenCommand implements Runnable {
  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: create NAME, list, or revoke NAME.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints it, this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "What to call it, e.g. laptop.") String name,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              required = true,
              description =
                  "chat (talk as one person), speak-for (talk for whoever it names), read (the"
                      + " record and metrics), admin (everything).")
          String scope,
      @Option(
              names = "--person",
              paramLabel = "NAME",
              description = "Who speaks with it, as permissions.yml names them.")
          @Nullable String person,
      @Option(
              names = "--expires",
              paramLabel = "AGE",
              defaultValue = "90d",
              description = "How long it lasts, in days (${DEFAULT-VALUE}).")
          String expires) {
    if (Scope.byLabel(scope).isEmpty()) {
      throw Complaint.usage(
          "--scope "
              + scope
              + " is none. "
              + NearNames.didYouMean(
                  scope, Scope.labels(), "There are " + String.join(", ", Scope.labels()) + "."));
    }
    var days = DAYS.matcher(expires);
    if (!days.matches()) {
      throw Complaint.usage("--expires " + expires + " is no number of days. Write 90d.");
    }
    var wish = new HashMap<String, Object>();
    wish.put("name", name);
    wish.put("scope", scope);
    wish.put("person", person);
    wish.put("days", Integer.parseInt(days.group(1)));
    var made =
        server().post("/api/v1/tokens", wish, new TypeReference<TokenResource.MadeView>() {});
    parley.around.out().println(made.secret());
    parley
        .around
        .err()
        .println(
            "Note it now: it is shown this once. It expires " + made.token().expiresAt() + ".");
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the tokens: name, scope, person, when each expires and was last used.")
  int list() {
    var tokens =
        server().get("/api/v1/tokens", new TypeReference<List<TokenResource.TokenView>>() {});
    for (var token : tokens) {
      parley
          .around
          .out()
          .printf(
              "%-24s %-10s %-16s expires %s  last used %s%n",
              token.name(),
              token.scope(),
              token.person() == null ? "-" : token.person(),
              token.expiresAt(),
              token.usedAt() == null ? "never" : token.usedAt());
    }
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Makes a token worthless at once.")
  int revoke(@Parameters(paramLabel = "NAME", description = "Which one.") String name) {
    server().delete("/api/v1/tokens/" + Api.encoded(name));
    parley.around.out().println("Revoked " + name + ".");
    return 0;
  }

  private Api server() {
    var places = parley.places();
    return parley.meeting().own(places, RunningServer.require(places));
  }
}
