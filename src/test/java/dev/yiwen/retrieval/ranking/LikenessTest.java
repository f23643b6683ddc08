package dev.yiwen.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.text.Normaliser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LikenessTest {
    private static final Encoder ENCODER = new Encoder();
    private static final Likeness LIKENESS = Likeness.shipped();

    @Test
    void the_same_in_other_words_is_more_likely_than_what_only_looks_alike() {
        assertThat(likeness("宽带怎么退订", "我要退订宽带，怎么退")).isGreaterThan(likeness("宽带怎么退订", "宽带怎么续费"));
        assertThat(likeness("发票在哪里下载", "在哪里可以下载发票")).isGreaterThan(0.5);
        assertThat(likeness("发票在哪里下载", "停机了怎么恢复")).isLessThan(0.1);
    }

    @Test
    void it_is_the_same_from_either_side() {
        assertThat(likeness("5g套餐有哪些", "有什么4g套餐")).isCloseTo(likeness("有什么4g套餐", "5g套餐有哪些"), within(1e-5));
    }

    @Test
    void without_tokens_words_and_vectors_decide() {
        var pair = pair("发票在哪里下载", "在哪里可以下载发票");
        var without = new QuestionPair(pair.values(), false);
        assertThat(LIKENESS.probability(without)).isBetween(0.3, 1.0).isNotEqualTo(LIKENESS.probability(pair));
    }

    @Test
    void a_fit_learns_what_tells_pairs_apart() {
        var samples = new ArrayList<LikenessFit.Sample>();
        for (int i = 0; i < 200; i++) {
            double cosine = i / 200.0;
            var values = new ArrayList<>(Collections.nCopies(QuestionPair.NAMES.size(), 0.5));
            values.set(0, cosine);
            samples.add(new LikenessFit.Sample(new QuestionPair(values, true), cosine > 0.7));
        }
        var fitted = LikenessFit.of(samples, "made up", "here");
        assertThat(fitted.probability(samples.get(199).pair())).isGreaterThan(0.9);
        assertThat(fitted.probability(samples.get(20).pair())).isLessThan(0.1);
    }

    private static double likeness(String one, String other) {
        return LIKENESS.probability(pair(one, other));
    }

    private static QuestionPair pair(String one, String other) {
        var first = text(one);
        var second = text(other);
        var agreement =
                LateInteraction.of(first.tokens(), List.of(second.tokens())).getFirst();
        return QuestionPair.of(first, second, agreement, word -> 3.0);
    }

    private static SearchText text(String question) {
        var normalised = Normaliser.text(question);
        return new SearchText(normalised, ENCODER.encode(normalised));
    }
}
