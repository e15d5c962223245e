package io.musubi.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real browser without a window. Where Chromium and its driver are not installed, {@link #open} ends the test as
 * skipped. It remembers every complaint of the page (errors of scripts, what the Content-Security-Policy stopped) and
 * every host that was asked.
 */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern ASKED =
            Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");

    /** It warns of a protocol version that nothing here needs; kept, since loggers are forgotten otherwise. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;
    private final Path downloads;

    /** What a browser looks like to its user. */
    public record Look(String language, boolean dark, int width, int height, boolean phone) {
        /** A desk, in light colours. */
        public static Look desktop(String language) {
            return new Look(language, false, 1280, 900, false);
        }

        /** A phone, in light colours. */
        public static Look phone(String language) {
            return new Look(language, false, 390, 844, true);
        }

        /** The same in dark colours. */
        public Look inTheDark() {
            return new Look(language, true, width, height, phone);
        }
    }

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /**
     * Opens a browser.
     *
     * @param folder for what is downloaded
     */
    public static Browser open(Look look, Path folder) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "No " + CHROMIUM + " and " + DRIVER);
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(DRIVER.toString()))
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options(look, downloads)), downloads);
        browser.dress(look);
        return browser;
    }

    private static ChromeOptions options(Look look, Path downloads) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--no-default-browser-check",
                "--hide-scrollbars",
                "--accept-lang=" + look.language(),
                "--window-size=" + look.width() + "," + look.height());
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        logs.enable("performance", Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private void dress(Look look) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", look.width(),
                        "height", look.height(),
                        "deviceScaleFactor", look.phone() ? 2 : 1,
                        "mobile", look.phone()));
    }

    /** Opens a page. */
    public Browser go(URI address) {
        driver.get(address.toString());
        return this;
    }

    /** The address of the page. */
    public URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** The element that a CSS selector finds first, once it is there and can be seen. */
    public WebElement find(String selector) {
        return until(
                () -> "nothing to see at " + selector,
                () -> all(selector).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** All elements of a selector, as they are now. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until the text of an element contains {@code words}, and gives all of it. */
    public String text(String selector, String words) {
        return until(
                () -> "at " + selector + " there is no '" + words + "' but '"
                        + String.join(
                                " | ",
                                all(selector).stream().map(WebElement::getText).toList()) + "'",
                () -> all(selector).stream()
                        .map(WebElement::getText)
                        .filter(text -> text.contains(words))
                        .findFirst()
                        .orElse(null));
    }

    /** Runs a script in the page. */
    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Types where the focus is. */
    public void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** The bytes of a download, once it is complete. */
    public byte[] downloaded(String name) throws IOException {
        Path file = downloads.resolve(name);
        until(() -> "no download " + name, () -> Files.exists(file) ? file : null);
        return Files.readAllBytes(file);
    }

    private <T> T until(Supplier<String> otherwise, Supplier<@Nullable T> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                T found = condition.get();
                if (found != null) {
                    return found;
                }
                Thread.sleep(50);
            } catch (StaleElementReferenceException e) {
                // The page has changed meanwhile: look again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
        throw new AssertionError(driver.getCurrentUrl() + ": " + otherwise.get());
    }

    /** What the page complained of since this was last asked: failed scripts, what its policy stopped. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get("browser")) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()
                    || entry.getMessage().contains("Content Security Policy")) {
                complaints.add(entry.getMessage());
            }
        }
        return complaints;
    }

    /** Every address that was asked for since this was last asked; of Chromium's own none. */
    public List<URI> asked() {
        Stream<MatchResult> requests = driver.manage().logs().get("performance").getAll().stream()
                .map(LogEntry::getMessage)
                .flatMap(message -> ASKED.matcher(message).results());
        return requests.map(found -> URI.create(found.group(1).replace("\\u0026", "&")))
                .filter(it -> it.getScheme().startsWith("http"))
                .toList();
    }

    /** A picture of the whole page, as PNG. */
    public void picture(Path file) throws IOException {
        Map<String, Object> how = new HashMap<>();
        how.put("format", "png");
        how.put("captureBeyondViewport", true);
        Object data = driver.executeCdpCommand("Page.captureScreenshot", how).get("data");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
