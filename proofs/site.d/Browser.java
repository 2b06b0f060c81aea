import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Opens the pages of a site in headless Chromium and looks at them, narrow, dark and wide. */
final class Browser implements AutoCloseable {
  private static final int PHONE = 375;
  private static final int DESKTOP = 1280;
  private static final int TALLEST_SCREENSHOT = 3000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path site;
  private final Path screenshots;
  private final List<String> findings;
  private final HttpServer server;
  private final ChromeDriver driver;
  private final String pageChecks;
  private final Set<String> figures = new HashSet<>();

  Browser(Path site, Path screenshots, List<String> findings) throws IOException {
    this.site = site;
    this.screenshots = screenshots;
    this.findings = findings;
    pageChecks = Files.readString(Path.of("proofs/site.d/page.js"));
    ChromeOptions options = new ChromeOptions();
    // The sandbox needs a user that is not root, and /dev/shm is small in containers.
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
    options.setBinary(System.getProperty("chromium"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("chromedriver")))
                .build(),
            options);
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            site,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
  }

  @Override
  public void close() {
    driver.quit();
    server.stop(0);
  }

  void check(List<String> pages) throws IOException {
    for (String page : pages) {
      check(page);
    }
    checkSearch();
  }

  private void check(String page) throws IOException {
    boolean guide = !page.matches("(api|api-text|source)/.*");
    show(PHONE, "light");
    open(page);
    if (!page.startsWith("api/")) {
      report("width", page, "checks.width()");
    }
    report("contrast", page, "checks.contrast('light')");
    keep(page, "phone", guide);
    show(PHONE, "dark");
    report("contrast", page, "checks.contrast('dark')");
    keep(page, "dark", guide);
    show(DESKTOP, "light");
    if (!page.startsWith("api/")) {
      report("width", page, "checks.width()");
    }
    keep(page, "desktop", guide);
    for (WebElement figure : driver.findElements(By.cssSelector("main img[src$='.svg']"))) {
      figures.add(figure.getDomProperty("src"));
    }
    reportConsole(page);
    checkFigures();
  }

  private void checkFigures() {
    for (String url : figures) {
      String figure = url.substring(address("").length());
      driver.get(url);
      report("figure", figure, "checks.figure()");
      reportConsole(figure);
    }
    figures.clear();
  }

  /** Types into the search field of the Javadoc as a reader does, and takes the first hit. */
  private void checkSearch() {
    show(DESKTOP, "light");
    open("api/index.html");
    try {
      WebElement field = driver.findElement(By.id("search-input"));
      waiting().until(d -> field.isEnabled());
      field.sendKeys("elapsedNanos");
      waiting()
          .until(
              d -> answers().anyMatch(text -> text.matches("(?s).*(elapsedNanos|No results).*")));
      if (answers().noneMatch(text -> text.contains("elapsedNanos"))) {
        findings.add("search api/index.html: finds nothing for elapsedNanos");
        return;
      }
      field.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
      waiting().until(d -> d.getCurrentUrl().contains("#elapsedNanos("));
      if (driver.findElements(By.id("elapsedNanos()")).isEmpty()) {
        findings.add("search api/index.html: " + driver.getCurrentUrl() + " has no elapsedNanos()");
      }
    } catch (TimeoutException e) {
      findings.add("search api/index.html: gives no answer to elapsedNanos");
    }
    reportConsole("api/index.html");
  }

  private WebDriverWait waiting() {
    return new WebDriverWait(driver, PATIENCE);
  }

  private Stream<String> answers() {
    return driver.findElements(By.cssSelector("ul.ui-autocomplete li")).stream()
        .map(WebElement::getText);
  }

  private String address(String page) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page;
  }

  private void open(String page) {
    driver.get(address(page));
  }

  private void show(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width == PHONE));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private void report(String kind, String page, String check) {
    for (Object finding : (List<?>) driver.executeScript(pageChecks + "\nreturn " + check + ";")) {
      findings.add(kind + " " + page + ": " + finding);
    }
  }

  private void reportConsole(String page) {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        findings.add("console " + page + ": " + entry.getMessage());
      }
    }
  }

  private void keep(String page, String view, boolean wanted) throws IOException {
    if (!wanted && !page.matches(".*/(MonotonicClock|clock-api)\\.html")) {
      return;
    }
    long height = (Long) driver.executeScript("return document.documentElement.scrollHeight");
    long width = (Long) driver.executeScript("return document.documentElement.clientWidth");
    Map<String, Object> clip =
        Map.of(
            "x",
            0,
            "y",
            0,
            "width",
            width,
            "height",
            Math.min(height, TALLEST_SCREENSHOT),
            "scale",
            1);
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    String name = page.replaceFirst("\\.html$", "").replace('/', '.') + "." + view + ".png";
    Files.createDirectories(screenshots);
    Files.write(screenshots.resolve(name), Base64.getDecoder().decode((String) shot.get("data")));
  }
}
