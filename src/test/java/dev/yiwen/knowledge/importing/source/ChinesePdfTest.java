package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser makes of a Chinese page, as people save guides: embedded subsets of fonts, columns, tables over pages. */
class ChinesePdfTest {
    @TempDir
    Path folder;

    @Test
    void chapters_are_sections_in_the_signs_that_people_read() {
        var read = printed("""
                <h2>第一章 退款</h2>
                <ol><li>登录 App<li>点「我的订单」<li>点「退款」<li>等待审核</ol>
                <p>退款在 7 天内原路退回；超过 7 天的，请拨打热线 10086。退款金额为 59.00 元。</p>
                <h2>第二章 发票</h2>
                <p>发票在 App「我的—发票」开具，当月 25 日前有效。</p>
                """);

        assertThat(read.questions()).containsExactly("第一章 退款", "第二章 发票");
        assertThat(read.answers())
                .containsExactly(
                        "1. 登录 App\n2. 点「我的订单」\n3. 点「退款」\n4. 等待审核\n退款在 7 天内原路退回；超过 7 天的，请拨打热线 10086。退款金额为 59.00 元。\n\n*《指南.pdf》 p. 1*",
                        "发票在 App「我的—发票」开具，当月 25 日前有效。\n\n*《指南.pdf》 p. 1*");
        assertThat(read.articles())
                .allSatisfy(it -> assertThat(SourceCase.words(it)).isEmpty());
    }

    @Test
    void a_table_over_a_page_break_and_columns_are_flagged() {
        var rows = new StringBuilder("<h2>第三章 套餐</h2><table><tr><th>套餐<th>月费<th>流量</tr>");
        for (int i = 1; i < 60; i++) {
            rows.append("<tr><td>云享")
                    .append(i)
                    .append("号<td>")
                    .append(i + 9)
                    .append(" 元<td>")
                    .append(i)
                    .append(" GB</tr>");
        }
        rows.append("</table><h2>第四章 网点</h2><div style='columns:2'>");
        for (int i = 1; i < 40; i++) {
            rows.append("<p>第").append(i).append("号网点在青山路").append(i).append("号，每天 9 点开门，18 点关门，周末休息，请带好身份证。");
        }
        var read = printed(rows + "</div>");

        assertThat(read.questions()).containsExactly("第三章 套餐", "第四章 网点");
        assertThat(read.answers().getFirst()).contains("云享1号 10 元 1 GB\n").contains("云享59号 68 元 59 GB\n");
        assertThat(SourceCase.words(read.articles().getFirst()))
                .as("the table, on each of its pages")
                .contains(flag(1), flag(2));
        assertThat(Pattern.compile("第(\\d+)号网点在青山路\\1号")
                        .matcher(read.answers().getLast())
                        .results()
                        .map(it -> Integer.parseInt(it.group(1))))
                .as("one column after the other")
                .containsExactlyElementsOf(IntStream.range(1, 40).boxed().toList());
        assertThat(SourceCase.words(read.articles().getLast())).contains(flag(3));
    }

    private static String flag(int page) {
        return "page " + page
                + " has columns or a table, so its text may be out of order: compare it with the original";
    }

    private SourceCase printed(String body) {
        try {
            var page = folder.resolve("page.html");
            var target = folder.resolve("page.pdf");
            Files.writeString(
                    page,
                    "<!doctype html><html lang=zh><meta charset=utf-8><style>body { font: 14px 'Noto Sans CJK SC' }"
                            + "td { padding: 8px 20px; border: 1px solid }</style>" + body);
            var process = new ProcessBuilder(
                            Chromium.program().toString(),
                            "--headless",
                            "--no-sandbox",
                            "--no-pdf-header-footer",
                            "--print-to-pdf=" + target,
                            page.toUri().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return SourceCase.of("指南.pdf", Files.readAllBytes(target));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
