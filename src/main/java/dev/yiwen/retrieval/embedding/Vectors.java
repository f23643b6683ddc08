package dev.yiwen.retrieval.embedding;

import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

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

    /** In the same direction and of length 1; null without a direction. */
    static float @Nullable [] unit(float[] vector) {
        double squares = 0;
        for (float it : vector) {
            squares += (double) it * it;
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            return null;
        }
        var unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }

    /** Of two of one length: their cosine, if both have length 1. */
    public static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
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
