package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor looks into an answer: what it rests on, how sure it was, and what would be said now. */
@QuarkusTest
class WhyJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String OLD = "登记后 3 天内寄出，运费 8 元。";
    private static final String FRESH = "登记后 5 天内寄出，免运费。";

    @Inject
    Articles articles;

    @Inject
    People people;

    private final String question = "星桥" + UUID.randomUUID().toString().substring(0, 6) + "纪念卡多久寄到";
    private Article article;
    private String name;
    private Page customer;

    @BeforeEach
    void a_customer_was_answered_and_the_article_changed_since() {
        article = now(articles.create("test/" + UUID.randomUUID(), draft(OLD), "王芳")
                .chain(it -> articles.publish(it.id(), it.revision())));
        name = "陈立新" + article.id().value().toString().substring(32);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 4)) + "')");
        customer.navigate("/chat");
        assertThat(customer.locator(".asks button").first()).isVisible();
        say(question);
        assertThat(customer.locator("article[data-label]:has(.source)").last()).containsText(OLD);
        now(articles.saveDraft(article.id(), 1, draft(FRESH), "王芳")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    @AfterEach
    void retire() {
        now(articles.retire(article.id()));
    }

    @Test
    void a_supervisor_sees_the_article_the_confidence_and_what_would_be_said_now() {
        var supervisor = signedIn(Role.SUPERVISOR, Screen.DESKTOP);
        supervisor.navigate("/why");
        browser.picture(supervisor, "why-list");

        line(supervisor).click();

        assertThat(supervisor.locator("yw-turn .asked")).hasText(question);
        assertThat(supervisor.locator("yw-turn .said")).containsText(OLD);
        assertThat(supervisor.locator("yw-turn .scale")).containsText("把握");
        var first = supervisor.locator("yw-candidates tbody").first();
        assertThat(first).containsText(question);
        assertThat(first).containsText("当时第 1 版，现在第 2 版");
        assertThat(first.locator("ins").last()).isVisible();
        assertThat(supervisor.locator("yw-now tr.changed", having("说法"))).containsText(FRESH);
        // A content policy that forbids styles in attributes would leave every bar empty.
        org.assertj.core.api.Assertions.assertThat(
                        supervisor.locator("yw-turn .scale .zone").first().evaluate("it => it.style.width"))
                .asString()
                .endsWith("%");
        browser.picture(supervisor, "why-turn");
    }

    @Test
    void an_editor_finds_a_turn_and_makes_a_wording_and_an_article_of_it() {
        var editor = signedIn(Role.EDITOR, Screen.DESKTOP);
        editor.navigate("/why");
        editor.getByLabel("查找").fill(question.substring(0, 8));
        assertThat(editor.locator("yw-turn-list tbody tr")).hasCount(1);
        editor.getByLabel("把握").selectOption("lost");
        assertThat(editor.locator("yw-empty")).containsText("没有这样的回合");
        button(editor, "清除筛选").click();
        editor.getByLabel("查找").fill(question.substring(0, 8));
        assertThat(editor.locator("yw-turn-list tbody tr")).hasCount(1);
        line(editor).click();
        assertThat(editor.locator("yw-turn")).containsText("首条知识：和它的问法一字不差");
        assertThat(editor.locator("yw-turn .signals")).isHidden();
        browser.picture(editor, "why-turn-editor");

        editor.locator("a", having("写成新知识")).click();

        assertThat(editor.getByLabel("问题").first()).hasValue(question);
        editor.goBack();
        assertThat(editor.locator("yw-turn .asked")).hasText(question);
        editor.locator("yw-turn a", having("全部回合")).click();
        assertThat(editor.getByLabel("查找")).hasValue(question.substring(0, 8));

        // As the button beside an article that does not know the wording.
        editor.navigate("/knowledge?article=" + article.id().value() + "&wording=纪念卡什么时候到");
        assertThat(editor.getByText("已加上问法“纪念卡什么时候到”")).isVisible();
        assertThat(editor.locator("yw-article-form")).containsText("纪念卡什么时候到");
        org.assertj.core.api.Assertions.assertThat(editor.url()).doesNotContain("wording");
    }

    @Test
    void a_bubble_in_the_console_leads_there() {
        say("转人工");
        var login = people.staff(Role.AGENT, Role.SUPERVISOR).login();
        var desk = browser.staff(Screen.DESKTOP, login, People.PASSWORD);
        button(desk, "开始接待").first().click();
        button(desk, "接入 " + name).click();

        var opened = desk.context()
                .waitForPage(() ->
                        desk.locator("yw-conversation .bot a.under").first().click());

        assertThat(opened.locator("yw-turn .asked")).hasText(question);
    }

    @Test
    void a_phone_shows_it_without_scrolling_sideways() {
        var editor = signedIn(Role.EDITOR, Screen.PHONE_DARK);
        editor.navigate("/why");
        line(editor).click();
        assertThat(editor.locator("yw-now table")).isVisible();
        assertThat(editor.locator("yw-candidates .title a").first()).isVisible();

        var overhang = editor.evaluate("document.documentElement.scrollWidth - innerWidth");

        org.assertj.core.api.Assertions.assertThat(((Number) overhang).intValue())
                .isNotPositive();
        browser.picture(editor, "why-phone-dark");
    }

    @Test
    void an_agent_is_told_which_role_the_page_needs() {
        var agent = signedIn(Role.AGENT, Screen.PHONE);

        agent.navigate("/why");

        assertThat(agent.locator("yw-empty")).containsText("没有查看机器人判断依据的权限");
    }

    private void say(String text) {
        customer.locator("textarea").fill(text);
        customer.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page signedIn(Role role, Screen screen) {
        return browser.staff(screen, people.staff(role).login(), People.PASSWORD);
    }

    private Locator line(Page page) {
        return page.locator("yw-turn-list td.asked a", having(question)).first();
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private ArticleDraft draft(String answer) {
        return new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
