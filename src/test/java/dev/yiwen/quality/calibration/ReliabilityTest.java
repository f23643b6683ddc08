package dev.yiwen.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.quality.calibration.CalibrationRules.Rule;
import dev.yiwen.quality.calibration.Reliability.Judged;
import dev.yiwen.quality.calibration.Reliability.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final Rule RULE = new Rule(0.6, 20, 3, 2);

    @Test
    void a_criterion_counts_no_more_when_enough_was_judged_and_people_see_it_otherwise() {
        assertThat(of(many(8, 1, 1, 8, 2, 2, 2, 1, 2)).state()).isEqualTo(State.UNKNOWN);
        assertThat(of(many(10, 1, 1, 10, 2, 2, 2, 1, 2)).state()).isEqualTo(State.RELIABLE);
        var bad = of(many(10, 1, 1, 5, 2, 2, 7, 1, 2));
        assertThat(bad.machine().kappa()).isLessThan(0.6);
        assertThat(bad.state()).isEqualTo(State.UNRELIABLE);
    }

    @Test
    void where_both_always_say_the_same_one_thing_nothing_is_known() {
        assertThat(of(many(40, 1, 1, 0, 2, 2, 0, 1, 2)).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void what_is_doubtful_or_not_resolved_or_cannot_be_told_decides_nothing() {
        var judged = new ArrayList<>(many(10, 1, 1, 10, 2, 2, 0, 1, 2));
        for (int i = 0; i < 30; i++) {
            judged.add(new Judged("greeting", false, 1, 1, null, 2));
            judged.add(new Judged("greeting", true, 1, 2, null, 2));
            judged.add(new Judged("greeting", true, 3, 3, null, 2));
            judged.add(new Judged("greeting", true, 1, 1, null, null));
        }
        var it = of(judged);
        assertThat(it.machine().n()).isEqualTo(20);
        assertThat(it.machine().kappa()).isCloseTo(1, within(1e-9));
        assertThat(it.open()).isEqualTo(30);
        assertThat(it.doubtful().n()).isEqualTo(30);
        assertThat(it.people().n()).isEqualTo(140);
        assertThat(it.people().kappa()).isLessThan(1);
    }

    @Test
    void what_was_resolved_is_what_people_think() {
        var it = of(List.of(new Judged("greeting", true, 1, 2, 2, 2), new Judged("greeting", true, 1, 1, null, 1)));
        assertThat(it.open()).isZero();
        assertThat(it.machine().same()).isEqualTo(1);
    }

    private static Reliability.OfCriterion of(List<Judged> judged) {
        return Reliability.of(judged, RULE).getFirst();
    }

    private static List<Judged> many(
            int n, int people, int machine, int m, int people2, int machine2, int k, int people3, int machine3) {
        var judged = new ArrayList<Judged>();
        add(judged, n, people, machine);
        add(judged, m, people2, machine2);
        add(judged, k, people3, machine3);
        return judged;
    }

    private static void add(List<Judged> judged, int n, int people, @Nullable Integer machine) {
        for (int i = 0; i < n; i++) {
            judged.add(new Judged("greeting", true, people, people, null, machine));
        }
    }
}
