package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpeningTest {
    private static final String TITLE = "水表可以换成远传的吗？";
    private static final String MAY = "可以。带房产证到营业厅登记，换表不收费。";
    private static final String LONG = """
            报修后由片区班组上门，先看是户内还是户外：

            - **户外管道**：归我们修，不向您收取费用；
            - **户内管道**：请物业或持证的师傅修，也可以请我们修，人工每次 60 元，材料另算。

            师傅一般 4 小时内到，夜里报修的次日 8:00 前到。修好以后请当场验水并签字，签字单由您保存一年，日后再漏时凭它保修，不再另外登记。

            工具由师傅自带。进度可以在公众号「报修记录」查看。
            """;

    @ParameterizedTest
    @ValueSource(strings = {"水表怎么换成远传的", "换远传水表要什么材料", "旧水表如何换新的？", "换表去哪登记"})
    void who_does_not_ask_whether_is_not_told_yes(String question) {
        assertThat(Opening.of(question, TITLE, MAY)).isEqualTo("带房产证到营业厅登记，换表不收费。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"水表可以换成远传的吗？", "能不能换远传水表", "可不可以换，怎么换", "老表能换不", "换得了没有？", "是否能换成远传", "想换远传水表", "远传水表"})
    void who_asks_whether_or_nothing_reads_it_as_written(String question) {
        assertThat(Opening.of(question, TITLE, MAY)).isEqualTo(MAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"可以在公众号登记。", "不可以，要先拆旧表。", "可以提前三天预约。", "能换的只有老表。"})
    void only_a_word_that_stands_alone_and_affirms_is_left_out(String answer) {
        assertThat(Opening.of("怎么换水表", TITLE, answer)).isEqualTo(answer);
    }

    @Test
    void a_long_answer_leads_with_the_amount_that_was_asked_for() {
        assertThat(Opening.of("户内管道请你们修多少钱", "漏水怎么报修？", LONG))
                .startsWith("**户内管道：请物业或持证的师傅修，也可以请我们修，人工每次 60 元，材料另算。**\n\n报修后")
                .endsWith(LONG);
    }

    @Test
    void a_long_answer_leads_with_the_time_that_was_asked_for() {
        assertThat(Opening.of("夜里报修师傅几点到", "漏水怎么报修？", LONG)).startsWith("**师傅一般 4 小时内到，夜里报修的次日 8:00 前到。**");
    }

    @Test
    void a_long_answer_leads_with_the_place_that_was_asked_for() {
        assertThat(Opening.of("报修进度在哪查看", "漏水怎么报修？", LONG)).startsWith("**进度可以在公众号「报修记录」查看。**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"漏水怎么报修？", "怎么报修", "水费多少钱一吨", "水压低什么时候能好", "多少钱，多久到"})
    void leads_with_nothing_that_is_not_about_the_question(String question) {
        assertThat(Opening.of(question, "漏水怎么报修？", LONG)).isEqualTo(LONG);
    }

    @Test
    void an_amount_in_a_table_stays_there() {
        String table = LONG + "\n| 项目 | 价格 |\n| --- | --- |\n| 户内管道 | 60 元 |\n";

        assertThat(Opening.of("户内管道请你们修多少钱", "漏水怎么报修？", table)).isEqualTo(table);
    }
}
