package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table in an answer can be read on any phone, in any print. */
@QuarkusTest
class LargePrintTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    /** Cells that stand outside of the bubble and of any box that scrolls to them. */
    private static final String CUT = """
            (table) => {
              const box = table.closest('.table').getBoundingClientRect();
              const scrolls = table.closest('.table').scrollWidth > table.closest('.table').clientWidth;
              return [...table.querySelectorAll('td')]
                .filter((cell) => !scrolls && cell.getBoundingClientRect().right > box.right + 1)
                .map((cell) => cell.textContent);
            }
            """;

    @Test
    void a_table_never_widens_the_page_and_no_cell_is_out_of_reach() {
        var page = browser.person(Screen.PHONE);
        page.navigate("/chat");
        page.locator(".asks button").first().waitFor();
        page.locator("textarea").fill("云享家融合套餐有哪几档？包含什么？");
        page.keyboard().press("Enter");
        var table = page.locator("article[data-label] table").first();
        table.waitFor();

        for (var print : new String[] {"标准", "大字版"}) {
            if (print.equals("大字版")) {
                button(page, "设置");
                button(page, print);
                assertThat(table.locator("td").nth(1)).hasCSS("font-size", "18px");
            }
            for (var width : new int[] {320, 360, 390}) {
                page.setViewportSize(width, 844);
                Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(print + " at " + width)
                        .isEqualTo(width);
                Assertions.assertThat(page.locator(".log").evaluate("log => log.scrollWidth - log.clientWidth"))
                        .as(print + " at " + width)
                        .isEqualTo(0);
                Assertions.assertThat(table.evaluate(CUT))
                        .as(print + " at " + width)
                        .asList()
                        .isEmpty();
                browser.picture(page, "table-" + (print.equals("大字版") ? "large-" : "") + width);
            }
        }
        assertThat(table.locator("td[data-column]").nth(1)).isVisible();
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
