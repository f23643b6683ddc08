package dev.yiwen.command.bench.scale;

/** Arithmetic on plain arrays. */
final class Vector {
    private Vector() {}

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (var i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Adds {@code weight} times {@code what}. */
    static void add(float[] to, float[] what, double weight) {
        for (var i = 0; i < to.length; i++) {
            to[i] += (float) (weight * what[i]);
        }
    }

    static float[] unit(float[] vector) {
        var scale = (float) (1 / Math.sqrt(dot(vector, vector)));
        for (var i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
