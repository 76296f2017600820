package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.OneTimePasswordResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One-time passwords of whoever types, and of others for who runs the assistant. */
@Command(
    name = "otp",
    mixinStandardHelpOptions = true,
    description = {
      "One-time passwords, which permissions.yml may ask for after a yes (otp: true).",
      ""
    },
    footer = {"", "Examples:", "  parley otp enrol", "  parley otp remove maria"})
final class OtpCommand implements Runnable {
  private static final String PATH = "/api/v1/one-time-passwords";

  @ParentCommand private ParleyCommand parley = Unset.value();
  @Spec private CommandSpec spec = Unset.value();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: enrol, or remove NAME.");
  }

  @Command(
      name = "enrol",
      mixinStandardHelpOptions = true,
      description = {
        "Gives you one-time passwords: shows a code for your authenticator app, and recovery codes"
            + " for the day it is lost, and asks for a first code.",
        ""
      })
  int enrol() {
    var api = api();
    var wish = new HashMap<String, String>();
    wish.put("as", me());
    if (api.get(
            PATH + "?as=" + Api.encoded(me()),
            new TypeReference<OneTimePasswordResource.Status>() {})
        .enrolled()) {
      wish.put("code", asked("A code of the app that you have now, or a recovery code: "));
    }
    var fresh = api.post(PATH, wish, new TypeReference<OneTimePasswordResource.Fresh>() {});
    show(fresh);
    wish.put("code", asked("The six digits that it shows now: "));
    var status =
        api.post(
            PATH + "/confirmation", wish, new TypeReference<OneTimePasswordResource.Status>() {});
    if (!status.enrolled()) {
      throw Complaint.failed(
          "That was not the code, so you have no one-time passwords. Look at the clock of your"
              + " phone, and try again: parley otp enrol");
    }
    parley.around.out().println("Done. From now on I ask for a code where a rule wants one.");
    return 0;
  }

  private void show(OneTimePasswordResource.Fresh fresh) {
    var out = parley.around.out();
    out.println("Scan this with your authenticator app:");
    out.println(QrText.of(fresh.uri()));
    out.println("or type it in: " + fresh.secret());
    out.println(fresh.uri());
    out.println();
    out.println("Recovery codes, each good once. Keep them where your phone is not:");
    fresh.recovery().forEach(code -> out.println("  " + code));
    out.println();
  }

  private String asked(String question) {
    parley.around.out().print(question);
    parley.around.out().flush();
    try {
      var line = parley.around.in().readLine();
      if (line == null || line.isBlank()) {
        throw Complaint.failed("Nothing was typed, so nothing is changed.");
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description =
          "Takes somebody's one-time passwords away, because phone and recovery codes are lost.")
  int remove(
      @Parameters(paramLabel = "NAME", description = "The person, as permissions.yml names them.")
          String name) {
    var removed =
        api().delete(PATH + "/" + Api.encoded(name), new TypeReference<Map<String, Boolean>>() {});
    boolean had = removed.getOrDefault("removed", false);
    parley
        .around
        .out()
        .println(name + (had ? " has no one-time passwords any more." : " had none."));
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
