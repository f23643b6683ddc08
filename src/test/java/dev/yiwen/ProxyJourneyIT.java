package dev.yiwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.yiwen.browser.Chromium;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People in their browsers, with a real nginx between them and the packaged application. */
@Timeout(600)
class ProxyJourneyIT {
    private static final String PASSWORD = "behind a proxy of ours";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final UnaryOperator<String> KEPT = UnaryOperator.identity();
    /** As proxies do that nobody told otherwise. */
    private static final UnaryOperator<String> REWRITTEN = text -> {
        assertThat(text).contains("proxy_set_header Host $host;");
        return text.replace("proxy_set_header Host $host;", "proxy_set_header Host $proxy_host;")
                .replace("proxy_set_header X-Forwarded-Host $host;", "proxy_set_header X-Forwarded-Host '';");
    };

    private static Playwright playwright;
    private static Browser chromium;

    @BeforeAll
    static void start() {
        TlsProxy.assumeInstalled();
        PlaywrightAssertions.setDefaultAssertionTimeout(Duration.ofSeconds(30).toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.program())
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void staff_sign_in_and_customers_are_answered_whatever_becomes_of_the_host() throws Exception {
        var kept = RunningYiwen.freePort();
        // One address in the browser, and two proxies that have it, one after the other.
        var settings = Map.of(
                "YIWEN_KNOWLEDGE_STARTER", "false",
                "YIWEN_PUBLIC_URL", "https://localhost:" + kept,
                "YIWEN_PROXIES", "127.0.0.1");
        try (var yiwen = RunningYiwen.start(RunningYiwen.freePort(), settings)) {
            for (var host : List.of(KEPT, REWRITTEN)) {
                try (var proxy = TlsProxy.start(kept, yiwen.port(), host)) {
                    assertThat(proxy.trust()).isNotNull();
                    var agent = person(kept);
                    signIn(agent);
                    agent.waitForURL(url -> !url.contains("/login"));
                    assertThat(agent.context().cookies()).anySatisfy(it -> {
                        assertThat(it.name).isEqualTo("__Host-yiwen_session");
                        assertThat(it.secure).isTrue();
                    });

                    var customer = person(kept);
                    customer.navigate("/chat");
                    customer.locator("yiwen-chat textarea").fill("你好");
                    customer.keyboard().press("Enter");
                    assertThat(customer.locator(".theirs .bubble, .bot .bubble, .badge")
                                    .first())
                            .isVisible();
                    assertThat(customer.locator(".mine .bubble")).hasText("你好");
                    assertThat(customer.locator("[data-pending]")).hasCount(0);
                }
            }
        }
    }

    @Test
    void a_page_that_is_refused_says_which_setting_is_missing() throws Exception {
        var port = RunningYiwen.freePort();
        try (var yiwen = RunningYiwen.start();
                var proxy = TlsProxy.start(port, yiwen.port(), REWRITTEN)) {
            assertThat(proxy.trust()).isNotNull();
            var agent = person(port);
            signIn(agent);

            var said = agent.getByText("YIWEN_PUBLIC_URL", new Page.GetByTextOptions().setExact(false));
            assertThat(said.first()).isVisible();
            assertThat(said.first()).containsText("https://localhost:" + port);
            assertThat(agent.getByText("登录已过期")).hasCount(0);
            Files.createDirectories(PICTURES);
            agent.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("refused-behind-proxy.png")));
        }
    }

    @Test
    void without_a_proxy_nobody_is_let_in_from_elsewhere_before_somebody_says_so() throws Exception {
        var elsewhere = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
                .findFirst();
        Assumptions.assumeTrue(elsewhere.isPresent(), "this machine has no address but its own");
        try (var closed = RunningYiwen.start();
                var open = RunningYiwen.start(
                        RunningYiwen.freePort(), Map.of("YIWEN_KNOWLEDGE_STARTER", "false", "YIWEN_HOST", "0.0.0.0"))) {
            assertThatThrownBy(() -> new Socket(elsewhere.get(), closed.port()).close())
                    .isInstanceOf(ConnectException.class);
            assertThatCode(() -> new Socket(elsewhere.get(), open.port()).close())
                    .doesNotThrowAnyException();
        }
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[name=login]").fill(Database.staff(PASSWORD, "AGENT"));
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
    }

    private static Page person(int port) {
        return chromium.newContext(new Browser.NewContextOptions()
                        .setBaseURL("https://localhost:" + port)
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(1280, 800)
                        .setLocale("zh-CN"))
                .newPage();
    }
}
