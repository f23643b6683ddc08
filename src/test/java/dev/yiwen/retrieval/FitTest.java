package dev.yiwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.retrieval.ranking.Calibration;
import dev.yiwen.retrieval.ranking.CalibrationFit;
import dev.yiwen.retrieval.ranking.MatchSignals;
import dev.yiwen.retrieval.ranking.Profile;
import dev.yiwen.retrieval.ranking.Ranker;
import dev.yiwen.retrieval.ranking.Ranking;
import dev.yiwen.retrieval.ranking.RankingFit;
import dev.yiwen.retrieval.text.OutOfVocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {
    private static final CalibrationFit.Settings PLAIN = new CalibrationFit.Settings(30, 0);

    private final Random random = new Random(7);

    @Test
    void a_ranking_learns_which_input_tells_the_answer() {
        var examples = new ArrayList<RankingFit.Example>();
        for (int i = 0; i < 200; i++) {
            examples.add(example(3));
        }
        var ranking =
                Ranking.of(Optional.empty()).with(Profile.QUESTIONS, RankingFit.of(examples, "invented", "this test"));
        assertThat(example(3).ranked(ranking)).first().isEqualTo("right");
    }

    @Test
    void a_calibration_says_what_it_saw() {
        var samples = new ArrayList<CalibrationFit.Sample>();
        for (int i = 0; i < 2000; i++) {
            var signals = signals(random.nextGaussian());
            boolean right = random.nextDouble() < (signals.values().getFirst() > 0 ? 0.9 : 0.2);
            samples.add(new CalibrationFit.Sample(signals, right));
        }
        var calibration = Calibration.of(Optional.empty())
                .with(
                        Profile.QUESTIONS,
                        CalibrationFit.of(
                                samples, new CalibrationFit.LeftOut(List.of(), 1), PLAIN, "invented", "this test"));
        assertThat(calibration.probability(signals(1.0))).isCloseTo(0.9, within(0.1));
        assertThat(calibration.probability(signals(-1.0))).isCloseTo(0.2, within(0.1));
    }

    @Test
    void questions_whose_answers_were_left_out_do_not_make_it_less_sure() {
        var samples = new ArrayList<CalibrationFit.Sample>();
        var without = new ArrayList<MatchSignals>();
        for (int i = 0; i < 2000; i++) {
            double strength = random.nextGaussian();
            samples.add(new CalibrationFit.Sample(signals(strength), strength > 0));
            without.add(signals(random.nextGaussian() - 2));
        }
        var calibration = Calibration.of(Optional.empty())
                .with(
                        Profile.QUESTIONS,
                        CalibrationFit.of(
                                samples, new CalibrationFit.LeftOut(without, 1), PLAIN, "invented", "this test"));
        double mean = samples.stream()
                .mapToDouble(it -> calibration.probability(it.signals()))
                .average()
                .orElseThrow();
        double right = samples.stream().filter(CalibrationFit.Sample::right).count() / 2000.0;
        assertThat(mean).isCloseTo(right, within(0.02));
        assertThat(calibration.probability(signals(1.5))).isGreaterThan(0.9);
        assertThat(calibration.probability(signals(-1.5))).isLessThan(0.1);
    }

    @Test
    void a_focused_fit_still_says_what_it_saw() {
        var samples = new ArrayList<CalibrationFit.Sample>();
        for (int i = 0; i < 2000; i++) {
            var signals = signals(random.nextGaussian());
            boolean right = random.nextDouble() < (signals.values().getFirst() > 0 ? 0.95 : 0.1);
            samples.add(new CalibrationFit.Sample(signals, right));
        }
        var nothing = new CalibrationFit.LeftOut(List.of(), 1);
        var focused = new CalibrationFit.Settings(30, 1);
        var calibration = Calibration.of(Optional.empty())
                .with(Profile.QUESTIONS, CalibrationFit.of(samples, nothing, focused, "invented", "this test"));
        assertThat(calibration.probability(signals(1.0))).isCloseTo(0.95, within(0.1));
        assertThat(calibration.probability(signals(-1.0))).isCloseTo(0.1, within(0.1));
    }

    @Test
    void a_question_about_names_that_no_article_says_is_never_likely_answered() {
        var samples = new ArrayList<CalibrationFit.Sample>();
        for (int i = 0; i < 200; i++) {
            samples.add(new CalibrationFit.Sample(signals(i % 2), i % 2 == 1));
        }
        var nothing = new CalibrationFit.LeftOut(List.of(), 1);
        var calibration = Calibration.of(Optional.empty())
                .with(Profile.QUESTIONS, CalibrationFit.of(samples, nothing, PLAIN, "invented", "this test"));
        var known = signals(1);
        var outOfVocabulary = new MatchSignals(known.profile(), known.values(), true);
        assertThat(calibration.probability(known)).isGreaterThan(OutOfVocabulary.MOST_CONFIDENCE);
        assertThat(calibration.probability(outOfVocabulary)).isEqualTo(OutOfVocabulary.MOST_CONFIDENCE);
    }

    @Test
    void a_file_made_for_other_signals_is_refused(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("old.json"), "{\"version\":1,\"signals\":[\"cosine\"],\"profiles\":{}}");
        assertThatThrownBy(() -> Calibration.of(Optional.of(file)))
                .hasRootCauseMessage("The calibration was made for other signals; fit it again");
    }

    @Test
    void a_ranking_made_for_other_features_is_refused(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("old.json"), "{\"version\":1,\"features\":[\"cosine\"],\"profiles\":{}}");
        assertThatThrownBy(() -> Ranking.of(Optional.of(file)))
                .hasRootCauseMessage("The ranking was made for other features; fit it again");
    }

    /** The right one is the one whose input number {@code telling} is largest. */
    private RankingFit.Example example(int telling) {
        var inputs = new ArrayList<double[]>();
        for (int a = 0; a < 5; a++) {
            inputs.add(random.doubles(Ranker.inputs(Profile.QUESTIONS), -1, 1).toArray());
        }
        inputs.getLast()[telling] = 3;
        return new RankingFit.Example(
                Profile.QUESTIONS, List.of("a", "b", "c", "d", "right"), inputs, List.of(0, 0, 0, 0, 2));
    }

    private static MatchSignals signals(double first) {
        var values = new ArrayList<>(Collections.nCopies(MatchSignals.NAMES.size(), 0.0));
        values.set(0, first);
        return new MatchSignals(Profile.QUESTIONS, values, false);
    }
}
