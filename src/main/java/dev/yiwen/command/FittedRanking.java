package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.yiwen.command.argument.Half;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.ranking.Ranking;
import dev.yiwen.retrieval.ranking.RankingFit;
import java.io.IOException;
import java.nio.file.Path;

/** Fits the ranking on the even half of an indexed set. */
final class FittedRanking {
    private FittedRanking() {}

    /** Writes it to {@code file} too. Blocks. */
    static Ranking of(EvaluationSet set, Retrieval retrieval, Path file, ObjectMapper json) throws IOException {
        var judged = set.queries(Half.EVEN).stream()
                .filter(it -> !it.relevant().isEmpty())
                .toList();
        var examples = Asking.each("Comparing", judged, query -> example(query, retrieval));
        var profile = examples.getFirst().profile();
        var alike = examples.stream().filter(it -> it.profile() == profile).toList();
        var weights = RankingFit.of(
                alike,
                "%s, even half: %d queries".formatted(set.name(), alike.size()),
                "./yiwen evaluate retrieval %s --fit FILE".formatted(set.name().replace('+', ' ')));
        Ranking ranking = retrieval.ranking().with(profile, weights);
        json.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), ranking);
        return ranking;
    }

    static RankingFit.Example example(EvaluationSet.Query query, Retrieval retrieval) {
        return retrieval
                .example(
                        query.text(),
                        Asking.CUSTOMER,
                        slug -> query.relevant().getOrDefault(EvaluationKnowledge.document(slug), 0))
                .await()
                .indefinitely();
    }
}
