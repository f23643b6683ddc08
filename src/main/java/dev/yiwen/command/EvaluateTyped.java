package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.retrieval.Retrieval;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what the search loses when questions are typed as people type. */
@Command(
        name = "typed",
        mixinStandardHelpOptions = true,
        description = "Compare clean questions over the starter knowledge with the same as people type them.")
final class EvaluateTyped implements Callable<Integer> {

    /** A line of the file. */
    private record Pair(String kind, EvaluationSet.Query clean, EvaluationSet.Query typed) {}

    /** Whether each form of the question finds its article first. */
    private record Outcome(String kind, boolean clean, boolean typed) {}

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "{\"kind\",\"clean\",\"typed\",\"article\"} a line")
    Path file = Path.of(".");

    @Option(names = "--half", description = "lines whose number ends in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<Retrieval> retrieval;
    private final ObjectMapper json;

    EvaluateTyped(Instance<EvaluationKnowledge> knowledge, Instance<Retrieval> retrieval, ObjectMapper json) {
        this.knowledge = knowledge;
        this.retrieval = retrieval;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        List<Pair> pairs;
        try {
            pairs = read();
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        knowledge.get().index(new EvaluationSet(file.toString(), List.of(), List.of()));
        var outcomes = new ArrayList<Outcome>();
        try (var bar = new Bar("Searching")) {
            bar.begin(pairs.size());
            for (Pair pair : pairs) {
                outcomes.add(new Outcome(pair.kind(), found(pair.clean()), found(pair.typed())));
                bar.step();
            }
        }
        var figures = figures(outcomes);
        figures.put(
                "byKind",
                outcomes.stream()
                        .collect(Collectors.groupingBy(
                                Outcome::kind,
                                TreeMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), EvaluateTyped::figures))));
        System.out.println(json.writeValueAsString(figures));
        return 0;
    }

    private List<Pair> read() throws EvaluationSet.FormatFault {
        var pairs = new ArrayList<Pair>();
        EvaluationSet.eachLine(file, (node, line) -> {
            var relevant = Map.of(EvaluationSet.text(node, "article", file, line), EvaluationSet.BEST);
            var id = String.valueOf(line);
            var clean = new EvaluationSet.Query(id, EvaluationSet.text(node, "clean", file, line), relevant);
            var typed = new EvaluationSet.Query(id, EvaluationSet.text(node, "typed", file, line), relevant);
            if (half.holds(clean.id())) {
                pairs.add(new Pair(EvaluationSet.text(node, "kind", file, line), clean, typed));
            }
        });
        return pairs;
    }

    private boolean found(EvaluationSet.Query query) {
        var candidates = retrieval
                .get()
                .search(query.text(), Asking.CUSTOMER, 1)
                .await()
                .indefinitely()
                .candidates();
        return !candidates.isEmpty()
                && query.isBest(
                        EvaluationKnowledge.document(candidates.getFirst().slug()));
    }

    private static Map<String, Object> figures(List<Outcome> outcomes) {
        double clean = share(outcomes.stream().filter(Outcome::clean).count(), outcomes);
        double typed = share(outcomes.stream().filter(Outcome::typed).count(), outcomes);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("n", outcomes.size());
        figures.put("clean r@1", clean);
        figures.put("typed r@1", typed);
        figures.put("loss", Math.round((clean - typed) * 10_000) / 10_000.0);
        return figures;
    }

    private static double share(long count, List<Outcome> outcomes) {
        return outcomes.isEmpty() ? 0 : Math.round(10_000.0 * count / outcomes.size()) / 10_000.0;
    }
}
