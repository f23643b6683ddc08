package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.yiwen.command.argument.Half;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.ranking.Calibration;
import dev.yiwen.retrieval.ranking.CalibrationFit;
import dev.yiwen.retrieval.ranking.MatchSignals;
import dev.yiwen.retrieval.ranking.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fits the confidence on the even half of an indexed set. */
final class FittedCalibration {
    private final Retrieval retrieval;
    private final ObjectMapper json;

    FittedCalibration(Retrieval retrieval, ObjectMapper json) {
        this.retrieval = retrieval;
        this.json = json;
    }

    /**
     * Writes it to {@code file} too. Blocks.
     *
     * @param strangers more questions, which nothing in the set answers
     * @param options how to fit
     */
    Calibration of(EvaluationSet set, List<EvaluationSet.Query> strangers, FitOptions options, Path file)
            throws IOException {
        var queries = new ArrayList<>(set.queries(Half.EVEN));
        queries.addAll(strangers);
        var all = Asking.each("Asking", queries, it -> Outcome.of(it, retrieval)).stream()
                .flatMap(Outcome::sample)
                .toList();
        var profile = all.getFirst().signals().profile();
        var samples =
                all.stream().filter(it -> it.signals().profile() == profile).toList();
        var leftOut = options.leftOut > 0 ? leftOut(queries, profile) : List.<MatchSignals>of();
        var logistic = CalibrationFit.of(
                samples,
                new CalibrationFit.LeftOut(leftOut, options.leftOut),
                options.settings(),
                "%s, even half, and %d questions of something else: %d questions, %d of them again without their answers"
                        .formatted(set.name(), strangers.size(), samples.size(), leftOut.size()),
                "./yiwen evaluate answers %s --fit FILE %s%s"
                        .formatted(
                                set.name().replace('+', ' '),
                                options.described(),
                                strangers.isEmpty() ? "" : " --unanswerable DIR"));
        var calibration = retrieval.calibration().with(profile, logistic);
        json.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), calibration);
        return calibration;
    }

    private List<MatchSignals> leftOut(List<EvaluationSet.Query> queries, Profile profile) {
        var answerable = queries.stream().filter(it -> !it.relevant().isEmpty()).toList();
        return Asking.each("Asking without answers", answerable, this::withoutAnswer).stream()
                .flatMap(Optional::stream)
                .filter(it -> it.profile() == profile)
                .toList();
    }

    private Optional<MatchSignals> withoutAnswer(EvaluationSet.Query query) {
        return Optional.ofNullable(retrieval
                .searchWithout(
                        slug -> query.isBest(EvaluationKnowledge.document(slug)),
                        query.text(),
                        Asking.CUSTOMER,
                        Outcome.CANDIDATES)
                .await()
                .indefinitely()
                .signals());
    }
}
