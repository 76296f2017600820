package dev.parley.endtoend;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * One person's Chromium with the web chat in it. Two of them know nothing of each other, so they
 * can be two people.
 */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Where there is no Chromium, fails in CI and skips elsewhere. */
  static void require() {
    if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
      var reason = "Chromium is not there; install Debian's chromium and chromium-driver.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
  }

  /** Starts a browser that knows nobody, and opens an address in it. */
  static Browser open(String address) {
    require();
    var logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,800");
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    var browser = new Browser(new ChromeDriver(service, options));
    browser.go(address);
    return browser;
  }

  ChromeDriver driver() {
    return driver;
  }

  void go(String address) {
    driver.get(address);
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** What stands in the address bar behind the host. */
  String place() {
    return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "");
  }

  @Override
  public void close() {
    driver.quit();
  }

  // ---- the chat

  /** Waits until the chat is connected. */
  Browser ready() {
    Eventually.until(
        "the chat is connected and not: " + words("body"),
        () -> words("#connection").equals("Connected") && !words("#title").isEmpty());
    return this;
  }

  /** Begins a thread that everybody sees. */
  Browser newSharedThread() {
    return newThread("new-team");
  }

  /** Begins a thread of one's own. */
  Browser newPrivateThread() {
    return newThread("new-mine");
  }

  private Browser newThread(String button) {
    ready();
    var before = place();
    driver.findElement(By.id(button)).click();
    Eventually.until("a new thread is open", () -> !place().equals(before));
    return this;
  }

  /** Opens the thread of this title from the list. */
  Browser openThread(String title) {
    var link = By.xpath("//nav//a[span[@class='thread-title' and .=" + quoted(title) + "]]");
    click(link, "the thread " + title);
    Eventually.until("the thread " + title + " is open", () -> words("#title").equals(title));
    return this;
  }

  /** The titles of the threads in the list. */
  List<String> threads() {
    return texts(".thread-title");
  }

  /** Types a message and presses Enter. */
  Browser say(String text) {
    driver.findElement(By.id("text")).sendKeys(text, Keys.ENTER);
    return this;
  }

  /** Presses the last button with this text that can be pressed. */
  Browser press(String button) {
    var enabled =
        By.xpath("(//button[normalize-space()=" + quoted(button) + " and not(@disabled)])[last()]");
    click(enabled, "the button " + button);
    return this;
  }

  private void click(By what, String name) {
    Eventually.until(
        name + " can be pressed; the page says: " + words("body"),
        () -> {
          try {
            driver.findElement(what).click();
            return true;
          } catch (NoSuchElementException | StaleElementReferenceException e) {
            return false;
          }
        });
  }

  /** The texts of the buttons that can be pressed among the answers to this person. */
  List<String> choices() {
    return texts(".entry .choices button:not(:disabled)");
  }

  /** Waits until these words stand in the open thread. */
  Browser awaitSaid(String words) {
    return awaitIn("#messages", words);
  }

  /** Waits until these words stand in the panel of what runs and waits. */
  Browser awaitPanel(String words) {
    return awaitIn("#panel", words);
  }

  /** Waits until these words stand somewhere on the page. */
  Browser awaitWords(String words) {
    return awaitIn("body", words);
  }

  private Browser awaitIn(String where, String words) {
    try {
      Eventually.until(words, () -> words(where).contains(words));
    } catch (AssertionError e) {
      throw new AssertionError("«" + words + "» does not come. There is:\n" + words("body"), e);
    }
    return this;
  }

  /** All that was said in the open thread, one element a message, author and time included. */
  List<String> messages() {
    return texts("#messages > li");
  }

  /** What is shown there; empty where there is nothing of the kind. */
  String words(String selector) {
    var words = run("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
    return String.valueOf(words);
  }

  private List<String> texts(String selector) {
    var texts = new ArrayList<String>();
    var found =
        (List<?>)
            run(
                "return Array.from(document.querySelectorAll(arguments[0]), e => e.innerText)",
                selector);
    found.forEach(text -> texts.add(String.valueOf(text)));
    return texts;
  }

  // ---- keyboard and window

  /** Presses keys wherever the focus is. */
  Browser keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** The text of what has the focus. */
  String focused() {
    WebElement element = driver.switchTo().activeElement();
    return element.getText().isEmpty() ? element.getDomAttribute("id") : element.getText();
  }

  /** A window as large as so many pixels of the page. */
  Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.manage().window().setSize(new Dimension(Math.max(500, width), height));
    return this;
  }

  /** As the person's system prefers it: {@code light} or {@code dark}. */
  Browser colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  void screenshot(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- what the browser noticed

  /** Every origin that the page asked for anything since the last call, sockets included. */
  Set<String> origins() {
    var origins = new TreeSet<String>();
    for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      var message = json(entry.getMessage()).path("message");
      var url =
          switch (message.path("method").asText()) {
            case "Network.requestWillBeSent" -> message.at("/params/request/url").asText();
            case "Network.webSocketCreated" -> message.at("/params/url").asText();
            default -> "";
          };
      if (!url.isEmpty()) {
        var address = URI.create(url);
        origins.add(address.getScheme() + "://" + address.getAuthority());
      }
    }
    return origins;
  }

  /** What the console complains of since the last call: errors, and what a policy forbade. */
  List<String> complaints() {
    var complaints = new ArrayList<String>();
    for (var entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getMessage());
      }
    }
    return complaints;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as XPath has it. */
  private static String quoted(String text) {
    if (text.contains("'")) {
      throw new IllegalArgumentException("A text with an apostrophe cannot be looked for: " + text);
    }
    return "'" + text + "'";
  }
}
