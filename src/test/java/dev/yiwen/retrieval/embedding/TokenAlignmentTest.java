package dev.yiwen.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TokenAlignmentTest {
    @Test
    void a_text_pairs_wholly_with_itself() {
        var text = tokens(0, 1, 2);
        assertThat(TokenAlignment.of(text, text).paired()).isCloseTo(1, within(1e-3));
        assertThat(TokenAlignment.of(text, text).mutual()).isEqualTo(1);
    }

    @Test
    void what_is_said_twice_needs_two_that_say_it() {
        var alignment = TokenAlignment.of(tokens(0, 0, 1), tokens(0, 1, 2));
        // Late interaction would find all three tokens of the query.
        assertThat(alignment.paired()).isCloseTo(2.0 / 3, within(1e-3));
        assertThat(alignment.mutual()).isCloseTo(4.0 / 6, within(1e-3));
    }

    @Test
    void the_longer_text_tells_what_is_not_paired() {
        assertThat(TokenAlignment.of(tokens(0, 1), tokens(0, 1, 2, 3)).paired()).isCloseTo(0.5, within(1e-3));
        assertThat(TokenAlignment.of(tokens(0, 1, 2, 3), tokens(0, 1)).paired()).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void opposite_directions_are_paired_last() {
        var alignment = TokenAlignment.of(opposite(0, tokens(0, 1)), tokens(0, 1));
        assertThat(alignment.paired()).isCloseTo(0, within(1e-3));
    }

    @Test
    void nothing_pairs_with_a_text_without_tokens() {
        assertThat(TokenAlignment.of(tokens(0), tokens())).isEqualTo(new TokenAlignment(0, 0));
        assertThat(TokenAlignment.of(tokens(), tokens(0))).isEqualTo(new TokenAlignment(0, 0));
    }

    /** Tokens of which those of the same number are the same, and others have nothing in common. */
    private static TokenVectors tokens(int... numbers) {
        byte[] components = new byte[numbers.length * TokenVectors.DIMENSION];
        for (int t = 0; t < numbers.length; t++) {
            components[numbers[t] * numbers.length + t] = Byte.MAX_VALUE;
        }
        return TokenVectors.of(components);
    }

    private static TokenVectors opposite(int token, TokenVectors tokens) {
        byte[] components = tokens.bytes();
        for (int k = 0; k < TokenVectors.DIMENSION; k++) {
            components[k * tokens.count() + token] = (byte) -components[k * tokens.count() + token];
        }
        return TokenVectors.of(components);
    }
}
