package dev.yiwen.assist.said;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.shared.ResourceLines;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaidSentenceTest {
    private static final Set<String> SAID = Set.of("verbatim", "own-words");

    private record Pair(int number, String label, String card, String said) {
        static Pair of(String line) {
            var fields = line.split("\t");
            return new Pair(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]);
        }

        boolean found() {
            return SaidSentence.carry(said, card);
        }

        boolean wanted() {
            return SAID.contains(label);
        }
    }

    private static final List<Pair> PAIRS = ResourceLines.of("evaluation/said.tsv").stream()
            .filter(it -> !it.startsWith("#"))
            .map(Pair::of)
            .toList();

    @Test
    void what_was_said_is_found_in_the_half_that_nothing_was_chosen_on() {
        assertThat(half(1))
                .filteredOn(Pair::wanted)
                .hasSize(16)
                .filteredOn(it -> !it.found())
                .isEmpty();
    }

    @Test
    void in_the_other_half_what_is_said_in_quite_other_words_may_be_missed() {
        assertThat(half(0))
                .filteredOn(Pair::wanted)
                .filteredOn(it -> !it.found())
                .extracting(Pair::label)
                .hasSizeLessThanOrEqualTo(2)
                .containsOnly("own-words");
    }

    @Test
    void other_amounts_opposites_and_other_words_are_not_taken_for_it() {
        assertThat(PAIRS).filteredOn(it -> !it.wanted()).filteredOn(Pair::found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"您是说补卡带身份证到营业厅办理，工本费要十元吗", "补卡带身份证到营业厅办理，工本费十元，是这样吗？", "我也不清楚补卡是不是带身份证到营业厅办理", "营业厅", "嗯嗯好的"})
    void a_question_or_a_word_of_it_is_not_the_sentence(String said) {
        assertThat(SaidSentence.carry(said.replace('，', '，'), "补卡请带身份证到营业厅办理，工本费 10 元，十分钟可以拿到新卡。"))
                .isFalse();
    }

    @Test
    void a_question_whether_that_is_fine_takes_nothing_back() {
        assertThat(SaidSentence.carry("补卡带身份证到营业厅办理，工本费十元，十分钟拿到新卡，您看可以吗", "补卡请带身份证到营业厅办理，工本费 10 元，十分钟可以拿到新卡。"))
                .isTrue();
    }

    private static List<Pair> half(int odd) {
        return PAIRS.stream().filter(it -> it.number() % 2 == odd).toList();
    }
}
