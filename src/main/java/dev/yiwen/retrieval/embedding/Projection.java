package dev.yiwen.retrieval.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A linear map of the model's token vectors onto the 128 directions in which they differ most (principal components, not
 * centred), so that a passage's tokens take a sixteenth of the room. {@code ./yiwen evaluate tokens DIR… --fit FILE} makes
 * the file: 512 rows of 128 half-precision numbers, big endian.
 */
final class Projection {
    static final int OUT = 128;
    static final String RESOURCE = "/retrieval/token-projection.bin";

    private static final int IN = Encoder.DIMENSION;
    private static final int STEP = 4;
    private static final float[] WEIGHTS = load();

    private Projection() {}

    static float[] of(float[] vector) {
        var projected = new float[OUT];
        for (int i = 0; i < IN; i += STEP) {
            addRows(projected, vector, i);
        }
        return projected;
    }

    /** Adds {@value #STEP} rows of the map at once, which saves as many visits to the sums. */
    private static void addRows(float[] sums, float[] vector, int row) {
        float a = vector[row];
        float b = vector[row + 1];
        float c = vector[row + 2];
        float d = vector[row + 3];
        int first = row * OUT;
        int second = first + OUT;
        int third = second + OUT;
        int fourth = third + OUT;
        for (int k = 0; k < OUT; k++) {
            sums[k] +=
                    a * WEIGHTS[first + k] + b * WEIGHTS[second + k] + c * WEIGHTS[third + k] + d * WEIGHTS[fourth + k];
        }
    }

    private static float[] load() {
        try (InputStream in = Objects.requireNonNull(Projection.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            var halves = ByteBuffer.wrap(in.readAllBytes()).asShortBuffer();
            var weights = new float[IN * OUT];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Float.float16ToFloat(halves.get(i));
            }
            return weights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
