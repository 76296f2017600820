package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The web chat as people have it: the packaged program, its demo fleet, and Chromium. */
class WebChatIT {
  @TempDir static Path folder;
  private static TestHome home;
  private static Server server;
  private final List<Browser> browsers = new ArrayList<>();

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

  @AfterEach
  void closeBrowsers() {
    browsers.forEach(Browser::close);
  }

  // ---- the conversation

  @Test
  void holdsTheFirstConversationByButtons() {
    var jason = jason().newSharedThread();
    jason.say("restart apache").awaitSaid("On which host would you like to restart apache?");
    assertThat(jason.choices()).contains("web-01", "web-02");
    jason.press("web-01").awaitSaid("restart_service service=apache host=web-01");
    assertThat(jason.choices()).containsExactly("yes", "no");
    jason.press("yes").awaitSaid("The apache service has been restarted on host web-01");
    assertThat(jason.messages().toString()).contains("Restarting apache service on host web-01");
    assertThat(jason.choices()).isEmpty();
    jason.awaitPanel("Nothing is running");

    var before = jason.messages();
    jason.reload();
    jason.ready().awaitSaid("has been restarted");
    assertThat(jason.messages()).isEqualTo(before);
    assertThat(jason.choices()).isEmpty();
    assertThat(jason.complaints()).isEmpty();
  }

  @Test
  void twoPeopleShareAThreadAndEachHasADialogueOfTheirOwn() {
    var title = "restart nginx " + UUID.randomUUID().toString().substring(0, 4);
    var jason = jason().newSharedThread();
    jason.say("restart_service service=nginx").awaitSaid("On which host");
    assertThat(title).isNotEmpty();

    var maria = browser(invited("maria")).ready();
    maria.openThread("restart_service service=nginx").awaitSaid("On which host");
    assertThat(maria.messages().get(0)).contains("jason").doesNotContain("(you)");
    assertThat(maria.choices()).isEmpty();
    maria.say("yes").awaitSaid("There is nothing waiting for an answer.");
    maria.say("who am I?").awaitSaid("You are maria");

    jason.awaitSaid("You are maria");
    assertThat(jason.messages().toString()).contains("to maria").contains("who am I?");
    jason.press("web-02").awaitSaid("restart_service service=nginx host=web-02");
    maria.awaitSaid("restart_service service=nginx host=web-02");
    assertThat(maria.choices()).isEmpty();
    maria.say("yes");
    jason.press("no").awaitSaid("Nothing was done.");
  }

  @Test
  void aPrivateThreadIsSeenByItsPersonInEachBrowserAndByNobodyElse() {
    var jason = jason().newPrivateThread();
    jason.say("list_services host=cache-01").awaitSaid("memcached");
    var place = jason.place();
    assertThat(place).startsWith("/#mine/");

    var elsewhere = jason();
    assertThat(elsewhere.threads()).contains("list_services host=cache-01");
    elsewhere.openThread("list_services host=cache-01").awaitSaid("memcached");

    var maria = browser(invited("maria")).ready();
    assertThat(maria.threads()).doesNotContain("list_services host=cache-01");
    maria.go(server.address() + place);
    maria.ready().awaitWords("What shall be done?");
    assertThat(maria.messages()).isEmpty();
    assertThat(maria.words("body")).doesNotContain("memcached");
  }

  // ---- a bad line

  @Test
  void whatIsSentAgainAfterALostAnswerIsDoneOnce() {
    try (var line = Line.to(server.address())) {
      var jason = browser(through(line, link("login"))).ready().newSharedThread();
      jason.say("restart_service service=apache host=web-03").awaitSaid("Shall I go ahead?");
      var place = jason.place();

      line.loseAnswers();
      jason.press("yes");
      jason.awaitWords("sending …");
      var witness = jason();
      witness.go(server.address() + place);
      witness.ready().awaitSaid("has been restarted on host web-03");

      line.mend();
      jason.awaitSaid("has been restarted on host web-03").ready();
      assertThat(jason.words("#pending")).isEmpty();
      assertThat(jason.messages().toString()).containsOnlyOnce("has been restarted on host web-03");
      assertThat(jason.messages().toString()).containsOnlyOnce("Restarting apache service");
      assertThat(witness.messages()).isEqualTo(jason.messages());
    }
  }

  @Test
  void whatIsSaidWithoutALineIsKeptShownAndDeliveredLater() {
    try (var line = Line.to(server.address())) {
      var jason = browser(through(line, link("login"))).ready().newSharedThread();
      jason.say("hello").awaitSaid("Hello jason");
      line.cut();
      jason.awaitWords("Offline: trying again");
      jason.say("who am I?").awaitWords("not delivered yet: retrying");
      line.mend();
      jason.awaitSaid("You are jason").ready();
      assertThat(jason.words("#pending")).isEmpty();
    }
  }

  // ---- the way in

  @Test
  void aLoginLinkServesOnceAndLeavesNoTraceInTheAddress() {
    var link = link("login");
    var jason = browser(link).ready();
    assertThat(jason.driver().getCurrentUrl()).doesNotContain("login");
    assertThat(jason.run("return document.cookie")).isEqualTo("");
    var cookie = jason.driver().manage().getCookieNamed("parley-session");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");

    var second = browser(link);
    second.awaitWords("This link no longer works").awaitWords("./parley login");
    assertThat(second.words("#connection")).isEmpty();
    assertThat(second.driver().manage().getCookies()).isEmpty();
  }

  @Test
  void whoeverIsNotLoggedInIsToldHow() {
    browser(server.address() + "/")
        .awaitWords("You are not logged in here")
        .awaitWords("./parley login");
  }

  @Test
  void aRevokedSessionsPageIsClosed() {
    var maria = browser(invited("maria")).ready();
    var ended = home.run("", "logout", "maria");
    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("session").contains("maria");
    maria.awaitWords("Your session is over").awaitWords("./parley login");
    maria.reload();
    maria.awaitWords("You are not logged in here");
  }

  @Test
  void logsOutByAButton() {
    var jason = jason().press("Log out").awaitWords("You are logged out");
    jason.reload();
    jason.awaitWords("You are not logged in here");
  }

  @Test
  void onlyPeopleWhoAreNamedAreInvited() {
    var refused = home.run("", "invite", "mario");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.output()).contains("nobody called mario", "Did you mean maria?");
  }

  // ---- what it never does

  @Test
  void whateverIsSaidStaysText() {
    var jason = jason().newSharedThread();
    var markup = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=2</script>";
    jason.say(markup).awaitSaid("so I did nothing");
    assertThat(jason.messages().get(0)).contains(markup);
    jason.say("javascript:alert(1) &lt;b&gt;bold&lt;/b&gt;").awaitSaid("&lt;b&gt;");
    assertThat(jason.run("return window.hacked ?? null")).isNull();
    assertThat(
            jason.run(
                "return document.querySelectorAll('#messages :is(script, b b, img:not(.avatar))').length"))
        .isEqualTo(0L);
    assertThat(jason.complaints()).isEmpty();
  }

  @Test
  void asksNobodyButItsOwnServer() {
    var jason = jason().newSharedThread();
    jason.say("help").awaitSaid("This is what I can do for you");
    var own = server.address().getAuthority();
    assertThat(jason.origins()).containsExactlyInAnyOrder("http://" + own, "ws://" + own);
  }

  @Test
  void theBrowserRunsNothingThatIsWrittenIntoThePage() {
    var jason = jason();
    jason.run(
        "const s = document.createElement('script');"
            + " try { s.textContent = 'window.hacked = 3'; } catch { }"
            + " document.body.append(s);"
            + " try { document.body.insertAdjacentHTML('beforeend',"
            + " '<img src=x onerror=\"window.hacked=4\">'); } catch { }");
    assertThat(jason.run("return window.hacked ?? null")).isNull();
    assertThat(jason.complaints()).isNotEmpty();
  }

  // ---- for everybody

  @Test
  void everythingCanBeDoneByKeyboard() {
    var jason = jason().newSharedThread();
    assertThat(jason.focused()).isEqualTo("text");
    jason.keys("list services");
    jason.keys(Keys.chord(Keys.SHIFT, Keys.ENTER));
    assertThat(jason.messages()).isEmpty();
    jason.keys(Keys.BACK_SPACE, Keys.ENTER).awaitSaid("Which host's services");
    tabTo(jason, "web-02", true);
    jason.keys(Keys.ENTER).awaitSaid("nginx");
    assertThat(jason.focused()).isEqualTo("text");
    tabTo(jason, "New private thread", true);
    jason.keys(Keys.SPACE);
    assertThat(jason.place()).startsWith("/#mine/");
    assertThat(jason.focused()).isEqualTo("text");
  }

  /** Goes backwards or forwards until the focus is there, which has to be visible on the way. */
  private static void tabTo(Browser browser, String name, boolean backwards) {
    for (int i = 0; i < 60 && !name.equals(browser.focused()); i++) {
      browser.keys(backwards ? Keys.chord(Keys.SHIFT, Keys.TAB) : Keys.TAB);
      // Between the last and the first control the browser stands on the page itself.
      assertThat(
              browser.run(
                  "const at = document.activeElement;"
                      + " return at === document.body ? 'page' : getComputedStyle(at).outlineStyle"))
          .as(browser.focused())
          .isNotEqualTo("none");
    }
    assertThat(browser.focused()).isEqualTo(name);
  }

  @Test
  void fitsAPhone() {
    var jason = jason().newSharedThread();
    jason.size(360, 740);
    jason.say("restart_service service=apache host=web-01").awaitSaid("Shall I go ahead?");
    jason.press("no").awaitSaid("Nothing was done.");
    jason.say("help").awaitSaid("what it does");
    jason.say("x".repeat(200)).awaitSaid("x".repeat(200));
    assertThat(overflow(jason)).isZero();
    assertThat(
            jason.run(
                "return document.getElementById('send').getBoundingClientRect().right <= 360"))
        .isEqualTo(true);
    jason.run("document.getElementById('menu').click()");
    jason.awaitWords("New private thread");
    assertThat(overflow(jason)).isZero();
    jason.keys(Keys.ESCAPE);
    assertThat(jason.run("return document.getElementById('menu').ariaExpanded")).isEqualTo("false");
  }

  private static long overflow(Browser browser) {
    return (Long)
        browser.run(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Test
  void isDarkWhereThatIsPreferred() {
    var jason = jason();
    jason.colours("light");
    long light = brightness(jason);
    jason.colours("dark");
    assertThat(light).isGreaterThan(600);
    assertThat(brightness(jason)).isLessThan(150);
  }

  private static long brightness(Browser browser) {
    return (Long)
        browser.run(
            "return getComputedStyle(document.querySelector('.talk')).backgroundColor"
                + ".match(/\\d+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0)");
  }

  @Test
  void saysToScreenReadersWhatEverythingIs() {
    var jason = jason().newSharedThread();
    jason.say("restart apache").awaitSaid("On which host");
    var nameless =
        jason.run(
            "return Array.from(document.querySelectorAll('button, a, textarea, summary, nav, ol'))"
                + ".filter(e => e.getClientRects().length)"
                + ".filter(e => !(e.ariaLabel || e.innerText.trim() || e.labels?.length"
                + " || e.getAttribute('aria-labelledby')))"
                + ".map(e => e.outerHTML)");
    assertThat((List<?>) nameless).isEmpty();
    assertThat(jason.run("return document.getElementById('messages').getAttribute('aria-live')"))
        .isEqualTo("polite");
    assertThat(jason.run("return document.documentElement.lang")).isEqualTo("en");
  }

  // ---- helping hands

  private Browser browser(String address) {
    var browser = Browser.open(address);
    browsers.add(browser);
    return browser;
  }

  private Browser jason() {
    return browser(link("login")).ready();
  }

  private static String invited(String name) {
    return link("invite", name);
  }

  private static String link(String... verb) {
    var printed = home.run("", verb);
    assertThat(printed.status()).as(printed.output()).isZero();
    assertThat(printed.output().strip()).startsWith(server.address() + "/#login=");
    return printed.output().strip();
  }

  private static String through(Line line, String link) {
    return line.address() + link.substring(link.indexOf("/#"));
  }
}
