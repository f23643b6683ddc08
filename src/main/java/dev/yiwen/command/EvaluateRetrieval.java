package dev.yiwen.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the search of the product on a set of documents and judged queries. */
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Rank documents.jsonl for each of queries.jsonl in a folder.")
final class EvaluateRetrieval implements Callable<Integer> {
    private static final Set<Audience> CUSTOMER = EnumSet.of(Audience.CUSTOMER);

    /** One signal alone. */
    enum Only {
        LEXICAL(1),
        DENSE(0);

        private final double lexicalWeight;

        Only(double lexicalWeight) {
            this.lexicalWeight = lexicalWeight;
        }
    }

    @Parameters(paramLabel = "DIR", description = "folder with documents.jsonl and queries.jsonl")
    Path folder = Path.of(".");

    @Option(names = "--only", description = "rank by one signal: ${COMPLETION-CANDIDATES}")
    @Nullable Only only;

    @Option(names = "--half", description = "queries whose id ends in such a digit: ${COMPLETION-CANDIDATES}")
    EvaluationSet.Half half = EvaluationSet.Half.ALL;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<Retrieval> retrieval;
    private final ObjectMapper json;

    EvaluateRetrieval(Instance<EvaluationKnowledge> knowledge, Instance<Retrieval> retrieval, ObjectMapper json) {
        this.knowledge = knowledge;
        this.retrieval = retrieval;
        this.json = json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        EvaluationSet set;
        try {
            set = EvaluationSet.read(folder);
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        knowledge.get().index(set.documents());
        var queries = set.queries().stream()
                .filter(it -> half.holds(it) && !it.relevant().isEmpty())
                .toList();
        System.out.println(json.writeValueAsString(rank(queries).of(set.name())));
        return 0;
    }

    private RankingFigures rank(List<EvaluationSet.Query> queries) {
        var figures = new RankingFigures();
        search("预热"); // loads what is loaded once, outside the measured times
        try (var bar = new Bar("Searching")) {
            bar.begin(queries.size());
            for (var query : queries) {
                long start = System.nanoTime();
                var found = search(query.text());
                double ms = (System.nanoTime() - start) / 1e6;
                figures.add(
                        found.candidates().stream()
                                .map(it -> EvaluationKnowledge.document(it.slug()))
                                .toList(),
                        query.relevant(),
                        ms);
                bar.step();
            }
        }
        return figures;
    }

    private Retrieved search(String query) {
        var found = only == null
                ? retrieval.get().search(query, CUSTOMER, RankingFigures.DEPTH)
                : retrieval.get().search(query, CUSTOMER, RankingFigures.DEPTH, only.lexicalWeight);
        return found.await().indefinitely();
    }
}
