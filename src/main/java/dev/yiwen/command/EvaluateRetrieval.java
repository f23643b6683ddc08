package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the search of the product on a set of documents and judged queries. */
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Rank the documents of a set for each of its queries.")
final class EvaluateRetrieval implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "SET",
            arity = "1..*",
            description =
                    "folder with documents.jsonl and queries.jsonl, or files of questions over the starter knowledge")
    List<Path> sets = List.of();

    @Option(names = "--only", description = "rank by the first stage alone: ${COMPLETION-CANDIDATES}")
    Retrieval.@Nullable Only only;

    @Option(names = "--half", description = "queries whose id ends in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "FILE",
            description = "fit the ranking on the even half, write it there, and report the odd half with it")
    @Nullable Path fit;

    @Option(
            names = "--ablation",
            description = "what each signal adds: weights fitted on the even half, figures of the odd half")
    boolean ablation;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<Retrieval> retrieval;
    private final ObjectMapper json;

    EvaluateRetrieval(Instance<EvaluationKnowledge> knowledge, Instance<Retrieval> retrieval, ObjectMapper json) {
        this.knowledge = knowledge;
        this.retrieval = retrieval;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationSet set;
        try {
            set = EvaluationSet.read(sets);
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        knowledge.get().index(set);
        if (ablation) {
            for (var line : new Ablation(set, retrieval.get()).lines()) {
                System.out.println(json.writeValueAsString(line));
            }
            return 0;
        }
        Path file = fit;
        var figures = file == null ? rank(set.queries(half)) : fitted(set, file);
        System.out.println(json.writeValueAsString(figures.of(set.name())));
        return 0;
    }

    private RankingFigures fitted(EvaluationSet set, Path file) throws IOException {
        var ranking = FittedRanking.of(set, retrieval.get(), file, json);
        var figures = new RankingFigures();
        Asking.each("Ranking", judged(set.queries(Half.ODD)), query -> {
            long start = System.nanoTime();
            var slugs = FittedRanking.example(query, retrieval.get()).ranked(ranking);
            figures.add(
                    slugs.stream()
                            .limit(RankingFigures.DEPTH)
                            .map(EvaluationKnowledge::document)
                            .toList(),
                    query.relevant(),
                    (System.nanoTime() - start) / 1e6);
            return query;
        });
        return figures;
    }

    private RankingFigures rank(List<EvaluationSet.Query> queries) {
        var figures = new RankingFigures();
        search("预热"); // loads what is loaded once, outside the measured times
        Asking.each("Searching", judged(queries), query -> {
            long start = System.nanoTime();
            var found = search(query.text());
            double ms = (System.nanoTime() - start) / 1e6;
            figures.add(
                    found.candidates().stream()
                            .map(it -> EvaluationKnowledge.document(it.slug()))
                            .toList(),
                    query.relevant(),
                    ms);
            return query;
        });
        return figures;
    }

    private static List<EvaluationSet.Query> judged(List<EvaluationSet.Query> queries) {
        return queries.stream().filter(it -> !it.relevant().isEmpty()).toList();
    }

    private Retrieved search(String query) {
        var stage = only;
        var found = stage == null
                ? retrieval.get().search(query, Asking.CUSTOMER, RankingFigures.DEPTH)
                : retrieval.get().search(query, Asking.CUSTOMER, RankingFigures.DEPTH, stage);
        return found.await().indefinitely();
    }
}
