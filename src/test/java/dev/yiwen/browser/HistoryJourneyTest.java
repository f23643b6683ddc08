package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was said before stands above what is said now. */
@QuarkusTest
class HistoryJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Test
    void earlier_conversations_are_paged_and_rated_above_a_new_one() {
        var member = people.member("钱小满", 1);
        over(member, "第一次：宽带怎么移机", 1);
        over(member, "第二次：怎么开发票", 12);
        var page = chat(member);
        var past = page.locator(".past");
        assertThat(past).hasCount(1);
        assertThat(past).containsText("第二次：怎么开发票 12");
        assertThat(page.locator(".welcome")).isVisible();
        assertThat(page.locator(".history")).containsText("以下是本次对话");
        browser.picture(page, "history-phone");

        page.reload();
        assertThat(past).hasCount(1);
        var log = page.locator(".log");
        log.evaluate("it => it.scrollTo(0, 0)");
        var first = past.last().locator(".message").first();
        var earlier = button(page, "更早的对话");
        earlier.focus();
        double before = first.boundingBox().y;
        page.keyboard().press("Enter");
        assertThat(past).hasCount(2);
        assertThat(past.first()).containsText("第一次：宽带怎么移机");
        assertThat(page.getByText("没有更早的对话了")).hasCount(1);
        assertThat(first.boundingBox().y).isBetween(before - 60, before + 60);
        assertThat((Boolean) page.evaluate("() => document.querySelector('yiwen-chat').shadowRoot.activeElement"
                        + "?.classList.contains('log')"))
                .isTrue();

        past.first().scrollIntoViewIfNeeded();
        past.first().locator("yw-satisfaction button").nth(4).click();
        assertThat(past.first().locator("yw-satisfaction")).containsText("感谢您的评价：很满意");
        browser.picture(page, "history-rated-phone");

        page.locator("yw-composer textarea").fill("怎么查话费余额？");
        page.keyboard().press("Enter");
        assertThat(page.locator(".column > article[data-label]").first()).isVisible();
        assertThat(past).hasCount(2);
        page.reload();
        assertThat(past.last()).containsText("第二次：怎么开发票 12");
        button(page, "更早的对话").click();
        assertThat(past.first().locator("yw-satisfaction")).containsText("感谢您的评价：很满意");
    }

    @Test
    void what_ends_goes_up_and_a_new_conversation_begins_below() {
        var page = chat(people.member("钱小满", 1));
        page.locator("yw-composer textarea").fill("怎么查话费余额？");
        page.keyboard().press("Enter");
        assertThat(page.locator("article[data-label]").first()).isVisible();
        page.locator("button.menu").click();
        button(page, "结束会话").click();
        button(page, "再点一次，确认结束").click();

        button(page, "重新开始").click();

        assertThat(page.locator(".past")).containsText("怎么查话费余额？");
        assertThat(page.locator(".welcome")).isVisible();
        assertThat(page.locator(".past yw-satisfaction")).containsText("这次服务您满意吗");
        page.locator("yw-composer textarea").fill("怎么换套餐？");
        page.keyboard().press("Enter");
        assertThat(page.locator(".column > article.mine")).containsText("怎么换套餐？");
        browser.picture(page, "history-after-end-phone");
    }

    private void over(CustomerId member, String said, int times) {
        var begun = conversations.openOrResume(member, Channel.WEB).await().indefinitely();
        IntStream.rangeClosed(1, times)
                .forEach(i -> conversations
                        .appendForPeople(begun.id(), UUID.randomUUID().toString(), said + " " + i)
                        .await()
                        .indefinitely());
        conversations.close(begun.id(), begun.epoch()).await().indefinitely();
    }

    private Page chat(CustomerId member) {
        var page = browser.person(Screen.PHONE);
        page.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(member) + "')");
        page.navigate("/chat");
        assertThat(page.locator(".welcome")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
