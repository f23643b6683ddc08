package dev.yiwen.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenVectorsTest {
    private Encoder encoder;

    @BeforeAll
    void load() {
        encoder = new Encoder();
    }

    @Test
    void every_token_finds_itself_in_the_same_text() {
        var agreement = agreement(tokens("宽带怎么报修"), tokens("宽带怎么报修"));
        assertThat(agreement.forwardWeakest()).isCloseTo(1, within(1e-3));
    }

    @Test
    void a_text_agrees_more_with_its_paraphrase_than_with_another_question() {
        var asked = tokens("宽带坏了怎么报修");
        assertThat(agreement(asked, tokens("宽带故障如何报修")).forward())
                .isGreaterThan(agreement(asked, tokens("发票怎么开")).forward());
    }

    @Test
    void a_part_is_wholly_found_in_the_whole_but_not_the_whole_in_the_part() {
        var agreement = agreement(tokens("宽带报修"), tokens("宽带报修以后三天还没人上门，怎么投诉"));
        assertThat(agreement.forward()).isGreaterThan(agreement.backward());
    }

    @Test
    void bytes_bring_back_what_they_were_made_of() {
        var tokens = tokens("流量还剩多少");
        assertThat(agreement(TokenVectors.of(tokens.bytes()), tokens).forwardWeakest())
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void nothing_agrees_with_a_text_without_tokens() {
        assertThat(agreement(tokens("流量"), TokenVectors.of(new byte[0])).forward())
                .isZero();
    }

    @Test
    void many_texts_side_by_side_agree_as_each_does_alone() {
        var asked = tokens("宽带怎么报修");
        var others = IntStream.range(0, 300)
                .mapToObj(i -> i % 7 == 0 ? TokenVectors.of(new byte[0]) : tokens("宽带报修".repeat(i % 5 + 1) + i))
                .toList();
        assertThat(LateInteraction.of(asked, others))
                .isEqualTo(others.stream().map(it -> agreement(asked, it)).toList());
    }

    private static LateInteraction.Agreement agreement(TokenVectors text, TokenVectors other) {
        return LateInteraction.of(text, List.of(other)).getFirst();
    }

    private TokenVectors tokens(String text) {
        return encoder.encode(text).tokens();
    }
}
