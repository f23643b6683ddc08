package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first journey: a customer asks, and is answered from the starter knowledge. */
@QuarkusTest
class CustomerJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String QUESTION = "怎么查询本月已用流量？";
    private static final Pattern CLIENT_MESSAGE = Pattern.compile("\"clientMessageId\":\"([^\"]+)\"");

    @Test
    void a_customer_who_taps_a_service_in_the_app_is_answered_with_the_source() {
        var page = browser.person(Screen.DESKTOP);
        page.navigate("/");
        browser.picture(page, "home");

        button(page, "查流量").click();

        var answer = answers(page).first();
        assertThat(answer).containsText("流量");
        assertThat(answer.locator(".source")).containsText("来源：《");
        assertThat(answer.locator(".badge")).hasText("AI 助手");
        browser.picture(page, "customer-answered");
    }

    @Test
    void a_customer_on_a_phone_sees_which_revision_of_which_article_answered() {
        var page = chatting(Screen.PHONE);
        ask(page, QUESTION);

        answers(page).first().locator("summary").click();

        assertThat(answers(page).first().locator(".source dd").first()).containsText(Pattern.compile("第 \\d+ 版"));
        browser.picture(page, "customer-answered-phone");
    }

    /** Its database is gone for a moment. */
    @Test
    void what_the_service_could_not_take_is_sent_again_by_itself() {
        var page = browser.person(Screen.PHONE);
        var refused = new AtomicBoolean();
        page.routeWebSocket(Pattern.compile("/ws/v1/chat"), route -> {
            var server = route.connectToServer();
            route.onMessage(frame -> {
                var id = CLIENT_MESSAGE.matcher(frame.text());
                if (frame.text().contains("\"type\":\"send\"") && id.find() && refused.compareAndSet(false, true)) {
                    route.send("{\"type\":\"error\",\"code\":\"internal\",\"detail\":\"Later.\",\"clientMessageId\":\""
                            + id.group(1) + "\"}");
                } else {
                    server.send(frame.text());
                }
            });
        });
        page.navigate("/chat");

        ask(page, QUESTION);

        assertThat(answers(page)).hasCount(1);
        assertThat(page.locator(".mine .bubble")).hasText(QUESTION);
        assertThat(page.locator(".state.failed")).hasCount(0);
        Assertions.assertThat(refused).isTrue();
    }

    @Test
    void a_reload_shows_the_same_conversation() {
        var page = chatting(Screen.PHONE_DARK);
        ask(page, QUESTION);
        assertThat(answers(page)).hasCount(1);

        page.reload();

        assertThat(answers(page)).hasCount(1);
        assertThat(page.locator(".mine .bubble")).hasText(QUESTION);
        browser.picture(page, "customer-answered-dark");
    }

    @Test
    void what_is_said_in_one_tab_appears_once_in_the_other() {
        var first = chatting(Screen.DESKTOP);
        ask(first, QUESTION);
        assertThat(answers(first)).hasCount(1);
        var second = first.context().newPage();
        second.navigate("/chat");
        assertThat(answers(second)).hasCount(1);

        ask(second, "你好");

        assertThat(first.locator(".mine .bubble")).hasText(new String[] {QUESTION, "你好"});
        assertThat(second.locator(".mine .bubble")).hasText(new String[] {QUESTION, "你好"});
    }

    @Test
    void what_is_written_offline_is_sent_once_and_in_order_when_the_network_returns() {
        var page = chatting(Screen.DESKTOP);
        page.context().setOffline(true);
        type(page, "你好");
        type(page, "谢谢");
        assertThat(page.locator("[data-pending]")).hasCount(2);
        // A reload while offline would show the browser's own page: the network returns for the next document.
        page.context().setOffline(false);

        page.reload();

        assertThat(page.locator("[data-pending]")).hasCount(0);
        assertThat(page.locator(".mine .bubble")).hasText(new String[] {"你好", "谢谢"});
    }

    @Test
    void a_wish_for_a_person_is_kept_until_somebody_hears_it() {
        var page = browser.person(Screen.PHONE);
        // The first socket leads nowhere, as in a lift.
        page.addInitScript("""
                const Real = WebSocket;
                let tries = 0;
                window.WebSocket = class extends Real {
                  constructor(url, protocols) {
                    super(tries++ ? url : String(url).replace(/:\\d+/, ':9'), protocols);
                  }
                };
                """);
        page.navigate("/chat");

        button(page, "转人工").click();

        assertThat(button(page, "返回 AI 助手")).isVisible();
    }

    @Test
    void copied_bot_text_keeps_its_label() {
        var page = chatting(Screen.DESKTOP);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ask(page, QUESTION);
        assertThat(answers(page)).hasCount(1);
        answers(page).first().locator(".words").evaluate("words => getSelection().selectAllChildren(words)");

        page.keyboard().press("ControlOrMeta+c");

        var copied = page.evaluate("() => navigator.clipboard.readText()");
        Assertions.assertThat(copied).asString().startsWith("【AI 助手】");
    }

    @Test
    void a_rating_can_be_taken_back() {
        var page = chatting(Screen.DESKTOP);
        ask(page, QUESTION);
        button(page, "有帮助").click();
        assertThat(button(page, "有帮助")).hasAttribute("aria-pressed", "true");

        button(page, "撤销").click();

        assertThat(button(page, "有帮助")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void large_print_shows_larger_text() {
        var page = chatting(Screen.PHONE);
        ask(page, QUESTION);
        assertThat(answers(page)).hasCount(1);
        button(page, "设置").click();

        button(page, "大字版").click();

        assertThat(answers(page).first().locator(".bubble")).hasCSS("font-size", "21px");
        browser.picture(page, "customer-large-print");
    }

    @Test
    void asking_for_a_human_shows_the_queue_and_a_way_back() {
        var page = chatting(Screen.PHONE);

        button(page, "转人工").click();

        assertThat(button(page, "返回 AI 助手")).isVisible();
        browser.picture(page, "customer-queued");
    }

    @Test
    void markup_in_a_message_is_text() {
        var page = chatting(Screen.DESKTOP);

        type(page, "<img src=x onerror=alert(1)> **粗体**");

        assertThat(page.locator(".mine .bubble").first()).hasText("<img src=x onerror=alert(1)> **粗体**");
        assertThat(page.locator("yiwen-chat img")).hasCount(0);
    }

    private static Page chatting(Screen screen) {
        var page = browser.person(screen);
        page.navigate("/chat");
        assertThat(page.locator(".asks button").first()).isVisible();
        return page;
    }

    private static void ask(Page page, String question) {
        type(page, question);
        assertThat(page.locator(".mine .bubble").last()).hasText(question);
    }

    private static void type(Page page, String text) {
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
    }

    private static Locator answers(Page page) {
        return page.locator("article[data-label]:has(.source)");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
