package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer thought of it, who reads that, and coming back. */
@QuarkusTest
class RatingJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String WORDS = "人很耐心，就是等得有点久";

    @Inject
    People people;

    private String name;
    private Staff staff;
    private Page customer;
    private Page agent;

    @BeforeEach
    void an_agent_has_just_closed_a_customers_conversation() {
        name = "苏晓雯" + Ids.next().toString().substring(32);
        staff = people.staff(Role.AGENT);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        customer.navigate("/chat");
        agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        button(customer, "转人工").click();
        agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        agent.locator("yw-composer textarea").fill("您好，已经为您恢复了");
        agent.keyboard().press("Enter");
        assertThat(customer.locator("article.message").last()).containsText("已经为您恢复了");
        button(agent, "结束").click();
        agent.getByLabel("已解决").check();
        button(agent, "结束会话").click();
        assertThat(mine()).hasCount(0);
        assertThat(customer.locator("yw-satisfaction")).isVisible();
    }

    @Test
    void the_agent_reads_what_the_customer_said() {
        rate("4", WORDS);
        browser.picture(customer, "rated-phone");

        var own = ratings(staff, Screen.PHONE);

        assertThat(own.locator("h1")).hasText("我收到的评价");
        assertThat(own.locator("yw-rating-list li")).hasCount(1);
        assertThat(own.locator("yw-rating-list li")).containsText(WORDS);
        assertThat(own.locator("yw-rating-overview strong")).hasText("4.0");
        assertThat(own.locator("select[name=agent]")).hasCount(0);
        browser.picture(own, "ratings-own-phone");
        own.locator("yw-rating-list a").click();
        assertThat(own.locator("yw-conversation")).containsText("已经为您恢复了");
    }

    @Test
    void a_supervisor_finds_the_bad_ones_of_an_agent_and_takes_a_table_along() throws IOException {
        rate("2", WORDS);
        var supervisor = ratings(people.staff(Role.SUPERVISOR), Screen.DESKTOP);
        browser.picture(supervisor, "ratings");
        supervisor.locator("select[name=agent]").selectOption(staff.id().value().toString());
        supervisor.locator("[data-score='2']").click();
        assertThat(supervisor.locator("yw-rating-list li")).hasCount(1);
        assertThat(supervisor.locator("yw-rating-list li")).containsText(name);
        browser.picture(supervisor, "ratings-of-agent");

        var table = supervisor.waitForDownload(() -> supervisor
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("导出表格"))
                .click());

        Assertions.assertThat(Files.readString(table.path())).contains(WORDS, name, staff.name());
        supervisor.locator("[data-score='5']").click();
        assertThat(supervisor.getByText("没有符合条件的评价")).isVisible();
        browser.picture(supervisor, "ratings-none");
        button(supervisor, "清除筛选").click();
        assertThat(supervisor.locator("yw-rating-list li").first()).isVisible();
    }

    @Test
    void a_customer_who_comes_back_reaches_the_same_agent() {
        button(customer, "重新开始").click();
        customer.locator("textarea").fill("刚好一会儿又断了");
        customer.keyboard().press("Enter");

        assertThat(mine()).hasCount(1);
        mine().click();
        assertThat(agent.locator("yw-conversation .message.customer .bubble").last())
                .hasText("刚好一会儿又断了");
        assertThat(agent.locator("yw-context .reason")).containsText("客户刚结束会话又回来了");
        browser.picture(agent, "returned-console");
        browser.picture(customer, "returned-phone");
        agent.locator("yw-composer textarea").fill("还是我，我接着给您看");
        agent.keyboard().press("Enter");
        assertThat(customer.locator("article.message").last()).containsText("还是我");
    }

    @Test
    void an_agent_without_ratings_reads_how_they_come() {
        var other = ratings(people.staff(Role.AGENT), Screen.PHONE_DARK);

        assertThat(other.getByText("还没有客户评价")).isVisible();
        browser.picture(other, "ratings-empty-phone");
    }

    private void rate(String score, String words) {
        customer.locator("yw-satisfaction button", new Page.LocatorOptions().setHasText(score))
                .click();
        customer.locator("yw-satisfaction textarea").fill(words);
        customer.locator("yw-satisfaction form button").click();
        assertThat(customer.locator("yw-satisfaction form")).hasCount(0);
    }

    private Locator mine() {
        return agent.locator("yw-inbox .mine .item", new Page.LocatorOptions().setHasText(name));
    }

    private static Page ratings(Staff staff, Screen screen) {
        var page = browser.staff(screen, staff.login(), People.PASSWORD);
        page.navigate("/ratings");
        assertThat(page.locator("yw-rating-overview")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
