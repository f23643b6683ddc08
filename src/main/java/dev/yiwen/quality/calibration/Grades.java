package dev.yiwen.quality.calibration;

import org.jspecify.annotations.Nullable;

/** What people can say: that a criterion was kept (1), broken (2) or cannot be told (3), or a grade of attitude from 1 to 5. */
final class Grades {
    /** Stands among criteria as the one that has grades. */
    static final String ATTITUDE = "attitude";

    static final int KEPT = 1;
    static final int BROKEN = 2;
    static final int UNKNOWN = 3;
    private static final int BEST = 5;

    private Grades() {}

    static boolean ordered(String criterion) {
        return criterion.equals(ATTITUDE);
    }

    static int most(String criterion) {
        return ordered(criterion) ? BEST : UNKNOWN;
    }

    /** Whether it can be held against what a machine says, which never says that it cannot be told. */
    static boolean tells(String criterion, @Nullable Integer verdict) {
        return verdict != null && (ordered(criterion) || verdict != UNKNOWN);
    }
}
