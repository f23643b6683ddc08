package dev.yiwen.command.triage;

import java.util.Map;
import java.util.TreeMap;

/** How often a criterion was found broken where it was, and where it was not. */
final class CriterionCounts {
    private final Map<String, int[]> counts = new TreeMap<>();

    /** @param precision 1 when it found nothing */
    record Measured(int broken, int found, int right, double precision, double recall) {
        static Measured of(int[] count) {
            int broken = count[0];
            int found = count[1];
            int right = count[2];
            return new Measured(
                    broken,
                    found,
                    right,
                    found == 0 ? 1 : rounded((double) right / found),
                    broken == 0 ? 1 : rounded((double) right / broken));
        }

        private static double rounded(double share) {
            return Math.round(share * 1000) / 1000.0;
        }
    }

    /** Says where the two differ. */
    void add(String id, String criterion, boolean broken, boolean found) {
        int[] count = counts.computeIfAbsent(criterion, it -> new int[3]);
        count[0] += broken ? 1 : 0;
        count[1] += found ? 1 : 0;
        count[2] += broken && found ? 1 : 0;
        if (broken != found) {
            System.out.printf("%s %s %s%n", id, broken ? "missed" : "wrong", criterion);
        }
    }

    Map<String, Measured> each() {
        var each = new TreeMap<String, Measured>();
        counts.forEach((key, count) -> each.put(key, Measured.of(count)));
        return each;
    }

    Measured all() {
        int[] all = new int[3];
        counts.values().forEach(count -> {
            for (int i = 0; i < all.length; i++) {
                all[i] += count[i];
            }
        });
        return Measured.of(all);
    }
}
