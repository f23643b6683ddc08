package dev.yiwen.assist.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link DualEncoder} from pairs of situation and answer: in each batch a situation is to lie closer to its own answer
 * than to the other pairs' (softmax over the batch, as in "Learning Transferable Visual Models", Radford et al. 2021, with bags
 * of grams in place of networks; steps by AdaGrad a row). Both maps begin as the same random one, so that before any
 * learning what shares words lies close. The same pairs give the same maps.
 */
final class DualTraining {
    private static final int DIMENSION = 256;
    private static final int ROUNDS = 12;
    private static final int BATCH = 256;
    private static final float STEP = 0.05f;
    /** Inverse temperature of the softmax. */
    private static final float SCALE = 10;
    /** Half of the grams are left out at each look, so that none is relied on alone. */
    private static final float LEFT_OUT = 0.5f;

    private static final long SEED = 1;

    private final Random random = new Random(SEED);
    private final List<Sparse> contexts;
    private final List<Sparse> responses;
    private final DualEncoder learned;
    private final float[] contextSquares;
    private final float[] responseSquares;
    /** Of one batch: a row a gram, zero between batches. */
    private final float[] gradients;

    private DualTraining(int grams, List<Sparse> contexts, List<Sparse> responses) {
        this.contexts = contexts;
        this.responses = responses;
        float[] start = new float[grams * DIMENSION];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) (random.nextGaussian() / Math.sqrt(DIMENSION));
        }
        learned = new DualEncoder(DIMENSION, start, start.clone());
        contextSquares = new float[grams];
        responseSquares = new float[grams];
        Arrays.fill(contextSquares, 1e-4f);
        Arrays.fill(responseSquares, 1e-4f);
        gradients = new float[grams * DIMENSION];
    }

    /** @param grams size of the vocabulary; one context and one response a pair */
    static DualEncoder of(int grams, List<Sparse> contexts, List<Sparse> responses) {
        var training = new DualTraining(grams, contexts, responses);
        int[] order = new int[contexts.size()];
        Arrays.setAll(order, i -> i);
        for (int round = 0; round < ROUNDS; round++) {
            training.shuffle(order);
            for (int from = 0; from + 1 < order.length; from += BATCH) {
                training.batch(Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH)));
                if (Thread.currentThread().isInterrupted()) {
                    return training.learned;
                }
            }
        }
        return training.learned;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private void batch(int[] pairs) {
        int n = pairs.length;
        var asked = new Sparse[n];
        var given = new Sparse[n];
        float[] a = new float[n * DIMENSION];
        float[] r = new float[n * DIMENSION];
        float[] aNorms = new float[n];
        float[] rNorms = new float[n];
        for (int i = 0; i < n; i++) {
            asked[i] = thinned(contexts.get(pairs[i]));
            given[i] = thinned(responses.get(pairs[i]));
            aNorms[i] = learned.encode(asked[i], learned.contexts(), a, i * DIMENSION);
            rNorms[i] = learned.encode(given[i], learned.responses(), r, i * DIMENSION);
        }
        float[] errors = errors(a, r, n);
        float[] da = new float[n * DIMENSION];
        float[] dr = new float[n * DIMENSION];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                float error = errors[i * n + j];
                DualEncoder.add(error, r, j * DIMENSION, da, i * DIMENSION, DIMENSION);
                DualEncoder.add(error, a, i * DIMENSION, dr, j * DIMENSION, DIMENSION);
            }
        }
        step(asked, a, aNorms, da, learned.contexts(), contextSquares);
        step(given, r, rNorms, dr, learned.responses(), responseSquares);
    }

    /** The derivative of the loss by each likeness, n × n: probability minus one for a pair's own answer. */
    private static float[] errors(float[] a, float[] r, int n) {
        float[] turned = new float[r.length];
        for (int j = 0; j < n; j++) {
            for (int d = 0; d < DIMENSION; d++) {
                turned[d * n + j] = r[j * DIMENSION + d];
            }
        }
        float[] errors = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < DIMENSION; d++) {
                DualEncoder.add(SCALE * a[i * DIMENSION + d], turned, d * n, errors, i * n, n);
            }
            double sum = 0;
            for (int j = 0; j < n; j++) {
                // Likenesses end at SCALE: no sum can overflow.
                errors[i * n + j] = (float) Math.exp(errors[i * n + j] - SCALE);
                sum += errors[i * n + j];
            }
            for (int j = 0; j < n; j++) {
                errors[i * n + j] = (float) (SCALE / n * (errors[i * n + j] / sum - (i == j ? 1 : 0)));
            }
        }
        return errors;
    }

    private Sparse thinned(Sparse full) {
        int[] ids = new int[full.ids().length];
        float[] values = new float[ids.length];
        int kept = 0;
        for (int k = 0; k < ids.length; k++) {
            if (random.nextFloat() >= LEFT_OUT) {
                ids[kept] = full.ids()[k];
                values[kept++] = full.values()[k];
            }
        }
        return new Sparse(Arrays.copyOf(ids, kept), Arrays.copyOf(values, kept));
    }

    private void step(Sparse[] rows, float[] units, float[] norms, float[] by, float[] table, float[] squares) {
        var touched = new java.util.BitSet(squares.length);
        float[] raw = new float[DIMENSION];
        for (int i = 0; i < rows.length; i++) {
            int at = i * DIMENSION;
            // Through the division by the length: what points along the vector changes nothing.
            float along = (float) DualEncoder.dot(by, at, units, at, DIMENSION);
            for (int d = 0; d < DIMENSION; d++) {
                raw[d] = (by[at + d] - along * units[at + d]) / norms[i];
            }
            for (int k = 0; k < rows[i].ids().length; k++) {
                int gram = rows[i].ids()[k];
                touched.set(gram);
                DualEncoder.add(rows[i].values()[k], raw, 0, gradients, gram * DIMENSION, DIMENSION);
            }
        }
        for (int gram = touched.nextSetBit(0); gram >= 0; gram = touched.nextSetBit(gram + 1)) {
            int at = gram * DIMENSION;
            squares[gram] += (float) (DualEncoder.dot(gradients, at, gradients, at, DIMENSION) / DIMENSION);
            DualEncoder.add((float) (-STEP / Math.sqrt(squares[gram])), gradients, at, table, at, DIMENSION);
            Arrays.fill(gradients, at, at + DIMENSION, 0);
        }
    }
}
