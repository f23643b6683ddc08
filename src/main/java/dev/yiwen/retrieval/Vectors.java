package dev.yiwen.retrieval;

/** pgvector's text form of a vector. */
final class Vectors {
    private Vectors() {}

    static String literal(float[] vector) {
        var text = new StringBuilder(vector.length * 11).append('[');
        for (int i = 0; i < vector.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(vector[i]);
        }
        return text.append(']').toString();
    }
}
