package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        var agreement = tokens("宽带怎么报修").with(tokens("宽带怎么报修"));
        assertThat(agreement.forwardWeakest()).isCloseTo(1, within(1e-3));
    }

    @Test
    void a_text_agrees_more_with_its_paraphrase_than_with_another_question() {
        var asked = tokens("宽带坏了怎么报修");
        assertThat(asked.with(tokens("宽带故障如何报修")).forward())
                .isGreaterThan(asked.with(tokens("发票怎么开")).forward());
    }

    @Test
    void a_part_is_wholly_found_in_the_whole_but_not_the_whole_in_the_part() {
        var agreement = tokens("宽带报修").with(tokens("宽带报修以后三天还没人上门，怎么投诉"));
        assertThat(agreement.forward()).isGreaterThan(agreement.backward());
    }

    @Test
    void bytes_bring_back_what_they_were_made_of() {
        var tokens = tokens("流量还剩多少");
        assertThat(TokenVectors.of(tokens.bytes()).with(tokens).forwardWeakest())
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void nothing_agrees_with_a_text_without_tokens() {
        assertThat(tokens("流量").with(TokenVectors.of(new byte[0])).forward()).isZero();
    }

    private TokenVectors tokens(String text) {
        return encoder.encode(text).tokens();
    }
}
