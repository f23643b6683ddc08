package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.Reading;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks several questions of one message up. */
final class SeveralLookup {
    private final BiFunction<Reading, String, Uni<LookupResult>> search;
    private final Predicate<LookupResult> sure;

    SeveralLookup(BiFunction<Reading, String, Uni<LookupResult>> search, Predicate<LookupResult> sure) {
        this.search = search;
        this.sure = sure;
    }

    /** Each question; as one message when none of them is understood, or when it may be one and is better understood so. */
    Uni<LookupResult> of(Reading.Several several) {
        return several.marked() ? marked(several) : unmarked(several);
    }

    private Uni<LookupResult> marked(Reading.Several several) {
        return parts(several)
                .map(parts -> parts.getFirst().and(parts.subList(1, parts.size()), List.of()))
                .chain(found -> sure.test(found) || found.further().stream().anyMatch(sure)
                        ? Uni.createFrom().item(found)
                        : search.apply(alone(several), several.whole())
                                .map(whole -> sure.test(whole) ? whole : found.after(whole)));
    }

    private Uni<LookupResult> unmarked(Reading.Several several) {
        return search.apply(several, several.whole())
                .chain(whole -> whole.confidence() == 1
                        ? Uni.createFrom().item(whole)
                        : parts(several).map(parts -> SeveralQuestions.chosen(whole, parts, sure)));
    }

    private static Reading alone(Reading.Several several) {
        return new Reading.Plain(several.whole(), Optional.empty(), false);
    }

    private Uni<List<LookupResult>> parts(Reading.Several several) {
        var clauses = several.clauses();
        return search.apply(several, clauses.getFirst().text())
                .chain(alone -> sure.test(alone)
                                || clauses.getFirst().withSubject().isEmpty()
                        ? Uni.createFrom().item(alone)
                        : search.apply(several, clauses.getFirst().withSubject().get())
                                .map(alone::orLikelier))
                .chain(first -> Uni.join()
                        .all(clauses.stream()
                                .skip(1)
                                .map(it -> clause(several, it, first))
                                .toList())
                        // One piece of work, on one thread.
                        .usingConcurrencyOf(1)
                        .andFailFast()
                        .map(others ->
                                Stream.concat(Stream.of(first), others.stream()).toList()));
    }

    /** Alone, else with the first one's subject, which must not merely find the first one's article again. */
    private Uni<LookupResult> clause(Reading.Several several, Reading.Clause clause, LookupResult first) {
        return search.apply(several, clause.text())
                .chain(alone -> sure.test(alone) || clause.withSubject().isEmpty()
                        ? Uni.createFrom().item(alone)
                        : search.apply(several, clause.withSubject().get())
                                .map(it -> sure.test(it)
                                                && !first.articles().limit(1).allMatch(it::begins)
                                        ? it.after(alone)
                                        : alone.despite(it)));
    }
}
