package dev.yiwen.retrieval.embedding;

import dev.yiwen.retrieval.text.Normaliser;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Finds the directions of a {@link Projection} in the token vectors of texts. */
public final class ProjectionFit {
    private static final int IN = Encoder.DIMENSION;

    private ProjectionFit() {}

    /** The bytes of the projection's file. Blocking, some milliseconds a text. */
    public static byte[] of(Stream<String> texts) {
        double[][] products = new double[IN][IN];
        var encoder = new Encoder();
        texts.forEach(text -> {
            for (float[] token : encoder.tokens(Normaliser.text(text))) {
                add(token, products);
            }
        });
        // Eigenvalues come in descending order.
        var directions = new EigenDecomposition(new Array2DRowRealMatrix(products, false)).getV();
        var bytes = ByteBuffer.allocate(IN * Projection.OUT * Short.BYTES);
        for (int i = 0; i < IN; i++) {
            for (int k = 0; k < Projection.OUT; k++) {
                bytes.putShort(Float.floatToFloat16((float) directions.getEntry(i, k)));
            }
        }
        return bytes.array();
    }

    private static void add(float[] token, double[][] products) {
        for (int i = 0; i < IN; i++) {
            double[] row = products[i];
            float it = token[i];
            for (int j = 0; j < IN; j++) {
                row[j] += it * token[j];
            }
        }
    }
}
