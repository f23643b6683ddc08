package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.editing.ArticleFilter;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An editor changes knowledge in the page, and the customer's next answer shows it. */
@QuarkusTest
class EditorJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SLUG = "plans/campus-welcome-card";
    private static final String QUESTION = "校园迎新卡怎么办理？";
    private static final String PHRASING = "新生报到的卡在哪领";
    private static final String OLD_PRICE = "月费 29 元";
    private static final String NEW_PRICE = "月费 19 元";

    @Inject
    StaffMembers members;

    @Inject
    Articles articles;

    private ArticleId article;
    private int revision;
    private String login;

    @BeforeEach
    void an_editor_and_a_published_article() {
        var draft = new ArticleDraft(
                QUESTION,
                List.of(PHRASING, "迎新卡", "大一新生办卡"),
                "凭录取通知书到校内营业点办理，" + OLD_PRICE + "，含 60GB 流量。",
                Audience.CUSTOMER,
                "移动",
                null,
                null,
                List.of("校园"));
        var saved = saved(draft);
        article = saved.id();
        revision = saved.revision();
        articles.publish(article, revision).await().atMost(PATIENCE);
        login = "editor." + Ids.next().toString().substring(20);
        signUp(login, "王芳", Set.of(Role.EDITOR));
    }

    /** One article for all runs, so that none competes with those of earlier ones. */
    private Article saved(ArticleDraft draft) {
        var own = new ArticleFilter(SLUG, null, null, null, null, null, 0, 1);
        var earlier = articles.list(own).await().atMost(PATIENCE).items();
        if (earlier.isEmpty()) {
            return articles.create(SLUG, draft, "王芳").await().atMost(PATIENCE);
        }
        var id = earlier.getFirst().id();
        var latest = articles.revisions(id).await().atMost(PATIENCE).getFirst();
        return articles.saveDraft(id, latest.revision(), draft, "王芳").await().atMost(PATIENCE);
    }

    @AfterEach
    void no_campus_card_for_other_tests() {
        articles.retire(article).await().atMost(PATIENCE);
    }

    @Test
    void what_an_editor_publishes_is_the_customers_next_answer() {
        var customer = chat();
        ask(customer, QUESTION);
        assertThat(answers(customer).last()).containsText(OLD_PRICE);
        var editor = editing();
        field(editor, "回答").fill(field(editor, "回答").inputValue().replace(OLD_PRICE, NEW_PRICE));
        assertThat(editor.locator("yw-customer-view")).containsText(NEW_PRICE);
        browser.picture(editor, "editor-preview");

        button(editor, "发布").click();

        assertThat(editor.locator("yw-toasts")).containsText("下一次回答即使用");
        ask(customer, PHRASING);
        assertThat(answers(customer)).hasCount(2);
        assertThat(answers(customer).last()).containsText(NEW_PRICE);
        browser.picture(customer, "editor-next-answer");
    }

    @Test
    void a_procedure_is_written_step_by_step() {
        var editor = editing();
        editor.locator("yw-article-form").getByLabel("服务流程（仅坐席）").check();
        var steps = editor.locator("yw-procedure-form .step");
        assertThat(steps).hasCount(4);
        steps.nth(0).locator("textarea").fill("核对录取通知书：「请报一下录取通知书编号。」");
        var said = steps.nth(0).locator("yw-phrasings[data-who=agent] input");
        said.fill("请报一下录取通知书编号");
        said.press("Enter");
        steps.nth(1).locator("textarea").fill("问清校区");
        steps.nth(2)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("删除第 3 步"))
                .click();
        steps.nth(2)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("上移第 3 步"))
                .click();
        browser.picture(editor, "editor-procedure");

        button(editor, "按 Markdown").click();

        assertThat(field(editor, "回答")).hasValue("""
                        凭录取通知书到校内营业点办理，月费 29 元，含 60GB 流量。

                        ## 流程
                        1. 【识别】核对录取通知书：「请报一下录取通知书编号。」
                           - 坐席说：请报一下录取通知书编号
                        2. 【确认】…
                        3. 【分类】问清校区""");
        assertThat(editor.locator("yw-customer-view")).containsText("坐席说：请报一下录取通知书编号");
        editor.setViewportSize(390, 844);
        button(editor, "按步骤").click();
        browser.picture(editor, "editor-procedure-phone");
        editor.locator("yw-article-form").getByLabel("客户可见").check();
        assertThat(field(editor, "回答")).not().hasValue(Pattern.compile("坐席说"));
    }

    @Test
    void the_history_shows_word_by_word_what_changed() {
        var editor = editing();
        field(editor, "回答").fill("凭录取通知书到校内营业点办理，" + NEW_PRICE + "，含 60GB 流量。");
        button(editor, "保存草稿").click();
        assertThat(editor.locator("yw-toasts")).containsText("客户还看不到");

        editor.locator("[role=tab].history").click();

        assertThat(editor.locator("yw-history dl del")).hasText("29");
        assertThat(editor.locator("yw-history dl ins")).hasText("19");
        browser.picture(editor, "editor-history");
    }

    @Test
    void a_retired_article_comes_back_with_undo() {
        var editor = editing();
        button(editor, "下架").click();
        assertThat(editor.locator("yw-editor-head")).containsText("已下架");

        button(editor, "撤销").click();

        assertThat(editor.locator("yw-toasts")).containsText("已重新发布");
        assertThat(editor.locator("yw-editor-head")).containsText("已发布");
    }

    @Test
    void an_editor_who_saves_second_sees_both_versions() {
        var editor = editing();
        field(editor, "回答").fill("只能在云桥 App 里办理。");
        var other = new ArticleDraft(
                QUESTION, List.of(PHRASING), "只能到营业厅办理。", Audience.CUSTOMER, "移动", null, null, List.of());
        articles.saveDraft(article, revision, other, "李强").await().atMost(PATIENCE);

        button(editor, "保存草稿").click();

        var conflict = editor.locator("yw-conflict");
        assertThat(conflict).containsText("李强 先一步保存了");
        assertThat(conflict.locator("dl")).containsText("营业厅");
        assertThat(conflict.locator("dl")).containsText("云桥 App");
        browser.picture(editor, "editor-conflict");
    }

    @Test
    void what_was_not_saved_is_there_after_a_reload() {
        var editor = editing();
        field(editor, "回答").fill("还没有写完的回答");
        assertThat(editor.locator("yw-article-list")).containsText("未保存");
        editor.onDialog(dialog -> dialog.accept());

        editor.reload();

        assertThat(field(editor, "回答")).hasValue("还没有写完的回答");
        assertThat(editor.locator(".notice")).containsText("已恢复您没有保存的修改");
    }

    @Test
    void the_keyboard_finds_and_opens_an_article() {
        var editor = browser.staff(Screen.DESKTOP, login, login);
        editor.navigate("/knowledge");
        assertThat(editor.locator("yw-article-list tbody tr").first()).isVisible();
        editor.keyboard().press("/");
        editor.keyboard().type("迎新卡");
        assertThat(editor.locator("yw-article-list tbody mark").first()).hasText("迎新卡");
        browser.picture(editor, "editor-list");

        editor.keyboard().press("Enter");
        editor.keyboard().press("Enter");

        assertThat(field(editor, "标准问题")).hasValue(QUESTION);
    }

    @Test
    void a_trial_tells_what_the_bot_would_do_and_with_which_article() {
        var editor = browser.staff(Screen.DESKTOP, login, login);
        editor.navigate("/knowledge");
        button(editor, "试一试").click();
        editor.getByLabel("输入客户的问题").fill(PHRASING);

        editor.keyboard().press("Enter");

        assertThat(editor.locator("yw-trial .decision")).containsText("会直接回答");
        assertThat(editor.locator("yw-trial li").first()).containsText(QUESTION);
        browser.picture(editor, "editor-trial");
    }

    @Test
    void an_agent_is_told_which_role_the_page_needs() {
        signUp("agent." + login, "李强", Set.of(Role.AGENT));
        var agent = browser.staff(Screen.PHONE, "agent." + login, "agent." + login);

        agent.navigate("/knowledge");

        assertThat(agent.locator("yw-empty")).containsText("没有编辑知识的权限");
    }

    @Test
    void a_phone_shows_the_list_and_then_the_article() {
        var editor = browser.staff(Screen.PHONE_DARK, login, login);
        editor.navigate("/knowledge?q=迎新卡");

        editor.locator("yw-article-list li").first().click();

        assertThat(field(editor, "标准问题")).isVisible();
        assertThat(editor.locator("yw-article-list")).isHidden();
        browser.picture(editor, "editor-phone-dark");
    }

    private void signUp(String name, String called, Set<Role> roles) {
        var staff = members.create(name, called, roles, name).await().atMost(PATIENCE);
        members.setPassword(staff.id(), name, false).await().atMost(PATIENCE);
    }

    private Page editing() {
        var page = browser.staff(Screen.DESKTOP, login, login);
        page.navigate("/knowledge?q=迎新卡&article=" + article.value());
        assertThat(field(page, "标准问题")).hasValue(QUESTION);
        return page;
    }

    private static Page chat() {
        var page = browser.person(Screen.PHONE);
        page.navigate("/chat");
        assertThat(page.locator(".asks button").first()).isVisible();
        return page;
    }

    private static void ask(Page page, String question) {
        page.locator("textarea").fill(question);
        page.keyboard().press("Enter");
    }

    private static Locator answers(Page page) {
        return page.locator("article[data-label]:has(.source)");
    }

    private static Locator field(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
