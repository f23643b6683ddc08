package dev.yiwen.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.embedding.TokenVectors;
import dev.yiwen.retrieval.index.Chunker;
import dev.yiwen.retrieval.index.Passage;
import dev.yiwen.retrieval.text.TextShape;
import dev.yiwen.retrieval.text.Title;
import dev.yiwen.shared.Ids;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextFeaturesTest {
    private static final String OTHER = "本公司营业厅周一至周日早上九点到晚上六点对外服务，节假日的时间另行通知，到店请先取号，带好有效证件。";

    private Encoder encoder;

    @BeforeAll
    void load() {
        encoder = new Encoder();
    }

    @Test
    void the_answer_stands_out_once_what_all_candidates_share_is_taken_away() {
        var texts =
                List.of(text("您好，宽带故障请拨打报修电话，师傅会上门修理。"), text("您好，宽带资费每月一百元，可以到营业厅办理。"), text("您好，宽带移机请带身份证到营业厅办理。"));
        var features = texts.stream().map(it -> of("宽带坏了怎么报修", it, texts)).toList();
        assertThat(features.get(0)[0]).isPositive().isGreaterThan(features.get(1)[0] + 0.2);
        assertThat(features.get(2)[0]).isLessThan(features.get(0)[0]);
    }

    @Test
    void texts_that_are_all_alike_are_not_told_apart() {
        var texts = List.of(text(OTHER), text(OTHER));
        assertThat(of("宽带坏了怎么报修", texts.getFirst(), texts)[0]).isCloseTo(0, within(1e-3));
    }

    @Test
    void a_text_that_begins_with_the_matter_has_the_better_opening() {
        var begins = text("宽带坏了可以打电话报修。" + OTHER + OTHER);
        var ends = text(OTHER + OTHER + "宽带坏了可以打电话报修。");
        var texts = List.of(begins, ends);
        assertThat(of("宽带坏了怎么报修", begins, texts)[2]).isGreaterThan(of("宽带坏了怎么报修", ends, texts)[2] + 0.05);
    }

    @Test
    void a_text_without_tokens_has_no_gist() {
        var empty = passage("", new float[Encoder.DIMENSION], TokenVectors.of(new byte[0]));
        assertThat(of("宽带坏了怎么报修", empty, List.of(empty))[1]).isZero();
    }

    private double[] of(String query, Passage text, List<Passage> shortlist) {
        var asked = new SearchText(query, encoder.encode(query));
        var agreement =
                LateInteraction.of(asked.tokens(), List.of(text.tokens())).getFirst();
        return TextFeatures.of(asked, text, agreement, TextFeatures.mean(shortlist));
    }

    private Passage text(String text) {
        var encoded = encoder.encode(text);
        return passage(text, encoded.sentence(), encoded.tokens());
    }

    private static Passage passage(String text, float[] vector, TokenVectors tokens) {
        return new Passage(
                1,
                ArticleId.of(Ids.next()),
                1,
                "a",
                new Title(""),
                Audience.CUSTOMER,
                Chunker.Kind.ANSWER,
                text,
                null,
                null,
                null,
                TextShape.of(text),
                vector,
                tokens);
    }
}
