package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.AccountResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Accounts of chat platforms that are linked to whoever types. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a code. Typed as a message through an account of that platform, within 10 minutes, it"
          + " makes that account yours.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley link slack",
      "  parley link list",
      "  parley link remove slack:T012AB3CD-U045EF6GH"
    })
final class LinkCommand implements Callable<Integer> {
  private static final String PATH = "/api/v1/accounts";

  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Parameters(
      paramLabel = "PLATFORM",
      arity = "0..1",
      description = "Where the account is: slack, mattermost, xmpp, irc ….")
  private @Nullable String platform;

  @Override
  public Integer call() {
    if (platform == null) {
      throw new ParameterException(spec.commandLine(), "Say of which platform, e.g. slack.");
    }
    var code =
        api()
            .post(
                PATH + "/link-codes",
                Map.of("as", me(), "platform", platform),
                new TypeReference<AccountResource.Code>() {});
    parley.around.out().println(code.code());
    parley
        .around
        .err()
        .println(
            "Send that to the assistant through your "
                + platform
                + " account, within 10"
                + " minutes, and show it to nobody.");
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the accounts that you linked.")
  int list() {
    var links =
        api()
            .get(
                PATH + "?as=" + Api.encoded(me()),
                new TypeReference<List<AccountResource.LinkView>>() {});
    links.forEach(
        link ->
            parley
                .around
                .out()
                .println(link.platform() + ":" + link.id() + "  since " + link.linkedAt()));
    if (links.isEmpty()) {
      parley.around.err().println("You linked no account yet. Begin with: parley link slack");
    }
    return 0;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Unlinks an account; whoever speaks through it is a guest again.")
  int remove(
      @Parameters(paramLabel = "ACCOUNT", description = "As link list prints it.") String account) {
    int colon = account.indexOf(':');
    if (colon <= 0 || colon == account.length() - 1) {
      throw Complaint.usage(account + " is no account. Write it as link list prints it.");
    }
    var path =
        PATH
            + "/"
            + Api.encoded(account.substring(0, colon))
            + "/"
            + Api.encoded(account.substring(colon + 1));
    var removed = api().delete(path, new TypeReference<Map<String, Boolean>>() {});
    boolean had = removed.getOrDefault("removed", false);
    parley.around.out().println(account + (had ? " is unlinked." : " is linked to nobody."));
    return had ? 0 : Complaint.FAILED;
  }

  private Api api() {
    var places = parley.places();
    return parley.meeting().own(places, RunningServer.require(places));
  }

  private static String me() {
    return "os:" + System.getProperty("user.name");
  }
}
