package dev.parley.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of {@code docs/images/} anew, when asked for by hand: {@code ./mvnw verify
 * -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ScreenshotsIT
 * -Dparley.screenshots=true}.
 */
@EnabledIfSystemProperty(
    named = "parley.screenshots",
    matches = "true",
    disabledReason = "Pictures are taken by hand.")
class ScreenshotsIT {
  private static final Path IMAGES = TestHome.PROJECT.resolve("docs/images");

  @TempDir Path folder;

  @Test
  void takesThePicturesOfTheDocumentation() {
    var home = TestHome.demo(folder);
    try (var server = Server.start(home);
        var jason = Browser.open(home.run("", "login").output().strip());
        var maria = Browser.open(home.run("", "invite", "maria").output().strip())) {
      converse(jason, maria);
      jason.size(1280, 800).colours("light").screenshot(IMAGES.resolve("web-chat-light.png"));
      jason.colours("dark").screenshot(IMAGES.resolve("web-chat-dark.png"));
      jason.size(360, 740).colours("light");
      jason.reload();
      jason.ready().awaitSaid("restart_service service=nginx host=web-02");
      jason.screenshot(IMAGES.resolve("web-chat-phone.png"));
      server.kill();
    }
  }

  private static void converse(Browser jason, Browser maria) {
    jason.newSharedThread().say("how is memory on db-01?").awaitSaid("Mem");
    maria.ready().newPrivateThread().say("who am I?").awaitSaid("You are maria");
    jason.newSharedThread();
    jason.say("restart apache").awaitSaid("On which host would you like to restart apache?");
    maria.openThread("restart apache").awaitSaid("On which host");
    jason
        .press("web-01")
        .awaitSaid("Shall I go ahead?")
        .press("yes")
        .awaitSaid("has been restarted");
    maria.say("uptime of web-01").awaitSaid("load average");
    jason.awaitSaid("load average").say("restart nginx on web-02");
    jason.awaitSaid("restart_service service=nginx host=web-02");
  }
}
