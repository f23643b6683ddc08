package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An editor's answer looks as it was meant, to the customer and in the preview. */
@QuarkusTest
class MarkdownTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String ANSWER = """
            **提示：**先备份。这是**“必读”**的条款，到**服务厅。**签字，请读**《协议》**。

            说明 https://yunqiao.example/help，打开后看；也见[资费](https://yunqiao.example/fee)，或 www.example.com。

            流量 20~30GB，价格 5~10 元，原价~~129元~~，7*24小时、5*8小时。

            拨打 *#06# 或*#21#查询，取消**21*10086#。

            2026. 年份开头的一行

            1. 第一步
            2. 第二步

            ```
            *#06#  一行很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的代码
            ```
            """;

    @Inject
    Articles articles;

    @Inject
    People people;

    private final String question = "星桥" + UUID.randomUUID().toString().substring(0, 6) + "备份卡怎么备份";
    private Article article;

    @BeforeEach
    void an_answer_with_marks() {
        var draft = new ArticleDraft(question, List.of(), ANSWER, Audience.CUSTOMER, "移动", null, null, List.of());
        article = now(articles.create("test/" + UUID.randomUUID(), draft, "王芳")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    @AfterEach
    void retire() {
        now(articles.retire(article.id()));
    }

    @Test
    void a_customer_reads_it_as_written() {
        var page = browser.person(Screen.PHONE);
        page.navigate("/chat");
        page.locator(".asks button").first().waitFor();
        page.locator("textarea").fill(question);
        page.keyboard().press("Enter");
        var answer = page.locator("article[data-label]:has(pre)").last();
        answer.waitFor();

        asWritten(answer);
        Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(page.viewportSize().width);
        browser.picture(page, "markdown-phone");
    }

    @Test
    void an_editor_sees_it_so_in_the_preview() {
        var editor = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);
        editor.navigate("/knowledge?q=" + question);
        editor.locator("yw-article-list tbody tr").first().click();
        editor.locator("yw-customer-view").waitFor();

        asWritten(editor.locator("yw-customer-view .prose"));
        browser.picture(editor, "markdown-preview");
    }

    private static void asWritten(Locator shown) {
        assertThat(shown.locator("strong")).hasText(new String[] {"提示：", "“必读”", "服务厅。", "《协议》"});
        assertThat(shown.locator("a[rel]"))
                .hasText(new String[] {"https://yunqiao.example/help", "资费", "www.example.com"});
        assertThat(shown.locator("a[rel]").first()).hasAttribute("href", "https://yunqiao.example/help");
        assertThat(shown.locator("del")).hasText(new String[] {"129元"});
        assertThat(shown).containsText("20~30GB，价格 5~10 元");
        assertThat(shown).containsText("7*24小时、5*8小时");
        assertThat(shown).containsText("拨打 *#06# 或*#21#查询，取消**21*10086#。");
        assertThat(shown).containsText("2026. 年份开头的一行");
        assertThat(shown.locator("em")).hasCount(0);
        assertThat(shown.locator("ol")).hasCount(1);
        var code = shown.locator("pre");
        Assertions.assertThat((Boolean) code.evaluate("it => it.scrollWidth > it.clientWidth"))
                .as("scrolls")
                .isTrue();
        assertThat(code).hasAttribute("tabindex", "0");
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
