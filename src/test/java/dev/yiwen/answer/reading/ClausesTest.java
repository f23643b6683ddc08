package dev.yiwen.answer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class ClausesTest {
    private final Clauses clauses = new Clauses(new TurnPatterns());

    @ParameterizedTest
    @CsvFileSource(resources = "/several-questions.tsv", delimiter = '\t', numLinesToSkip = 1, emptyValue = "")
    void takes_apart_what_is_several_questions_and_nothing_else(String message, String questions) {
        assertThat(parts(message)).isEqualTo(questions == null ? List.of() : List.of(questions.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource({"水费怎么交？电费怎么交？,true", "水费怎么交，另外电费怎么交,true", "水费怎么交，电费怎么交,false", "水费和电费怎么交,false"})
    void knows_whether_it_is_sure_that_they_are_several(String message, boolean marked) {
        assertThat(clauses.questions(TurnPatterns.plain(message), ""))
                .hasValueSatisfying(it -> assertThat(it.marked()).isEqualTo(marked));
    }

    @Test
    void asks_of_the_topic_what_names_no_subject() {
        assertThat(clauses.questions("要多少钱,怎么取消", "会员卡").orElseThrow().clauses())
                .extracting(Reading.Clause::text)
                .containsExactly("会员卡 要多少钱", "会员卡 怎么取消");
    }

    private List<String> parts(String message) {
        Optional<Reading.Several> several = clauses.questions(TurnPatterns.plain(message), "");
        return several.stream()
                .flatMap(it -> it.clauses().stream())
                .map(Reading.Clause::text)
                .toList();
    }
}
