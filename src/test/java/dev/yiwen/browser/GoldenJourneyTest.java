package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.answer.trace.Traces;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what a customer asked to a question that keeps back the draft which breaks it. */
@QuarkusTest
class GoldenJourneyTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Traces traces;

    @Inject
    People people;

    @Inject
    Pool pool;

    private final String mark = Ids.next().toString().substring(30);
    private final String question = "竹节毛笔" + mark + "掉毛能换吗";
    private Article article;
    private UUID conversation;

    @BeforeEach
    void a_customer_was_answered() {
        article = now(articles.create("golden/" + UUID.randomUUID(), draft(), "王芳")
                .chain(it -> articles.publish(it.id(), it.revision())));
        var opened = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        conversation = opened.id().value();
        now(conversations.appendFromCustomer(opened.id(), UUID.randomUUID().toString(), question));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(traces.find(opened.id(), 2)).isPresent());
    }

    @AfterEach
    void nothing_stays_in_the_way() {
        now(pool.query("delete from golden_question where said::text like '%" + mark + "%'")
                .execute());
        now(articles.retire(article.id()));
    }

    @Test
    void a_question_of_a_customer_keeps_back_the_draft_that_breaks_it_until_an_editor_signs() {
        var editor = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);
        editor.navigate("/why?conversation=" + conversation + "&seq=2");
        button(editor, "设为测试题").click();
        assertThat(editor.getByLabel("客户的话")).hasValue(question);
        assertThat(editor.locator("yw-golden-form")).containsText("已选：" + question);
        editor.getByLabel("必须通过").check();
        editor.getByLabel("分组").fill("文具 " + mark);
        browser.picture(editor, "golden-form");
        button(editor, "保存").click();
        assertThat(editor.locator("yw-toasts")).containsText("已设为测试题，现在的结果：通过");

        editor.navigate("/knowledge?article=" + article.id().value());
        editor.getByLabel("标准问题", new Page.GetByLabelOptions().setExact(true)).fill("雨伞借了怎么归还");
        editor.getByLabel("回答", new Page.GetByLabelOptions().setExact(true)).fill("还到前台，押金当场退。");
        button(editor, "保存草稿").click();
        assertThat(editor.locator("yw-toasts")).containsText("客户还看不到");
        editor.locator("[role=tab].review").click();
        editor.locator("yw-console textarea").fill(question);
        button(editor, "试问").click();
        assertThat(editor.locator("yw-console .side").first()).containsText("七天内凭小票换新。");
        assertThat(editor.locator("yw-console .side").last()).containsText("会");
        assertThat(editor.locator("yw-console .side").last()).not().containsText("七天内凭小票换新。");
        button(editor, "查看发布影响").click();
        var lost = editor.locator("yw-impact form li");
        assertThat(lost.filter(new Locator.FilterOptions().setHasText(question)))
                .hasCount(1);
        for (var line : lost.all()) {
            line.locator("input").check();
        }
        editor.locator("yw-impact textarea").fill("旧款停产");
        browser.picture(editor, "golden-review");
        button(editor, "签字").click();
        assertThat(editor.locator("yw-impact")).containsText("已签字，可以发布");
        button(editor, "发布").click();
        assertThat(editor.locator("yw-signing h2")).hasText("发布后这些测试题会答错");
        assertThat(editor.locator("yw-signing li")).hasCount(1);
        assertThat(editor.locator("yw-signing li")).containsText(question);
        button(editor, "签字并发布").click();
        assertThat(editor.locator("yw-signing .problem")).hasText("请逐题看过并打勾");
        editor.locator("yw-signing li input").check();
        editor.locator("yw-signing textarea").fill("旧款停产，换货改走门店");
        browser.picture(editor, "golden-signing");
        button(editor, "签字并发布").click();
        assertThat(editor.locator("yw-toasts")).containsText("已发布");
        editor.locator("[role=tab].history").click();
        assertThat(editor.locator("yw-history .signed").first()).containsText("旧款停产，换货改走门店");
        browser.picture(editor, "golden-history");

        editor.navigate("/knowledge?golden");
        button(editor, "全部测一遍").click();
        assertThat(editor.locator("yw-toasts")).containsText("不对");
        button(editor, "全部测一遍").click();
        assertThat(editor.locator("yw-golden .bars i.failed").first()).isVisible();
        editor.getByLabel("分组", new Page.GetByLabelOptions().setExact(true)).selectOption("文具 " + mark);
        editor.getByLabel("只看不对的").check();
        assertThat(editor.locator("yw-golden li")).hasCount(1);
        assertThat(editor.locator("yw-golden li")).containsText("必须通过");
        browser.picture(editor, "golden-list");

        var phone = browser.staff(Screen.PHONE, people.staff(Role.EDITOR).login(), People.PASSWORD);
        phone.setViewportSize(360, 740);
        phone.navigate("/knowledge?golden");
        assertThat(phone.locator("yw-golden li").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        ((Number) phone.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                .isNotPositive();
        browser.picture(phone, "golden-phone");
        phone.getByLabel("分组", new Page.GetByLabelOptions().setExact(true)).selectOption("文具 " + mark);
        phone.locator("yw-golden li").getByText("修改").click();
        assertThat(phone.getByLabel("客户的话")).hasValue(question);
        browser.picture(phone, "golden-phone-form");
        phone.keyboard().press("Escape");
        button(phone, "删除").click();
        assertThat(phone.locator("yw-golden li")).hasCount(0);
        button(phone, "撤销").click();
        assertThat(phone.locator("yw-golden li")).hasCount(1);
        button(phone, "删除").click();
        assertThat(phone.locator("yw-golden li")).hasCount(0);
    }

    @Test
    void what_a_customer_rated_badly_becomes_a_question() {
        now(pool.preparedQuery("insert into satisfaction (conversation_id, score, comment) values ($1, 2, '没说清楚')")
                .execute(Tuple.of(conversation)));
        var login = people.staff(Role.SUPERVISOR, Role.EDITOR).login();
        var supervisor = browser.staff(Screen.DESKTOP, login, People.PASSWORD);
        supervisor.navigate("/ratings");
        var row = supervisor.locator("yw-rating-list li[data-conversation='" + conversation + "']");
        row.getByText("设为测试题").click();
        assertThat(row.getByLabel("客户的话")).hasValue(question);
        browser.picture(supervisor, "golden-rating");
        button(supervisor, "保存").click();
        assertThat(supervisor.locator("yw-toasts")).containsText("已设为测试题，现在的结果：通过");

        supervisor.navigate("/knowledge?golden");
        assertThat(supervisor.locator("yw-golden li", new Page.LocatorOptions().setHasText(question)))
                .containsText("来自评价");
    }

    private ArticleDraft draft() {
        return new ArticleDraft(question, List.of(), "七天内凭小票换新。", Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
