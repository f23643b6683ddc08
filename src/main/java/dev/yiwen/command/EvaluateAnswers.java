package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.retrieval.Retrieval;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures whether the product knows when it is right: questions of which some have no answer in the knowledge. */
@Command(
        name = "answers",
        mixinStandardHelpOptions = true,
        description = "Answer or abstain on each query of a set over its documents.")
final class EvaluateAnswers implements Callable<Integer> {
    /** One in so many is asked. */
    private static final int STRANGERS = 5;

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "SET",
            arity = "1..*",
            description =
                    "folder with documents.jsonl and queries.jsonl, or files of questions over the starter knowledge")
    List<Path> sets = List.of();

    @Option(names = "--half", description = "queries whose id ends in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "FILE",
            description = "fit the calibration on the even half, write it there, and report the odd half with it")
    @Nullable Path fit;

    @Option(
            converter = ReadablePath.class,
            names = "--unanswerable",
            paramLabel = "DIR",
            description =
                    "when fitting, also ask every fifth query of this folder's even half, of something else entirely")
    @Nullable Path unanswerable;

    @Mixin
    FitOptions options = new FitOptions();

    @Option(
            converter = WritableFile.class,
            names = "--fit-ranking",
            paramLabel = "FILE",
            description = "before that, fit the ranking on the same half, write it there, and rank by it")
    @Nullable Path fitRanking;

    @Option(
            converter = WritableFile.class,
            names = "--signals",
            paramLabel = "FILE",
            description = "write what the confidence of each query was computed from, one JSON object a line")
    @Nullable Path signals;

    @Option(
            names = "--turns",
            description = "also decide on each query as on a customer's first message, with reading and triage: figures"
                    + " under \"asTurns\"")
    boolean turns;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<Retrieval> retrieval;
    private final Instance<AnswerConfig> config;
    private final Instance<AnswerPreview> preview;
    private final ObjectMapper json;

    EvaluateAnswers(
            Instance<EvaluationKnowledge> knowledge,
            Instance<Retrieval> retrieval,
            Instance<AnswerConfig> config,
            Instance<AnswerPreview> preview,
            ObjectMapper json) {
        this.knowledge = knowledge;
        this.retrieval = retrieval;
        this.config = config;
        this.preview = preview;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationSet set;
        List<EvaluationSet.Query> strangers;
        try {
            set = EvaluationSet.read(sets);
            strangers = strangers();
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        knowledge.get().index(set);
        Path ranking = fitRanking;
        if (ranking != null) {
            retrieval.get().rankBy(FittedRanking.of(set, retrieval.get(), ranking, json));
        }
        Path file = fit;
        List<Outcome> outcomes = file == null ? ask(set, half) : refitted(set, strangers, file);
        write(outcomes);
        var confidences = new AnswerFigures(outcomes.stream()
                .map(it -> new AnswerFigures.Answered(
                        it.confidence(), it.right(), !it.query().relevant().isEmpty()))
                .toList());
        System.err.print(confidences.reliability());
        var figures = confidences.of(set.name(), config.get().answerAt());
        if (turns) {
            figures.put(
                    "asTurns",
                    new WholeTurns(preview.get())
                            .of(outcomes.stream().map(Outcome::query).toList()));
        }
        System.out.println(json.writeValueAsString(figures));
        return 0;
    }

    private List<EvaluationSet.Query> strangers() throws EvaluationSet.FormatFault {
        Path folder = unanswerable;
        if (folder == null) {
            return List.of();
        }
        var even = EvaluationSet.read(List.of(folder)).queries(Half.EVEN);
        return IntStream.range(0, even.size())
                .filter(i -> i % STRANGERS == 0)
                .mapToObj(i ->
                        new EvaluationSet.Query(even.get(i).id(), even.get(i).text(), Map.of()))
                .toList();
    }

    private void write(List<Outcome> outcomes) throws IOException {
        Path file = signals;
        if (file == null) {
            return;
        }
        var lines = new ArrayList<String>();
        for (Outcome outcome : outcomes) {
            lines.add(json.writeValueAsString(outcome.described()));
        }
        Files.write(file, lines);
    }

    private List<Outcome> refitted(EvaluationSet set, List<EvaluationSet.Query> strangers, Path file)
            throws IOException {
        var calibration = new FittedCalibration(retrieval.get(), json).of(set, strangers, options, file);
        return ask(set, Half.ODD).stream().map(it -> it.by(calibration)).toList();
    }

    private List<Outcome> ask(EvaluationSet set, Half part) {
        return Asking.each("Asking", set.queries(part), it -> Outcome.of(it, retrieval.get()));
    }
}
