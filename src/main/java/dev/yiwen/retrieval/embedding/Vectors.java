package dev.yiwen.retrieval.embedding;

import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.ByteBuffer;

/** pgvector's forms of a vector. */
public final class Vectors {
    /** What {@code vector_send} puts before the numbers: how many there are, and a reserved half-word. */
    private static final int HEADER = 2 * Short.BYTES;

    private Vectors() {}

    public static String literal(float[] vector) {
        var text = new StringBuilder(vector.length * 11).append('[');
        for (int i = 0; i < vector.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(vector[i]);
        }
        return text.append(']').toString();
    }

    /** As the parameter of {@code $1::real[]::vector}, which travels as bytes rather than as text. */
    public static Float[] boxed(float[] vector) {
        var boxed = new Float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            boxed[i] = vector[i];
        }
        return boxed;
    }

    /** What {@code vector_send(embedding)} gives. */
    public static float[] received(Buffer bytes) {
        var numbers = ByteBuffer.wrap(bytes.getBytes(), HEADER, bytes.length() - HEADER)
                .slice()
                .asFloatBuffer();
        var vector = new float[numbers.remaining()];
        numbers.get(vector);
        return vector;
    }
}
