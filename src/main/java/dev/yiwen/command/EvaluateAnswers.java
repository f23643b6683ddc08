package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Calibration;
import dev.yiwen.retrieval.CalibrationFit;
import dev.yiwen.retrieval.CalibrationFit.Sample;
import dev.yiwen.retrieval.MatchSignals;
import dev.yiwen.retrieval.Retrieval;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures whether the product knows when it is right: questions of which some have no answer in the knowledge. */
@Command(
        name = "answers",
        mixinStandardHelpOptions = true,
        description = "Answer or abstain on each of queries.jsonl over documents.jsonl in a folder.")
final class EvaluateAnswers implements Callable<Integer> {
    private static final Set<Audience> CUSTOMER = EnumSet.of(Audience.CUSTOMER);
    private static final int CANDIDATES = 8;

    /** What came of a query; without signals when it was asked in an article's own words. */
    private record Outcome(
            EvaluationSet.Query query,
            double confidence,
            boolean right,
            @Nullable MatchSignals signals) {}

    @Parameters(paramLabel = "DIR", description = "folder with documents.jsonl and queries.jsonl")
    Path folder = Path.of(".");

    @Option(names = "--half", description = "queries whose id ends in such a digit: ${COMPLETION-CANDIDATES}")
    EvaluationSet.Half half = EvaluationSet.Half.ALL;

    @Option(
            names = "--fit",
            paramLabel = "FILE",
            description = "fit the calibration on the even half, write it there, and report the odd half with it")
    @Nullable Path fit;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<Retrieval> retrieval;
    private final Instance<AnswerConfig> config;
    private final ObjectMapper json;

    EvaluateAnswers(
            Instance<EvaluationKnowledge> knowledge,
            Instance<Retrieval> retrieval,
            Instance<AnswerConfig> config,
            ObjectMapper json) {
        this.knowledge = knowledge;
        this.retrieval = retrieval;
        this.config = config;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationSet set;
        try {
            set = EvaluationSet.read(folder);
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        knowledge.get().index(set.documents());
        Path file = fit;
        List<Outcome> outcomes = file == null ? ask(set, half) : refitted(set, file);
        var figures = new AnswerFigures(outcomes.stream()
                .map(it -> new AnswerFigures.Answered(
                        it.confidence(), it.right(), !it.query().relevant().isEmpty()))
                .toList());
        System.err.print(figures.reliability());
        System.out.println(
                json.writeValueAsString(figures.of(set.name(), config.get().answerAt())));
        return 0;
    }

    private List<Outcome> refitted(EvaluationSet set, Path file) throws IOException {
        List<Sample> samples = ask(set, EvaluationSet.Half.EVEN).stream()
                .flatMap(it -> it.signals() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(new Sample(it.signals(), it.right())))
                .toList();
        Calibration calibration = CalibrationFit.of(
                samples,
                "%s, even half: %d questions over %d articles"
                        .formatted(set.name(), samples.size(), set.documents().size()),
                "./yiwen evaluate answers %s --fit %s".formatted(folder, file));
        json.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), calibration);
        return ask(set, EvaluationSet.Half.ODD).stream()
                .map(it -> it.signals() == null
                        ? it
                        : new Outcome(it.query(), calibration.probability(it.signals()), it.right(), it.signals()))
                .toList();
    }

    private List<Outcome> ask(EvaluationSet set, EvaluationSet.Half part) {
        var queries = set.queries().stream().filter(part::holds).toList();
        try (var bar = new Bar("Asking")) {
            bar.begin(queries.size());
            return queries.stream()
                    .map(query -> {
                        var outcome = ask(query);
                        bar.step();
                        return outcome;
                    })
                    .toList();
        }
    }

    private Outcome ask(EvaluationSet.Query query) {
        var found = retrieval
                .get()
                .search(query.text(), CUSTOMER, CANDIDATES)
                .await()
                .indefinitely();
        boolean right = !found.candidates().isEmpty()
                && isBest(
                        query,
                        EvaluationKnowledge.document(
                                found.candidates().getFirst().slug()));
        return new Outcome(query, found.confidence(), right, found.signals());
    }

    /** A document of the highest gain there is; another reply to the same question is not the answer. */
    private static boolean isBest(EvaluationSet.Query query, String document) {
        int best = query.relevant().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(Integer.MAX_VALUE);
        return query.relevant().getOrDefault(document, 0) >= best;
    }
}
