package dev.yiwen.quality.calibration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.quality.calibration.Agreement.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private static final double TWO_PLACES = 0.005;

    /** The textbook's: 100 subjects, three diagnoses (Fleiss, Statistical Methods for Rates and Proportions, table of κ). */
    @Test
    void is_what_the_textbook_says_of_three_diagnoses() {
        var it = Agreement.of(table(new int[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}), 3, false);
        assertThat(it.n()).isEqualTo(100);
        assertThat(it.same()).isCloseTo(0.89, within(1e-9));
        assertThat(it.kappa()).isCloseTo(0.676, within(TWO_PLACES));
        // Its standard error is .087 or .088, as one rounds on the way.
        assertThat((requireNonNull(it.high()) - requireNonNull(it.low())) / 2 / 1.96)
                .isCloseTo(0.0875, within(0.001));
    }

    /** Equal agreement, other margins: the published pair that shows why agreement alone says little. */
    @ParameterizedTest
    @CsvSource({"20, 5, 10, 15, 0.4", "45, 15, 25, 15, 0.1304", "25, 35, 5, 35, 0.2593"})
    void is_what_is_published_of_two_who_say_yes_or_no(int yes, int yesNo, int noYes, int no, double kappa) {
        var it = Agreement.of(table(new int[][] {{yes, yesNo}, {noYes, no}}), 2, false);
        assertThat(it.kappa()).isCloseTo(kappa, within(1e-4));
        assertThat(it.low()).isLessThan(it.kappa());
        assertThat(it.high()).isGreaterThan(it.kappa());
    }

    /** With squared distances κ is the concordance of the grades, which is computed quite otherwise. */
    @Test
    void of_grades_it_is_their_concordance() {
        var random = new Random(5);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < 60; i++) {
            int grade = 1 + random.nextInt(5);
            pairs.add(new Pair(grade, Math.clamp(grade + random.nextInt(3) - 1, 1, 5)));
        }
        double one = pairs.stream().mapToInt(Pair::one).average().orElseThrow();
        double other = pairs.stream().mapToInt(Pair::other).average().orElseThrow();
        double both = 0;
        double spread = 0;
        for (var it : pairs) {
            both += (it.one() - one) * (it.other() - other);
            spread += Math.pow(it.one() - one, 2) + Math.pow(it.other() - other, 2);
        }
        double concordance = 2 * both / (spread + pairs.size() * Math.pow(one - other, 2));
        assertThat(Agreement.of(pairs, 5, true).kappa()).isCloseTo(concordance, within(1e-9));
    }

    @Test
    void near_misses_of_grades_weigh_less_than_far_ones() {
        var near = List.of(new Pair(1, 1), new Pair(3, 3), new Pair(5, 4));
        var far = List.of(new Pair(1, 1), new Pair(3, 3), new Pair(5, 1));
        assertThat(Agreement.of(near, 5, true).kappa())
                .isGreaterThan(Agreement.of(far, 5, true).kappa());
        assertThat(Agreement.of(near, 5, true).same())
                .isEqualTo(Agreement.of(far, 5, true).same());
    }

    @Test
    void where_all_say_one_thing_there_is_agreement_and_no_kappa() {
        var it = Agreement.of(List.of(new Pair(1, 1), new Pair(1, 1)), 3, false);
        assertThat(it.same()).isEqualTo(1);
        assertThat(it.kappa()).isNull();
        assertThat(Agreement.of(List.of(), 3, false).kappa()).isNull();
    }

    private static List<Pair> table(int[][] counts) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                for (int k = 0; k < counts[i][j]; k++) {
                    pairs.add(new Pair(i + 1, j + 1));
                }
            }
        }
        return pairs;
    }
}
