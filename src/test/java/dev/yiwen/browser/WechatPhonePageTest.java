package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the WeChat simulator, which is served without the application. */
class WechatPhonePageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WechatSimulator simulator;
    private Playwright playwright;
    private Browser chromium;

    @BeforeEach
    void begin() throws IOException {
        simulator = WechatSimulator.standingAt(Instant.parse("2026-05-06T02:00:00Z"), 3, Duration.ofSeconds(2));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.program())
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterEach
    void end() {
        chromium.close();
        playwright.close();
        simulator.close();
    }

    @Test
    void a_customer_writes_reads_and_the_window_closes_with_the_clock() throws IOException {
        var page = opened(1280, 900);
        page.locator("#text").fill("宽带从昨天起就断了");
        page.locator("#say button").click();
        assertThat(page.locator("#bubbles li.CUSTOMER")).hasText("宽带从昨天起就断了");
        assertThat(page.locator("#left")).containsText("还剩 5 条");

        answer(simulator.mp(), Map.of("content", "您好，光猫的 LOS 灯亮红灯吗？"));

        assertThat(page.locator("#bubbles li.SERVICE")).containsText("LOS");
        assertThat(page.locator("#left")).containsText("还剩 4 条");
        picture(page, "wechat-simulator");
        page.locator("#clock button").getByText("+48").click();
        assertThat(page.locator("#left")).containsText("没有窗口");
    }

    @Test
    void a_menu_of_wecom_is_tapped_and_a_person_takes_over_on_a_narrow_screen() throws Exception {
        var page = opened(390, 844);
        page.locator("#account").selectOption(new SelectOption().setIndex(2));
        assertThat(page.locator("#state")).containsText("4");
        page.locator("#text").fill("你好");
        page.locator("#say button").click();
        assertThat(page.locator("#state")).containsText("0");
        simulator
                .platform()
                .inTurn(() -> simulator
                        .platform()
                        .kf()
                        .sending()
                        .send(
                                simulator.kf(),
                                JSON.valueToTree(Map.of(
                                        "touser",
                                        simulator.phone(simulator.kf(), "小李").id(),
                                        "open_kfid",
                                        WechatSimulator.LINE,
                                        "msgtype",
                                        "msgmenu",
                                        "msgmenu",
                                        Map.of(
                                                "head_content",
                                                "请选择要办的事",
                                                "list",
                                                List.of(
                                                        Map.of(
                                                                "type",
                                                                "click",
                                                                "click",
                                                                Map.of("id", "1", "content", "查账单")),
                                                        Map.of(
                                                                "type",
                                                                "click",
                                                                "click",
                                                                Map.of("id", "2", "content", "报修"))),
                                                "tail_content",
                                                "也可以直接说")))));
        page.locator("#bubbles button").getByText("报修").click();
        assertThat(page.locator("#bubbles li.CUSTOMER").last()).hasText("报修");
        page.locator("[data-do=servicer-takes]").click();
        assertThat(page.locator("#state")).containsText("人工接待");
        page.locator("#servicerText").fill("我是小张，马上给您登记。");
        page.locator("#servicer button").click();
        assertThat(page.locator("#bubbles li.SERVICER")).containsText("小张");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        picture(page, "wechat-simulator-phone");
        page.setViewportSize(360, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    @Test
    void settings_and_script_are_taken_and_what_is_wrong_is_said() {
        var page = opened(1280, 900);
        page.locator("#settings [name=callback]").fill("http://127.0.0.1:9/nobody");
        page.locator("#settings [name=mode]").selectOption("COMPATIBLE");
        page.locator("#quirks input[value=UNVERIFIED]").check();
        page.locator("#settings button").first().click();
        assertThat(page.locator("#saved")).hasText("已保存。");
        assertThat(simulator.mp().settings().form().mode().name()).isEqualTo("COMPATIBLE");
        assertThat(simulator.mp().settings().callback()).hasPort(9);
        page.locator("#verify").click();
        assertThat(page.locator("#saved")).containsText("echostr");

        page.locator("#settings [name=aesKey]").fill("short");
        page.locator("#settings button").first().click();
        assertThat(page.locator("#fault")).containsText("43");

        page.locator("summary").getByText("脚本").click();
        page.locator("#script [name=fault]").selectOption("api CODE");
        page.locator("#script [name=value]").fill("45009");
        page.locator("#script button").first().click();
        assertThat(page.locator("#rules")).containsText("45009");
        assertThat(simulator.script().api()).hasSize(1);
        page.locator("#language").click();
        assertThat(page.locator("h1")).hasText("WeChat simulator");
        picture(page, "wechat-simulator-english");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing(ColorScheme colours) throws IOException {
        var page = opened(1280, 900, colours);
        page.locator("#account").selectOption(new SelectOption().setIndex(2));
        page.locator("#text").fill("你好");
        page.locator("#say button").click();
        assertThat(page.locator("#bubbles li.CUSTOMER")).isVisible();
        page.locator("summary").getByText("脚本").click();
        page.locator("summary").getByText("记录").click();
        assertThat(page.locator("#deliveries li").first()).isVisible();
        picture(page, "wechat-simulator-" + colours.name().toLowerCase(Locale.ROOT));

        var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();

        assertThat(found.stream()
                        .map(it -> it.getId() + " " + it.getNodes().getFirst().getHtml()))
                .isEmpty();
    }

    private Page opened(int width, int height) {
        return opened(width, height, ColorScheme.LIGHT);
    }

    private Page opened(int width, int height, ColorScheme colours) {
        var context = chromium.newContext(new Browser.NewContextOptions()
                .setBaseURL(simulator.url())
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("zh-CN"));
        context.setDefaultTimeout(Duration.ofSeconds(30).toMillis());
        var page = context.newPage();
        page.navigate("/");
        assertThat(page.locator("#bubbles li.none")).isVisible();
        return page;
    }

    private void answer(PlatformAccount account, Map<String, String> text) {
        simulator.platform().inTurn(() -> {
            simulator
                    .platform()
                    .serviceMessages()
                    .send(
                            account,
                            JSON.valueToTree(Map.of(
                                    "touser", simulator.phone(account, "小李").id(), "msgtype", "text", "text", text)));
            return true;
        });
    }

    private static void picture(Page page, String name) {
        if (System.getenv("CI") == null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + ".png")));
        }
    }
}
