package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.HostileTexts;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.Pinyin;
import dev.yiwen.retrieval.text.Spelling;
import dev.yiwen.retrieval.text.Terms;
import dev.yiwen.retrieval.text.TextShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileQueryTest {
    private final Spelling spelling = new Spelling();

    @Test
    void whatever_is_typed_is_normalised_corrected_and_cut_into_words_in_bounded_time() {
        List.of("流量还剩多少", "怎么查流量", "宽带怎么办理", "先申请", "西安的线", "账单在哪里看", "申请宽带")
                .forEach(it -> spelling.learn(it, Terms.ofDocument(it)));
        HostileTexts.assertBounded(HostileTexts.all(), text -> {
            var normalised = Normaliser.text(text);
            Normaliser.key(text);
            var corrected = spelling.corrected(normalised);
            Terms.ofQuery(corrected);
            TextShape.of(corrected);
        });
    }

    @Test
    void pinyin_is_cut_as_by_trying_every_way_longest_first() {
        var syllables = List.of("xi", "an", "xian", "ni", "hao", "q", "g", "e", "nge", "ang", "fang");
        var random = new Random(9);
        for (int i = 0; i < 2000; i++) {
            var letters = new StringBuilder();
            random.ints(1 + i % 6, 0, syllables.size()).forEach(it -> letters.append(syllables.get(it)));
            assertThat(Pinyin.split(letters.toString())).isEqualTo(byTrying(letters.toString()));
        }
    }

    private static Optional<List<String>> byTrying(String letters) {
        if (letters.isEmpty()) {
            return Optional.of(List.of());
        }
        for (int length = Math.min(6, letters.length()); length > 0; length--) {
            // A syllable is what can be cut as one.
            var head = letters.substring(0, length);
            if (Pinyin.split(head).filter(it -> it.size() == 1).isPresent()) {
                var rest = byTrying(letters.substring(length));
                if (rest.isPresent()) {
                    var all = new ArrayList<>(List.of(head));
                    all.addAll(rest.get());
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void one_wrong_letter_after_many_syllables_costs_nothing() {
        HostileTexts.assertBounded(
                Stream.of("xian".repeat(40) + "q", "xian".repeat(25_000) + "q"),
                it -> assertThat(Pinyin.split(it)).isEmpty());
    }
}
