package dev.yiwen.retrieval;

import java.util.List;

/**
 * A query as it is compared: its normalised text, what can be compared of it, and what the model made of it.
 *
 * @param terms of the lexical index, as often as the text says them
 */
record SearchText(String text, List<String> terms, TextShape shape, Encoder.Encoded encoded) {
    SearchText(String text, Encoder.Encoded encoded) {
        this(text, List.copyOf(Terms.ofQuery(text)), TextShape.of(text), encoded);
    }

    float[] vector() {
        return encoded.sentence();
    }

    TokenVectors tokens() {
        return encoded.tokens();
    }
}
