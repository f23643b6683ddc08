package dev.yiwen.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.yiwen.NpmPackages;
import dev.yiwen.NpmPackages.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The mini-program's types, and its own tests ({@code src/test/miniprogram}) on the platform's simulator of components; and the
 * screens that these draw, in a browser.
 */
class MiniprogramTest {
    private static final Path SOURCE = Path.of("src/main/miniprogram").toAbsolutePath();
    private static final Path SCREENS =
            Path.of("target/miniprogram/screens/index.html").toAbsolutePath();
    /** Of a page; a screen of a phone is none. */
    private static final List<String> OF_PAGES =
            List.of("region", "page-has-heading-one", "landmark-one-main", "document-title");

    private static Ended ended;

    @BeforeAll
    static void its_own_tests_run() throws IOException, InterruptedException {
        var packages =
                new NpmPackages(SOURCE, Path.of("target/miniprogram-tools").toAbsolutePath()).installed();
        ended = packages.node(
                SOURCE.resolve("build.cjs"),
                List.of("--test"),
                Map.of("NODE_PATH", packages.folder().resolve("node_modules").toString()));
    }

    @Test
    void its_types_agree_and_its_own_tests_pass() {
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).containsPattern("pass [1-9]\\d+");
    }

    @Test
    void its_screens_fit_their_phone_and_can_be_read_and_heard() {
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Chromium.program())
                                .setArgs(List.of("--no-sandbox")))) {
            var page = opened(chromium);

            for (var phone : page.locator("figure").all()) {
                var name = phone.getAttribute("id");
                assertThat(wide(phone)).as(name).isLessThanOrEqualTo(375);
                picture(phone, name);
            }

            var faults = new AxeBuilder(page).disableRules(OF_PAGES).analyze().getViolations();
            assertThat(faults).as(faults.toString()).isEmpty();
        }
    }

    private static Page opened(Browser chromium) {
        var page = chromium.newPage(new Browser.NewPageOptions().setViewportSize(1330, 900));
        page.navigate(SCREENS.toUri().toString());
        return page;
    }

    private static int wide(Locator phone) {
        return (int)
                phone.locator("iframe")
                        .contentFrame()
                        .locator("html")
                        .evaluate(
                                "it => Math.max(it.scrollWidth, ...[...it.querySelectorAll('wx-scroll-view')].map(log => log.scrollWidth))");
    }

    private static void picture(Locator phone, String name) {
        if (System.getenv("CI") == null) {
            phone.screenshot(new Locator.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "miniprogram-" + name + ".png")));
        }
    }
}
