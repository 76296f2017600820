package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people in two browsers, and a host of the demo that really reboots, or does not. */
class SecondPersonIT {
  @TempDir static Path folder;
  private static TestHome home;
  private static Server server;
  private Browser jason;
  private Browser maria;

  @BeforeAll
  static void serve() {
    Browser.require();
    home = TestHome.demo(folder);
    server = Server.start(home);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    jason = Browser.open(home.run("", "login").output().strip()).ready();
    maria = Browser.open(home.run("", "invite", "maria").output().strip()).ready();
  }

  @AfterEach
  void close() {
    if (jason != null) {
      jason.close();
    }
    if (maria != null) {
      maria.close();
    }
  }

  @Test
  void aHostRebootsOnceItsNameWasTypedAndASecondPersonApproved() {
    jason.newSharedThread().say("please reboot web-03");
    jason.awaitSaid("type the name of the target: web-03").awaitSaid("apache, nginx, sshd");
    assertThat(jason.choices()).containsExactly("no");
    jason.say("yes").awaitSaid("typed exactly");
    jason.say("web-03").awaitSaid("This needs a second person: I'm waiting for maria");

    jason.say("approve").awaitSaid("You asked for it yourself");
    maria.awaitPanel("reboot_host host=web-03").press("Approve");
    jason.awaitSaid("maria has approved it");
    jason.awaitSaid("web-03 has been rebooted and is back").awaitPanel("Nothing is running");
    assertThat(jason.messages().toString()).containsOnlyOnce("web-03 has been rebooted");
  }

  @Test
  void nothingRebootsAfterTheSecondPersonRejectedIt() {
    jason.newPrivateThread().say("reboot web-02").awaitSaid("type the name of the target");
    jason.say("web-02").awaitSaid("This needs a second person");
    maria.awaitPanel("reboot_host host=web-02").press("Reject");
    jason.awaitSaid("maria has rejected it, so nothing was done");
    jason.say("web-02").say("status of nginx on web-02").awaitSaid("active (running)");
  }
}
