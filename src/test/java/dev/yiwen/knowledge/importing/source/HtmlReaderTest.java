package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class HtmlReaderTest {

    @Test
    void headings_lists_and_links_become_sections_in_markdown() {
        var read = SourceCase.of(
                "帮助.html",
                "<h1>帮助</h1><h2>怎么退款？</h2><p>请先<a href=\"https://a.example/x\">登录</a>。<br>再申请。</p><ol><li>点退款<ul><li>全额</li></ul></li><li>确认</li></ol>");

        assertThat(read.article().question()).isEqualTo("怎么退款？");
        assertThat(read.answers().getFirst())
                .startsWith("请先[登录](https://a.example/x)。\n再申请。\n\n1. 点退款\n   - 全额\n2. 确认\n");
    }

    @Test
    void folded_questions_and_lists_of_terms_are_sections() {
        var read = SourceCase.of(
                "a.html", "<details><summary>怎么开票？</summary>在 App 里。</details><dl><dt>多久寄出？</dt><dd>两天。</dd></dl>");

        assertThat(read.questions()).containsExactly("怎么开票？", "多久寄出？");
    }

    @Test
    void what_nobody_sees_is_left_out() {
        var read = SourceCase.of(
                "a.html",
                "<script>x()</script><p>看得见<span style=\"display: none\">看不见</span></p><p hidden>也看不见</p><div style='visibility:hidden'>还看不见</div>");

        assertThat(read.answers()).containsExactly("看得见\n\n*《a.html》*");
    }

    @Test
    void a_table_of_questions_and_answers_is_an_article_a_row() {
        var read = SourceCase.of(
                "a.html",
                "<table><tr><th>问题</th><th>分类</th><th>答案</th></tr><tr><td>怎么退款</td><td rowspan=2>资费</td><td>原路</td></tr><tr><td>怎么开票</td><td>App</td></tr></table>");

        assertThat(read.articles())
                .extracting(
                        ReadRow::question,
                        it -> it.draft().answer(),
                        it -> it.place().row())
                .containsExactly(tuple("怎么退款", "原路", 2), tuple("怎么开票", "App", 3));
    }

    @Test
    void a_table_in_a_table_is_text_in_its_cell() {
        var read = SourceCase.of(
                "a.html",
                "<table><tr><td>套餐</td><td><table><tr><td>甲</td><td>59</td></tr><tr><td>乙</td><td>99</td></tr></table></td></tr></table>");

        assertThat(read.answers().getFirst()).startsWith("| 套餐 | 甲 59<br>乙 99 |");
    }

    @Test
    void a_table_nested_thousands_deep_or_a_cell_of_32000_characters_is_read_or_refused() {
        var deep = "<table><tr><td>".repeat(4_000) + "底" + "</td></tr></table>".repeat(4_000);
        assertThat(SourceCase.of("deep.html", deep).source().rows()).isNotEmpty();

        var read = SourceCase.of("long.html", "<table><tr><td>" + "长".repeat(32_000) + "</td></tr></table>");
        assertThat(String.join("", read.answers()).chars().filter(it -> it == '长'))
                .hasSize(32_000);
    }
}
