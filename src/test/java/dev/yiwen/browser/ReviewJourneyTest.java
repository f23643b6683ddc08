package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.revision.FourEyes.Choice;
import dev.yiwen.knowledge.revision.Reviewed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a change to what customers are told, by two people: remarked on, sent back, approved, and live at its moment. */
@QuarkusTest
class ReviewJourneyTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Reviewed reviewed;

    private Staff author;
    private Staff colleague;

    @BeforeEach
    void two_editors() {
        author = people.staff(Role.EDITOR);
        colleague = people.staff(Role.EDITOR);
        reviewed.fourEyes(Choice.ON);
    }

    @AfterEach
    void as_before() {
        reviewed.asBefore();
    }

    @Test
    void a_change_is_remarked_on_sent_back_approved_by_another_and_live_at_its_moment() {
        var id = reviewed.live(author, colleague, "月费 29 元。\n营业厅办理，当天生效。");
        var writing = open(author, Screen.DESKTOP, id);
        field(writing, "回答").fill("月费 19 元。\n营业厅办理，次日生效。");
        button(writing, "提交审核").click();
        assertThat(writing.locator("yw-toasts")).containsText("等待作者以外的同事审核");
        assertThat(writing.locator("yw-editor-head")).containsText("审核中");
        button(writing, "去审核").click();
        assertThat(writing.locator("yw-review .state")).containsText("请由作者以外的同事审核");
        assertThat(button(writing, "审核通过")).hasCount(0);

        var reading = browser.staff(Screen.DESKTOP, colleague.login(), People.PASSWORD);
        reading.navigate("/knowledge?queue=REVIEW");
        assertThat(reading.locator("yw-filters .queues")).containsText("待审核");
        browser.picture(reading, "review-queue");
        reading.navigate("/knowledge?queue=REVIEW&article=" + id);
        assertThat(reading.locator("yw-review-diff del").first()).hasText("29");
        button(reading, "左右对照").click();
        button(reading, "批注：回答第 2 行").click();
        assertThat(reading.locator("yw-thread textarea")).isFocused();
        reading.keyboard().type("活动细则写的是当天生效，请核对。");
        button(reading, "添加批注").click();
        assertThat(reading.locator("yw-thread")).containsText("请核对");
        browser.picture(reading, "review-sides");
        button(reading, "退回修改…").click();
        reading.getByLabel("原因").fill("生效时间与细则不符");
        button(reading, "退回").click();
        assertThat(reading.locator("yw-toasts")).containsText("已退回给作者");

        writing.reload();
        assertThat(writing.locator(".notice")).containsText("生效时间与细则不符");
        field(writing, "回答").fill("月费 19 元。\n营业厅办理，当天生效。");
        button(writing, "提交审核").click();
        assertThat(writing.locator("yw-editor-head")).containsText("审核中");

        reading.reload();
        button(reading, "已解决").click();
        assertThat(reading.locator("yw-thread")).containsText("标为已解决");
        button(reading, "审核通过").click();
        assertThat(reading.locator("yw-editor-head")).containsText("已通过");
        browser.picture(reading, "review-approved");
        reading.locator("yw-editor-head summary").click();
        button(reading, "定时发布…").click();
        browser.picture(reading, "review-schedule");
        button(reading, "定时").click();
        assertThat(reading.locator("yw-editor-head")).containsText("定时上线");

        reviewed.due(id, Instant.now().plusSeconds(1));
        reading.waitForTimeout(8_000);
        reading.reload();
        reading.locator("[role=tab].history").click();
        assertThat(reading.locator("yw-history .life").first()).containsText("起在线");
        assertThat(reading.locator("yw-history .life").last()).containsText(" – ");
        browser.picture(reading, "review-history");
    }

    @Test
    void a_reviewer_on_a_phone_sees_lines_remarks_and_what_to_do() {
        var id = reviewed.live(author, colleague, "月费 29 元。\n营业厅办理，当天生效。");
        var writing = open(author, Screen.PHONE, id);
        field(writing, "回答").fill("月费 19 元。\n营业厅办理，次日生效。");
        button(writing, "提交审核").click();
        assertThat(writing.locator("yw-editor-head")).containsText("审核中");
        browser.picture(writing, "review-phone-author");

        var reading = browser.staff(Screen.PHONE_DARK, colleague.login(), People.PASSWORD);
        reading.navigate("/knowledge?queue=REVIEW");
        assertThat(reading.locator("yw-article-list li").first()).containsText("待审核");
        browser.picture(reading, "review-phone-list");
        reading.navigate("/knowledge?article=" + id);
        button(reading, "批注：回答第 1 行").click();
        reading.locator("yw-thread textarea").fill("价格对吗？");
        button(reading, "添加批注").click();

        assertThat(reading.locator("yw-thread")).containsText("价格对吗");
        browser.picture(reading, "review-phone");
    }

    @Test
    void many_articles_are_changed_at_once_undone_and_published_together() {
        reviewed.fourEyes(Choice.OFF);
        var topic = "批量" + Ids.next().toString().substring(24);
        IntStream.range(0, 3).forEach(it -> reviewed.draft(author, topic + "/" + Ids.next(), "月费 29 元。"));
        var page = browser.staff(Screen.DESKTOP, author.login(), People.PASSWORD);
        page.navigate("/knowledge?topic=" + topic);
        page.getByLabel("选择已显示的").check();
        button(page, "标签…").click();
        page.getByLabel("加上的标签（用逗号分开）").fill("冬季，新套餐");
        browser.picture(page, "bulk-tags");
        button(page, "确定").click();
        assertThat(page.locator("yw-toasts")).containsText("已修改 3 条");
        button(page, "撤销").click();
        assertThat(page.locator("yw-toasts")).containsText("已撤销 3 条");
        button(page, "最近的批量修改").click();
        assertThat(page.locator("yw-recent-changes")).containsText(author.name() + " 已撤销");
        browser.picture(page, "bulk-recent");
        button(page, "关闭").click();

        page.locator("yw-article-list tbody tr").first().click();
        button(page, "发布组").click();
        page.getByLabel("新发布组的名称，例如：冬季新套餐").fill("冬季 " + topic);
        button(page, "新建").click();
        var set = page.locator("yw-publish-sets section").first();
        assertThat(set).containsText(topic);
        set.getByText("加入现在打开的知识").click();
        assertThat(set).containsText("1 / 1 条可以发布");
        browser.picture(page, "publish-set");
        set.getByText("全部发布").click();
        assertThat(page.locator("yw-toasts")).containsText("1 条知识已同时上线");
    }

    private Page open(Staff staff, Screen screen, String id) {
        var page = browser.staff(screen, staff.login(), People.PASSWORD);
        page.navigate("/knowledge?article=" + id);
        assertThat(field(page, "回答")).isVisible();
        return page;
    }

    private static Locator field(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
