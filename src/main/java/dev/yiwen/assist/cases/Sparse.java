package dev.yiwen.assist.cases;

/**
 * A sparse vector of length 1, or of nothing.
 *
 * @param ids ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record Sparse(int[] ids, float[] values) {

    double dot(Sparse other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < ids.length && j < other.ids.length) {
            if (ids[i] == other.ids[j]) {
                sum += values[i++] * other.values[j++];
            } else if (ids[i] < other.ids[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
