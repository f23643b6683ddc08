package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.embedding.TokenVectors;
import dev.yiwen.retrieval.text.Terms;
import dev.yiwen.retrieval.text.TextShape;
import java.util.List;

/**
 * A query as it is compared: its normalised text, what can be compared of it, and what the model made of it.
 *
 * @param terms of the lexical index, as often as the text says them
 */
public record SearchText(String text, List<String> terms, TextShape shape, Encoder.Encoded encoded) {
    public SearchText(String text, Encoder.Encoded encoded) {
        this(text, List.copyOf(Terms.ofQuery(text)), TextShape.of(text), encoded);
    }

    public float[] vector() {
        return encoded.sentence();
    }

    /** Whether words alone can find something for it: the model was not there. */
    public boolean wordsOnly() {
        return encoded.isUnseen();
    }

    TokenVectors tokens() {
        return encoded.tokens();
    }
}
