package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.KnowledgeTrial;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What came of one golden question.
 *
 * @param got a slug, or what the bot did
 * @param confidence of the first article found, 0 to 1
 */
public record GoldenResult(GoldenCase asked, boolean passed, String got, double confidence) {

    /** In the order of the cases. */
    public static Uni<List<GoldenResult>> of(List<GoldenCase> cases, KnowledgeTrial.Trial trial, Runnable each) {
        return Multi.createFrom()
                .iterable(cases)
                .onItem()
                .transformToUni(it -> trial.ask(it.turns())
                        .map(outcome -> new GoldenResult(
                                it, it.expectation().isMetBy(outcome), Expectation.word(outcome), outcome.confidence()))
                        .invoke(each))
                .concatenate()
                .collect()
                .asList();
    }
}
