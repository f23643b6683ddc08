package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Audience;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedReaderTest {
    private static final String TWO = "问题,答案\n怎么退款,原路退回\n怎么开票,在 App 里开\n";

    @Test
    void five_thousand_rows_are_five_thousand_articles() {
        var text = IntStream.range(0, 5_000)
                .mapToObj(i -> "问题" + i + ",答案" + i)
                .collect(Collectors.joining("\n", "q,a\n", "\n"));

        assertThat(SourceCase.of("a.csv", text).source().rows()).hasSize(5_000).allMatch(ReadRow.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "NULL", "None", "nan", "无"})
    void words_for_nothing_are_answers(String word) {
        assertThat(SourceCase.of("a.csv", "问题,答案\n有优惠吗," + word + "\n").answers())
                .containsExactly(word);
    }

    @Test
    void semicolons_separate_and_a_comma_in_an_answer_does_not() {
        var read = SourceCase.of("a.csv", "问题;答案;\n月费多少;59 元/月,含 100 分钟;\n有合约吗;没有;\n");

        assertThat(read.answers()).containsExactly("59 元/月,含 100 分钟", "没有");
    }

    @Test
    void tabs_separate_whatever_the_file_is_called() {
        assertThat(SourceCase.of("a.csv", "问题\t答案\n月费;多少\t59,元\n").questions()).containsExactly("月费;多少");
    }

    @Test
    void quoted_cells_hold_line_breaks_separators_and_quotation_marks() {
        var read = SourceCase.of("a.csv", "问题,答案\n\"他说\"\"好\"\"吗\",\"59元/月,含 100分钟\n次月生效\"\n下一个,在第四行\n");

        assertThat(read.questions()).containsExactly("他说\"好\"吗", "下一个");
        assertThat(read.answers().getFirst()).isEqualTo("59元/月,含 100分钟\n次月生效");
        assertThat(read.articles().getLast().place().row()).isEqualTo(3);
    }

    @Test
    void quotation_marks_that_nobody_doubled_stay_in_the_text() {
        var read = SourceCase.of("a.csv", "问题,答案\n怎么回复,\"请说\"您好\"，再等一下\"\n下一个,是\n");

        assertThat(read.answers()).containsExactly("请说\"您好\"，再等一下", "是");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_costs_its_own_row() {
        var read = SourceCase.of("a.csv", "问题,答案\n怎么退款,\"原路\n怎么开票,在 App 里开\n");

        assertThat(read.faults()).containsExactly(":2 a quotation mark on line 2 is never closed: close or delete it");
        assertThat(read.questions()).containsExactly("怎么开票");
    }

    @Test
    void says_which_encoding_was_taken() {
        assertThat(encoded(TWO.getBytes(StandardCharsets.UTF_8))).isEqualTo("read as UTF-8");
        assertThat(encoded(("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_8))).isEqualTo("read as UTF-8");
        assertThat(encoded(TWO.getBytes(Charset.forName("GB18030")))).isEqualTo("read as GB18030");
        assertThat(encoded(("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("read as UTF-16");
        assertThat(encoded(TWO.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("read as UTF-16");
        assertThat(encoded("q,a\n卡,补\n".getBytes(Charset.forName("GBK")))).isEqualTo("read as GB18030");
    }

    private static String encoded(byte[] content) {
        var read = SourceCase.of("a.csv", content);
        assertThat(read.articles()).isNotEmpty();
        assertThat(read.faults()).isEmpty();
        return read.notes().getFirst();
    }

    @Test
    void one_broken_byte_is_the_fault_of_its_row_alone() {
        var content = TWO.getBytes(StandardCharsets.UTF_8);
        int at = "问题,答案\n怎么退".getBytes(StandardCharsets.UTF_8).length;
        content[at + 1] = (byte) 0xFF;

        var read = SourceCase.of("a.csv", content);

        assertThat(read.faults())
                .singleElement()
                .asString()
                .startsWith(":2 column A has a broken byte ")
                .contains("line 2", "read as UTF-8");
        assertThat(read.questions()).containsExactly("怎么开票");
    }

    @Test
    void reads_every_column_that_people_have() {
        var read = SourceCase.of(
                "常见问题.csv",
                "序号,一级分类,标准问题（必填）,相似问1,相似问2,答案,标签,生效日期,失效时间,可见范围,产品\n"
                        + "1,资费/套餐,怎么改套餐,换套餐；改资费,套餐变更,在 App 里改,套餐、变更,2026/1/31,2026年12月1日,坐席,移动\n");

        var draft = read.article().draft();
        assertThat(draft.phrasings()).containsExactly("换套餐", "改资费", "套餐变更");
        assertThat(draft.tags()).containsExactly("套餐", "变更");
        assertThat(draft.validFrom()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(draft.validTo()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(draft.audience()).isEqualTo(Audience.AGENT);
        assertThat(draft.product()).isEqualTo("移动");
        assertThat(read.article().slug()).startsWith("资费-套餐/");
    }

    @Test
    void further_wordings_below_a_question_are_its_own() {
        var read = SourceCase.of("a.csv", "问题,相似问,答案\n怎么退款,退钱,原路退回\n,退款多久,\n怎么开票,开票,在 App\n");

        assertThat(read.articles().getFirst().draft().phrasings()).containsExactly("退钱", "退款多久");
        assertThat(read.questions()).hasSize(2);
    }

    @Test
    void what_is_missing_or_not_understood_is_a_fault_that_says_what_to_do() {
        var read = SourceCase.of(
                "a.csv", "id,问题,答案,生效,受众\n,,没有问题,,\n,没有答案,,,\na b,怎么退款,原路,,\n,怎么开票,App,明天,\n,怎么改名,App,,外星人\n");

        assertThat(read.faults())
                .containsExactly(
                        ":2 question is missing: write it, or delete the row",
                        ":3 answer is missing: write it, or delete the row",
                        ":4 id 'a b' in A is no key such as billing/late-fee: letters, digits, - _ . and /, 120 at most",
                        ":5 D must be a date such as 2026-01-31, not '明天'",
                        ":6 audience in E must be customer or agent, not '外星人'");
    }

    @Test
    void each_row_of_a_table_without_known_headers_says_so() {
        var read = SourceCase.of("a.csv", "甲,乙\n怎么退款,原路\n怎么开票,App\n");

        assertThat(read.faults()).hasSize(2).allMatch(it -> it.contains("no column is the question"));
        assertThat(read.source().grids())
                .singleElement()
                .satisfies(it -> assertThat(it.headers()).containsExactly("甲", "乙"));
    }

    @Test
    void columns_are_what_somebody_has_said() {
        var file = new FileBytes("a.csv", "甲,乙\n怎么退款,原路\n".getBytes(StandardCharsets.UTF_8));
        var key = SourceFiles.read(List.of(file), ColumnChoice.NONE)
                .grids()
                .getFirst()
                .key();

        var read = new SourceCase(SourceFiles.read(
                List.of(file),
                it -> it.equals(key)
                        ? java.util.Optional.of(List.of("QUESTION", "ANSWER"))
                        : java.util.Optional.empty()));

        assertThat(read.answers()).containsExactly("原路");
    }
}
