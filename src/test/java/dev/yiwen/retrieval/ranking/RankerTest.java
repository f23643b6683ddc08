package dev.yiwen.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.embedding.TokenVectors;
import dev.yiwen.retrieval.index.Chunker;
import dev.yiwen.retrieval.index.Passage;
import dev.yiwen.retrieval.index.PassageRow;
import dev.yiwen.retrieval.text.TextShape;
import dev.yiwen.retrieval.text.Title;
import dev.yiwen.shared.Ids;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankerTest {
    @Test
    void the_numbers_of_a_text_are_found_where_nothing_but_texts_competes() {
        assertThat(ranked(Profile.ANSWERS).standardised()).startsWith(0, 1, 2).hasSize(MatchFeatures.COUNT);
    }

    @Test
    void the_numbers_of_an_answer_stand_behind_those_of_its_questions() {
        assertThat(ranked(Profile.BOTH).standardised())
                .startsWith(MatchFeatures.COUNT + 1, MatchFeatures.COUNT + 2)
                .hasSize(MatchFeatures.COUNT);
    }

    /** An article known by a text; each input is its own place. */
    private static Ranker.Ranked ranked(Profile profile) {
        var passage = new Passage(
                1,
                ArticleId.of(Ids.next()),
                1,
                "a",
                new Title(""),
                Audience.CUSTOMER,
                Chunker.Kind.ANSWER,
                "宽带故障请拨打报修电话",
                null,
                null,
                null,
                TextShape.of("宽带故障请拨打报修电话"),
                new float[Encoder.DIMENSION],
                TokenVectors.of(new byte[0]));
        var scored = new Shortlist.Scored(new PassageRow(passage, 0), 0, 0);
        double[] inputs =
                IntStream.range(0, Ranker.inputs(profile)).asDoubleStream().toArray();
        return new Ranker.Ranked(
                new Shortlist.Entry(scored, null, scored, 0, 0, List.of(scored)),
                null,
                new double[MatchFeatures.COUNT],
                inputs,
                0);
    }
}
