package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what customers ask in vain to an article that answers the next one. */
@QuarkusTest
class GapJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    // A thing that no other test and no earlier run has asked about.
    private final String thing = "琉璃香炉" + Ids.next().toString().substring(30);

    @Test
    void what_three_customers_ask_in_vain_is_one_gap_and_becomes_an_answer() {
        for (var words : List.of(thing + "怎么清洗", "怎么清洗" + thing, thing + "怎么清洗？")) {
            ask(words).getByText("转人工").last().waitFor();
        }
        var colleague = people.staff(Role.EDITOR);
        var editor = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);
        editor.navigate("/gaps");
        button(editor, "查看新问题").click();
        var gap = editor.locator("yw-gap").filter(new Locator.FilterOptions().setHasText(thing));
        // All that was asked in vain before is compared with it.
        assertThat(gap).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(120_000));
        assertThat(gap).containsText("3 次");
        assertThat(gap).containsText("待处理自");
        gap.locator("select.assign").selectOption(colleague.name());
        assertThat(gap).containsText(colleague.name() + " 在处理");
        editor.getByLabel("谁在处理").selectOption("我在处理的");
        assertThat(gap).hasCount(0);
        editor.getByLabel("谁在处理").selectOption("全部缺口");
        editor.getByLabel("排序").selectOption("等得最久的在前");
        assertThat(gap).hasCount(1);
        gap.locator("summary").click();
        assertThat(gap.locator("textarea")).isVisible();
        assertThat(gap.locator("yw-skeleton")).hasCount(0);
        browser.picture(editor, "gaps");

        gap.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("起草为新知识"))
                .click();
        assertThat(editor.locator("yw-toasts")).containsText("请先写答案");
        gap.locator("textarea").fill("用温水和软布擦洗。");
        gap.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("起草为新知识"))
                .click();
        assertThat(gap).hasCount(0);
        tab(editor, "已起草").click();
        assertThat(gap).hasCount(1);
        gap.getByText("打开知识").click();
        editor.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("发布").setExact(true))
                .click();
        assertThat(editor.locator("yw-toasts")).containsText("发布");

        assertThat(ask(thing + "怎么清洗").getByText("用温水和软布擦洗")).isVisible();
        editor.navigate("/gaps");
        tab(editor, "已答上").click();
        assertThat(gap).containsText("发布后已回答 1 次");
    }

    @Test
    void a_gap_is_ignored_with_a_reason_and_comes_back_on_a_phone() {
        var other = "皮影戏票" + thing.substring(4);
        ask(other + "能退货吗").getByText("转人工").last().waitFor();
        var editor = browser.staff(Screen.PHONE, people.staff(Role.EDITOR).login(), People.PASSWORD);
        editor.navigate("/gaps");
        button(editor, "查看新问题").click();
        var gap = editor.locator("yw-gap").filter(new Locator.FilterOptions().setHasText(other));
        gap.locator("summary").click();
        browser.picture(editor, "gaps-phone");
        gap.locator("select[name=reason]").selectOption("不是我们的业务");
        gap.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("忽略"))
                .click();
        assertThat(gap).hasCount(0);
        editor.locator("yw-toasts").getByText("撤销").click();
        assertThat(gap).hasCount(1);
    }

    private Page ask(String words) {
        var customer = browser.person(Screen.PHONE);
        customer.navigate("/chat");
        customer.locator("textarea").fill(words);
        customer.keyboard().press("Enter");
        assertThat(customer.locator(".mine .bubble").last()).hasText(words);
        return customer;
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
