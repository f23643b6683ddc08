package dev.yiwen.retrieval;

/** A query as it is compared: its normalised text, what can be compared of it, and what the model made of it. */
record SearchText(String text, TextShape shape, Encoder.Encoded encoded) {
    SearchText(String text, Encoder.Encoded encoded) {
        this(text, TextShape.of(text), encoded);
    }

    float[] vector() {
        return encoded.sentence();
    }

    TokenVectors tokens() {
        return encoded.tokens();
    }
}
