package org.onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A Chromium without a window, one for the whole run of the tests, looking at one server after the other. The browser
 * and its driver are those the machine has; nothing is downloaded.
 */
final class Browser {

    static final String MISSING = "No Chromium with its chromedriver here (Debian: apt-get install chromium"
            + " chromium-driver), so the web page is not tried in a browser";

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/local/bin/chromedriver");

    /** Busy machines take their time; one that is quick does not wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String AXE = axe();

    private static @Nullable Browser shared;

    private final ChromeDriver driver;
    private String server = "";
    private boolean dark;

    private Browser() {
        var options = new ChromeOptions();
        options.setBinary(existing(BROWSERS));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en-GB");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(existing(DRIVERS)))
                .usingAnyFreePort()
                .withEnvironment(Map.of("TZ", "Europe/London"))
                .build();
        this.driver = new ChromeDriver(service, options);
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
    }

    /** The browser of this run, as somebody finds it who comes to this server for the first time. */
    static synchronized Browser at(String server) {
        if (shared == null) {
            shared = new Browser();
        }
        shared.server = server;
        shared.size(1280, 900);
        shared.dark(false);
        shared.driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite"), "origin", server));
        return shared;
    }

    /** Whether there is one; where ONRECORD_BROWSER says it is required, a missing one fails instead of being skipped. */
    static boolean isInstalled() {
        return "required".equals(System.getenv("ONRECORD_BROWSER"))
                || BROWSERS.stream().anyMatch(Browser::isThere)
                        && DRIVERS.stream().anyMatch(Browser::isThere);
    }

    private static boolean isThere(String program) {
        return Files.isExecutable(Path.of(program));
    }

    private static String existing(List<String> programs) {
        return programs.stream().filter(Browser::isThere).findFirst().orElseThrow();
    }

    void open(String path) {
        driver.get(server + path);
    }

    /** Path, query and fragment of what is shown. */
    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(server.length());
    }

    void back() {
        run("history.back()");
    }

    void forward() {
        run("history.forward()");
    }

    /** Cuts the browser off from every server, or lets it reach them again. */
    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Runs a script at the start of every page opened from now on. */
    void runInEveryPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Makes the next page fetch all its files again. */
    void forgetFiles() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** Lets what is downloaded land in a folder. */
    void downloadInto(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
    }

    /** What was last copied. */
    String clipboard() {
        return runLater("navigator.clipboard.readText().then(done, failed => done(String(failed)))");
    }

    /** Selects words of an article as a reader does with the mouse. */
    void select(String words) {
        boolean found = run("""
                const walker = document.createTreeWalker(document.querySelector('.body'), NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  const at = node.data.indexOf(arguments[0]);
                  if (at >= 0) {
                    getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length);
                    return true;
                  }
                }
                return false;
                """, words);
        assertThat(found).as("\"" + words + "\" to select").isTrue();
    }

    void reload() {
        driver.navigate().refresh();
    }

    /** The first element the selector finds, once there is one to see. */
    WebElement see(String selector) {
        return until(
                () -> driver.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null),
                "to see " + selector);
    }

    /** The first element with these words in it, once there is one to see. */
    WebElement see(String selector, String words) {
        return until(
                () -> all(selector, words).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null),
                "to see " + selector + " with \"" + words + "\"");
    }

    /** Asks the page once; to ask each element from here is a call for each. */
    private List<WebElement> all(String selector, String words) {
        return run(
                "return [...document.querySelectorAll(arguments[0])].filter(each => each.textContent.includes(arguments[1]))",
                selector,
                words);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The words of an element as they are in the page, whatever its style makes of them. */
    String text(WebElement element) {
        return Objects.requireNonNullElse(element.getDomProperty("textContent"), "");
    }

    void seeAddressWith(String part) {
        until(() -> address().contains(part) ? true : null, "the address to have " + part + ", which is " + address());
    }

    void click(String selector) {
        see(selector).click();
    }

    /** Clicks the element with these words, even if it is drawn anew meanwhile. */
    void click(String selector, String words) {
        until(
                () -> {
                    see(selector, words).click();
                    return true;
                },
                "to click " + selector + " with \"" + words + "\"");
    }

    /** Types where the focus is, even if it is drawn anew meanwhile: then nothing has been typed yet. */
    void type(CharSequence... keys) {
        until(
                () -> {
                    driver.switchTo().activeElement().sendKeys(keys);
                    return true;
                },
                "to type");
    }

    void focus(String selector) {
        run("document.querySelector(arguments[0]).focus()", selector);
    }

    void drag(WebElement within, double from, double to) {
        int width = within.getSize().width;
        new Actions(driver, Duration.ofMillis(20))
                .moveToElement(within, (int) (width * (from - 0.5)), 0)
                .clickAndHold()
                .moveToElement(within, (int) (width * (to - 0.5)), 0)
                .release()
                .perform();
    }

    void hover(WebElement element) {
        new Actions(driver, Duration.ofMillis(20)).moveToElement(element).perform();
    }

    @SuppressWarnings("unchecked")
    <T> T run(String script, Object... arguments) {
        return (T) driver.executeScript(script, arguments);
    }

    /** Runs a script that ends by calling {@code done} with its result; modules can be imported in it. */
    @SuppressWarnings("unchecked")
    <T> T runLater(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return (T) driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + script, arguments);
    }

    <T> T until(Supplier<T> condition, String what) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .withMessage("waited " + what)
                .until(any -> condition.get());
    }

    /** Says yes to the question the page asks. */
    void accept() {
        question().accept();
    }

    /** Says no to the question the page asks. */
    void refuse() {
        question().dismiss();
    }

    private Alert question() {
        return until(
                () -> {
                    try {
                        return driver.switchTo().alert();
                    } catch (NoAlertPresentException notYet) {
                        return null;
                    }
                },
                "for a question");
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        this.dark = dark;
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** What axe-core finds wrong, except for what it calls minor. In the dark only the colours are others. */
    List<String> barriers() {
        boolean there = run("return 'axe' in window");
        if (!there) {
            run(AXE);
        }
        List<Map<String, Object>> found = runLater("""
                axe.run(document, { resultTypes: ['violations'], ...(arguments[0] ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}) })
                  .then(result => done(result.violations
                    .filter(each => each.impact !== 'minor')
                    .map(each => ({ id: each.id, impact: each.impact,
                      where: each.nodes.slice(0, 3).map(node => node.target.join(' ') + ': ' + node.failureSummary).join('; ') }))));
                """, dark);
        return found.stream()
                .map(each -> each.get("impact") + " " + each.get("id") + " at " + each.get("where"))
                .toList();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Everything the browser complained of since it was last asked; answers that a test provokes are left out.
     *
     * @param provoked statuses of answers
     */
    List<String> complaints(int... provoked) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> Arrays.stream(provoked)
                        .noneMatch(status -> message.contains("responded with a status of " + status)))
                .toList();
    }

    void assertNoComplaints(int... provoked) {
        assertThat(complaints(provoked)).as("complaints of the browser").isEmpty();
    }

    void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }
}
