package dev.yiwen.browser;

import static java.nio.file.Files.createDirectories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium on the running application: {@code @RegisterExtension static final Browser browser = new Browser();}. Each
 * {@link #person} has cookies and storage of their own. A test fails when a page had an error that its script did not
 * handle. Screenshots go to {@code target/screenshots}; some of them are the README's.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** What somebody looks at. */
    public enum Screen {
        DESKTOP(1280, 800, false, ColorScheme.LIGHT),
        DESKTOP_DARK(1280, 800, false, ColorScheme.DARK),
        PHONE(390, 844, true, ColorScheme.LIGHT),
        PHONE_DARK(390, 844, true, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final boolean touch;
        private final ColorScheme colours;

        Screen(int width, int height, boolean touch, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.touch = touch;
            this.colours = colours;
        }
    }

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** The machine may be busy with other tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> pageErrors = new ArrayList<>();
    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.program())
                        .setArgs(List.of(
                                // Tests also run as root in containers, where Chromium's sandbox cannot.
                                "--no-sandbox",
                                // A microphone that beeps, for whoever is allowed to use one.
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.forEach(BrowserContext::close);
        people.clear();
        var errors = List.copyOf(pageErrors);
        pageErrors.clear();
        if (!errors.isEmpty()) {
            throw new AssertionError("Errors in pages: " + errors);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        chromium.close();
        playwright.close();
    }

    /** Somebody new, with a page that shows nothing yet; {@code page.navigate("/chat")} takes addresses of the application. */
    public Page person(Screen screen) {
        awaitReady();
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address())
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen.touch)
                .setIsMobile(screen.touch)
                .setColorScheme(screen.colours)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.onPage(page -> page.onPageError(pageErrors::add));
        people.add(context);
        return context.newPage();
    }

    /** Somebody of staff, signed in. */
    public Page staff(Screen screen, String login, String password) {
        var page = person(screen);
        page.navigate("/login");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** Saves what the page shows as {@code target/screenshots/NAME.png}; not where nobody looks (the variable CI is set). */
    public void picture(Page page, String name) {
        if (System.getenv("CI") != null) {
            return;
        }
        try {
            createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static String address() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** The starter knowledge is imported after the first start, and takes some seconds. */
    private static void awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
            var ready = (HttpURLConnection)
                    URI.create(address() + "/q/health/ready").toURL().openConnection();
            return ready.getResponseCode() == HttpURLConnection.HTTP_OK;
        });
    }
}
