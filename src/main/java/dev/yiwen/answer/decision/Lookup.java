package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.answer.reading.Reading;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Retrieval;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Looks a message up the way it was read: a plain question once, one that leans on an earlier one in up to three wordings,
 * of which the calibrated confidence chooses.
 */
@Singleton
final class Lookup {
    private static final int CANDIDATES = 8;
    private static final Set<Audience> CUSTOMER = Set.of(Audience.CUSTOMER);
    // Where, for the message alone, an article must be that the earlier question's words find first.
    private static final int NEAR = 3;
    // More likely right than wrong.
    private static final double LIKELY = 0.5;
    // Wordings tried after the message alone was not understood.
    private static final int SECOND_TRIES = 2;

    private final Retrieval retrieval;
    private final AnswerConfig config;

    Lookup(Retrieval retrieval, AnswerConfig config) {
        this.retrieval = retrieval;
        this.config = config;
    }

    Uni<LookupResult> of(Reading reading) {
        return switch (reading) {
            case Reading.Plain plain -> plain(plain);
            case Reading.Choice choice -> search(reading, choice.option());
            case Reading.FollowUp followUp -> leaning(followUp, followUp.texts());
            case Reading.Correction correction -> correction(correction);
            case Reading.Several several -> several(several);
            case Reading.Refusal refusal ->
                Uni.createFrom().item(LookupResult.none(reading, refusal.of().asked()));
        };
    }

    /** Whether the first article can be given as the answer. */
    boolean sure(LookupResult found) {
        return !found.candidates().isEmpty() && (found.confidence() >= config.answerAt() || found.agreed());
    }

    /** Alone; with the earlier question when, alone, it is not understood or points back. */
    private Uni<LookupResult> plain(Reading.Plain plain) {
        Optional<Reading.FollowUp> otherwise = plain.otherwise();
        return search(plain, plain.text())
                .map(it -> plain.vague() && it.confidence() < 1 ? unsure(it) : it)
                .chain(alone -> {
                    boolean enough = sure(alone)
                            && (alone.confidence() == 1
                                    || otherwise
                                            .filter(Reading.FollowUp::pointing)
                                            .isEmpty());
                    if (enough || otherwise.isEmpty()) {
                        return Uni.createFrom().item(alone);
                    }
                    var texts =
                            otherwise.get().texts().stream().limit(SECOND_TRIES).toList();
                    return leaning(otherwise.get(), texts).map(it -> chosen(alone, it, otherwise.get()));
                });
    }

    /**
     * The earlier question's words find its article again by themselves, which says nothing of the new ones: then the
     * message alone must point there too. What is likely alone, and found by the other reading too, is taken.
     */
    private LookupResult chosen(LookupResult alone, LookupResult leaning, Reading.FollowUp followUp) {
        String given = followUp.of().article();
        if (sure(leaning) && (!leaning.begins(given) || near(alone).contains(given))) {
            return leaning.after(alone);
        }
        if (sure(alone)) {
            return alone.despite(leaning);
        }
        Optional<String> both = alone.articles()
                .findFirst()
                .filter(it -> alone.confidence() >= LIKELY)
                .filter(it -> !it.equals(given) && near(without(given, leaning)).contains(it));
        return both.map(it -> leaning.agreeing(it).after(alone)).orElseGet(() -> alone.despite(leaning));
    }

    private static List<String> near(LookupResult found) {
        return found.articles().limit(NEAR).toList();
    }

    /** In the likeliest wording; what was given is left out when it does not say it, and put first when it does. */
    private Uni<LookupResult> leaning(Reading.FollowUp followUp, List<String> texts) {
        String given = followUp.of().article();
        return switch (followUp.given()) {
            case UNKNOWN -> likeliest(followUp, texts, it -> it);
            case SAYS_NOTHING -> likeliest(followUp, texts, it -> without(given, it));
            case SAYS_IT ->
                likeliest(followUp, texts, it -> it)
                        .map(it -> sure(it) || it.articles().noneMatch(given::equals) ? it : it.agreeing(given));
        };
    }

    /** In one wording after the other until one is sure; else in the likeliest. */
    private Uni<LookupResult> likeliest(Reading reading, List<String> texts, UnaryOperator<LookupResult> change) {
        Uni<LookupResult> found = search(reading, texts.getFirst()).map(change);
        for (String text : texts.subList(1, texts.size())) {
            found = found.chain(before -> sure(before)
                    ? Uni.createFrom().item(before)
                    : search(reading, text).map(change).map(next -> likelier(before, next)));
        }
        return found;
    }

    private static LookupResult likelier(LookupResult before, LookupResult next) {
        return next.confidence() > before.confidence() ? next.after(before) : before.despite(next);
    }

    private Uni<LookupResult> correction(Reading.Correction correction) {
        String wrong = correction.of().article();
        return correction.texts().isEmpty()
                ? search(correction, correction.of().asked()).map(it -> unsure(without(wrong, it)))
                : likeliest(correction, correction.texts(), it -> without(wrong, it));
    }

    /** The article that was refused is not offered again; what stands behind it was not measured as the first. */
    private LookupResult without(String article, LookupResult found) {
        var left = found.only(it -> !it.slug().equals(article));
        return found.begins(article) ? unsure(left) : left;
    }

    /** Sure enough to offer, not to answer. */
    private LookupResult unsure(LookupResult found) {
        return found.atMost(config.clarifyAt());
    }

    /** Each question; as one message when none of them is understood. */
    private Uni<LookupResult> several(Reading.Several several) {
        var clauses = several.clauses();
        return search(several, clauses.getFirst().text())
                .chain(first -> Uni.join()
                        .all(clauses.stream()
                                .skip(1)
                                .map(it -> clause(several, it, first))
                                .toList())
                        // One piece of work, on one thread.
                        .usingConcurrencyOf(1)
                        .andFailFast()
                        .map(first::and))
                .chain(found -> sure(found) || found.further().stream().anyMatch(this::sure)
                        ? Uni.createFrom().item(found)
                        : search(new Reading.Plain(several.whole(), Optional.empty(), false), several.whole()));
    }

    /** Alone, else with the first one's subject, which must not merely find the first one's article again. */
    private Uni<LookupResult> clause(Reading.Several several, Reading.Clause clause, LookupResult first) {
        return search(several, clause.text())
                .chain(alone -> sure(alone) || clause.withSubject().isEmpty()
                        ? Uni.createFrom().item(alone)
                        : search(several, clause.withSubject().get())
                                .map(it ->
                                        sure(it) && !first.articles().limit(1).allMatch(it::begins)
                                                ? it.after(alone)
                                                : alone.despite(it)));
    }

    private Uni<LookupResult> search(Reading reading, String text) {
        return retrieval.search(text, CUSTOMER, CANDIDATES).map(it -> LookupResult.of(reading, text, it));
    }
}
