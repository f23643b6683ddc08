package dev.yiwen.answer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameQuestionTest {
    @ParameterizedTest
    @CsvSource({
        "怎么查询流量？, 如何查询流量",
        "流量怎么查, 怎么查流量",
        "流量查询, 怎么查流量？",
        "宽带怎么报修, 宽带怎么报修",
    })
    void versions_of_one_question_are_the_same(String one, String other) {
        assertThat(SameQuestion.asks(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "宽带怎么办理？, 宽带怎么拆机？",
        "怎么查流量？, 怎么查话费？",
        "怎么开通国际漫游？, 国际漫游怎么收费？",
        "怎么办？, 为什么？",
    })
    void questions_that_differ_in_a_word_that_matters_are_not(String one, String other) {
        assertThat(SameQuestion.asks(one, other)).isFalse();
    }
}
