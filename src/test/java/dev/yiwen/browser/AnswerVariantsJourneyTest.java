package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An editor words one answer for the telephone and for members. */
@QuarkusTest
class AnswerVariantsJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    StaffMembers members;

    @Inject
    Articles articles;

    private final String login = "words." + Ids.next().toString().substring(20);
    private ArticleId article;

    @BeforeEach
    void an_editor_and_a_published_article() {
        var draft = new ArticleDraft(
                "企业专线多少钱一个月？",
                List.of("专线月租", "企业宽带专线价格", "拉一条专线要多少钱"),
                "企业专线每月 **299 元**，含固定地址：\n\n1. 在网上营业厅提交申请\n2. 三个工作日内上门勘察",
                Audience.CUSTOMER,
                "宽带",
                null,
                null,
                List.of("政企"));
        var saved = articles.create("plans/leased-line-" + login, draft, "王芳")
                .await()
                .atMost(PATIENCE);
        article = articles.publish(saved.id(), saved.revision())
                .await()
                .atMost(PATIENCE)
                .id();
        var staff =
                members.create(login, "王芳", Set.of(Role.EDITOR), login).await().atMost(PATIENCE);
        members.setPassword(staff.id(), login, false).await().atMost(PATIENCE);
    }

    @AfterEach
    void nothing_for_other_tests() {
        articles.retire(article).await().atMost(PATIENCE);
    }

    @Test
    void an_answer_is_worded_for_the_telephone_and_for_members() {
        var page = browser.staff(Screen.DESKTOP, login, login);
        page.navigate("/knowledge?article=" + article.value());
        button(page, "电话口播").click();
        page.getByLabel("回答（电话口播）").fill("企业专线每月两百九十九元，三天内上门。");
        assertThat(page.locator("yw-customer-view")).containsText("坐席接电话时看到");
        page.getByLabel("给几级起的会员").selectOption("3");
        page.getByLabel("回答（会员 3 级起）").fill("企业专线会员价每月 259 元。");
        assertThat(page.locator(".differs")).containsText("259");
        browser.picture(page, "variants-desktop");

        button(page, "保存草稿").click();
        assertThat(page.locator("yw-toasts")).containsText("客户还看不到");
        page.reload();
        button(page, "会员 3 级起").click();
        assertThat(page.getByLabel("回答（会员 3 级起）")).hasValue("企业专线会员价每月 259 元。");
        page.locator("[role=tab].history").click();

        assertThat(page.locator("yw-history dl")).containsText("回答（电话口播）");
        browser.picture(page, "variants-history");
        page.setViewportSize(390, 844);
        page.locator("[role=tab].edit").click();
        browser.picture(page, "variants-phone");
    }

    @Test
    void a_value_is_changed_in_one_place_after_a_look_at_where_it_is_used() {
        var name = "专线月租" + login.substring(login.length() - 4);
        var page = browser.staff(Screen.DESKTOP, login, login);
        page.navigate("/knowledge?article=" + article.value());
        button(page, "常用值").click();
        page.getByLabel("名称，例如 服务热线").fill(name);
        page.getByLabel("内容", new Page.GetByLabelOptions().setExact(true)).fill("299 元");
        button(page, "登记").click();
        assertThat(page.locator("yw-snippets")).containsText("还没有知识用到");
        button(page, "关闭").last().click();
        page.getByLabel("回答", new Page.GetByLabelOptions().setExact(true)).fill("企业专线每月：");
        page.getByLabel("插入常用值…").selectOption(name);
        assertThat(page.locator("yw-customer-view")).containsText("每月：299 元");
        button(page, "发布").click();
        assertThat(page.locator("yw-toasts")).containsText("下一次回答即使用");

        button(page, "常用值").click();
        var own = page.locator("yw-snippets section").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(own).containsText("用在 1 条知识");
        own.getByText("修改", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("yw-snippet-change li")).containsText("企业专线多少钱一个月？");
        page.getByLabel("新的内容").fill("319 元");
        page.getByLabel("为什么改").fill("一月起调价");
        browser.picture(page, "snippet-change");
        button(page, "改好，立刻生效").click();
        assertThat(own).containsText("319 元");
        own.locator("summary").last().click();
        assertThat(own).containsText("一月起调价");
        browser.picture(page, "snippets-desktop");
        page.setViewportSize(390, 844);
        browser.picture(page, "snippets-phone");

        button(page, "关闭").last().click();
        assertThat(page.locator("yw-customer-view")).containsText("每月：319 元");
    }

    @Test
    void a_link_that_leads_nowhere_is_shown_beside_the_answer_and_in_the_list() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/map") ? 200 : 404, -1);
            exchange.close();
        });
        site.start();
        try {
            var address = "http://127.0.0.1:" + site.getAddress().getPort();
            var page = browser.staff(Screen.DESKTOP, login, login);
            page.navigate("/knowledge?article=" + article.value());
            page.getByLabel("回答", new Page.GetByLabelOptions().setExact(true))
                    .fill("到 [营业厅](" + address + "/map) 办理，或看 " + address + "/leased-line-price。");
            button(page, "发布").click();
            assertThat(page.locator("yw-article-links")).containsText("还没有检查");

            button(page, "现在检查").click();

            assertThat(page.locator("yw-article-links li").last()).containsText("失效 404");
            assertThat(page.locator("yw-article-links li").first()).containsText("能打开");
            page.locator("yw-article-links").scrollIntoViewIfNeeded();
            browser.picture(page, "links-desktop");
            page.navigate("/knowledge?queue=LINKS");
            assertThat(page.locator("yw-article-list tbody")).containsText("企业专线多少钱一个月？");
            browser.picture(page, "links-list");
            page.setViewportSize(390, 844);
            page.navigate("/knowledge?article=" + article.value());
            page.locator("yw-article-links").scrollIntoViewIfNeeded();
            browser.picture(page, "links-phone");
        } finally {
            site.stop(0);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
