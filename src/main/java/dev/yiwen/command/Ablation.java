package dev.yiwen.command;

import dev.yiwen.command.argument.Half;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.ranking.Ranking;
import dev.yiwen.retrieval.ranking.RankingFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What each signal adds to the ranking of an indexed set: fitted on the even half, measured on the odd half. */
final class Ablation {
    /** In the order in which they are added, each step with what it adds. */
    private static final Map<String, List<String>> STEPS = steps();

    private final EvaluationSet set;
    private final Retrieval retrieval;

    Ablation(EvaluationSet set, Retrieval retrieval) {
        this.set = set;
        this.retrieval = retrieval;
    }

    private static Map<String, List<String>> steps() {
        var steps = new LinkedHashMap<String, List<String>>();
        steps.put("cosine and BM25, fitted", List.of("cosine", "lexical"));
        steps.put("+ late interaction", List.of("forward", "backward", "forwardWeakest", "backwardWeakest"));
        steps.put("+ shared characters", List.of("pairs", "characters"));
        steps.put("+ lengths", List.of("length", "stretch"));
        steps.put("+ numbers and Latin words", List.of("sharedCodes", "otherCodes"));
        steps.put("+ mean of the best three", List.of("bestThree"));
        steps.put("+ centred cosine (texts alone)", List.of("centred"));
        steps.put("+ mean token vectors (texts alone)", List.of("gist"));
        steps.put("+ the opening (texts alone)", List.of("opening"));
        return steps;
    }

    /** One object a line, from the plainest to the whole. Blocks. */
    List<Map<String, Object>> lines() {
        var lines = new ArrayList<Map<String, Object>>();
        for (var only : Retrieval.Only.values()) {
            lines.add(named(only.name().toLowerCase(Locale.ROOT), firstStage(only)));
        }
        var even = examples(judged(Half.EVEN));
        var queries = judged(Half.ODD);
        var odd = examples(queries);
        Set<String> features = new LinkedHashSet<>();
        STEPS.forEach((name, added) -> {
            features.addAll(added);
            lines.add(named(name, secondStage(even, odd, queries, features)));
        });
        return lines;
    }

    private RankingFigures firstStage(Retrieval.Only only) {
        var figures = new RankingFigures();
        Asking.each("By " + only, judged(Half.ODD), query -> {
            long start = System.nanoTime();
            var found = retrieval
                    .search(query.text(), Asking.CUSTOMER, RankingFigures.DEPTH, only)
                    .await()
                    .indefinitely();
            figures.add(
                    found.candidates().stream()
                            .map(it -> EvaluationKnowledge.document(it.slug()))
                            .toList(),
                    query.relevant(),
                    (System.nanoTime() - start) / 1e6);
            return query;
        });
        return figures;
    }

    private RankingFigures secondStage(
            List<RankingFit.Example> even,
            List<RankingFit.Example> odd,
            List<EvaluationSet.Query> queries,
            Set<String> features) {
        var ranking = fitted(even.stream().map(it -> it.by(features)).toList());
        var figures = new RankingFigures();
        for (int i = 0; i < odd.size(); i++) {
            long start = System.nanoTime();
            var ranked = odd.get(i).by(features).ranked(ranking).stream()
                    .limit(RankingFigures.DEPTH)
                    .map(EvaluationKnowledge::document)
                    .toList();
            figures.add(ranked, queries.get(i).relevant(), (System.nanoTime() - start) / 1e6);
        }
        return figures;
    }

    private Ranking fitted(List<RankingFit.Example> examples) {
        var profile = examples.getFirst().profile();
        var alike = examples.stream().filter(it -> it.profile() == profile).toList();
        return retrieval.ranking().with(profile, RankingFit.of(alike, set.name(), "--ablation"));
    }

    private List<RankingFit.Example> examples(List<EvaluationSet.Query> queries) {
        return Asking.each("Comparing", queries, it -> FittedRanking.example(it, retrieval));
    }

    private List<EvaluationSet.Query> judged(Half half) {
        return set.queries(half).stream().filter(it -> !it.relevant().isEmpty()).toList();
    }

    private static Map<String, Object> named(String name, RankingFigures figures) {
        var line = new LinkedHashMap<String, Object>();
        line.put("signals", name);
        line.putAll(figures.of(""));
        line.remove("set");
        line.remove("p50Ms");
        line.remove("p95Ms");
        return line;
    }
}
