package dev.yiwen.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.knowledge.importing.MarkedFile.Mark;
import dev.yiwen.shared.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedFileTest {
    private static final List<Mark> MARKS =
            List.of(new Mark("", 2, "新增", ""), new Mark("", 3, "错误", "缺少答案：请填写，或删掉这一行"));

    @Test
    void a_table_comes_back_with_a_column_more_as_it_was_separated() {
        var file = "问题;答案\n怎么退款;\"原路;退回\n七天\"\n怎么开票;\n".getBytes(Charset.forName("GB18030"));

        var marked = new String(MarkedFile.of("表.csv", file, MARKS, "导入结果"), StandardCharsets.UTF_8);

        assertThat(marked).isEqualTo("""
                \uFEFF"问题";"答案";"导入结果"\r
                "怎么退款";"原路;退回
                七天";"新增"\r
                "怎么开票";"";"错误：缺少答案：请填写，或删掉这一行"\r
                """);
    }

    @Test
    void what_has_no_rows_is_not_handed_back() {
        assertThatThrownBy(() -> MarkedFile.of("a.pdf", new byte[] {1}, MARKS, "导入结果"))
                .isInstanceOf(Problem.class);
    }
}
