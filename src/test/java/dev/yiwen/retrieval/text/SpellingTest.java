package dev.yiwen.retrieval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private final Spelling spelling = new Spelling();

    @BeforeEach
    void learn() {
        List.of("流量还剩多少", "怎么查流量", "宽带怎么办理", "宽带和wifi", "账单在哪里看", "查账单", "申请宽带", "怎么申请")
                .forEach(it -> spelling.learn(it, Terms.ofDocument(it)));
    }

    @ParameterizedTest
    @CsvSource({
        "liuliang还剩多少, 流量还剩多少",
        "zenme cha liu liang, 怎么查流量",
        "六量还剩多少, 流量还剩多少",
        "帐但在哪里看, 账单在哪里看",
        "宽代怎么深情, 宽带怎么申请"
    })
    void what_was_typed_by_sound_becomes_a_word_of_the_knowledge(String typed, String meant) {
        assertThat(spelling.corrected(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"wifi怎么办理", "hello world", "星期天营业吗", "查流量"})
    void what_may_be_meant_as_it_stands_is_left_alone(String typed) {
        assertThat(spelling.corrected(typed)).isEqualTo(typed);
    }

    @Test
    void a_character_is_not_taken_for_one_that_shares_only_a_rare_sound_with_it() {
        List.of("数量有限", "多少数量").forEach(it -> spelling.learn(it, Terms.ofDocument(it)));
        assertThat(spelling.corrected("他说量一下")).isEqualTo("他说量一下");
    }

    @Test
    void nothing_is_corrected_before_anything_is_known() {
        assertThat(new Spelling().corrected("六量liuliang")).isEqualTo("六量liuliang");
    }
}
