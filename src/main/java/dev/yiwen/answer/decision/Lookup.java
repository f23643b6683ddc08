package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.answer.reading.Reading;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Candidate;
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
    // How sure two readings that find the same must be.
    private static final double BOTH = 0.25;
    // Wordings tried after the message alone was not understood.
    private static final int SECOND_TRIES = 2;

    private final Retrieval retrieval;
    private final AnswerConfig config;
    private final SeveralLookup several;

    Lookup(Retrieval retrieval, AnswerConfig config) {
        this.retrieval = retrieval;
        this.config = config;
        several = new SeveralLookup(this::search, this::sure);
    }

    /** The same by another search. */
    Lookup by(Retrieval other) {
        return new Lookup(other, config);
    }

    Uni<LookupResult> of(Reading reading) {
        return switch (reading) {
            case Reading.Plain plain -> plain(plain);
            case Reading.Choice choice -> search(reading, choice.option());
            case Reading.FollowUp followUp -> leaning(followUp, followUp.texts());
            case Reading.Correction correction -> correction(correction);
            case Reading.Several it -> several.of(it);
            case Reading.Refusal refusal -> refusal(refusal);
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
        // What is asked in full needs no pending question, which may find its own article again.
        boolean elsewhere = followUp.offered().isEmpty()
                ? leaning.begins(given)
                : !near(alone).isEmpty();
        if (sure(leaning)
                && (!elsewhere
                        || followUp.situation()
                        || leaning.articles().limit(1).allMatch(near(alone)::contains))) {
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
        if (!followUp.offered().isEmpty()) {
            return reply(followUp, texts);
        }
        return switch (followUp.given()) {
            case UNKNOWN -> likeliest(followUp, texts, it -> it);
            case SAYS_NOTHING -> likeliest(followUp, texts, it -> without(given, it));
            case SAYS_IT ->
                likeliest(followUp, texts, it -> it)
                        .map(it -> sure(it) || it.articles().noneMatch(given::equals) ? it : it.agreeing(given));
        };
    }

    /** With the pending question, else alone. Unsure of both, the article that both find is meant. */
    private Uni<LookupResult> reply(Reading.FollowUp reply, List<String> texts) {
        return search(reply, reply.now())
                .chain(alone -> likeliest(reply, texts, it -> it)
                        .map(joined -> sure(joined) && (!sure(alone) || offered(reply, joined))
                                ? joined.after(alone)
                                : sure(alone) ? alone.despite(joined) : agreed(reply, joined, alone)));
    }

    private static boolean offered(Reading.FollowUp reply, LookupResult found) {
        return reply.offered().contains(found.candidates().getFirst().title());
    }

    private static LookupResult agreed(Reading.FollowUp reply, LookupResult joined, LookupResult alone) {
        Optional<String> first =
                joined.articles().findFirst().filter(it -> joined.confidence() >= BOTH && alone.begins(it));
        Optional<String> meant = first.or(() -> alone.candidates().stream()
                .limit(NEAR)
                .filter(it -> reply.offered().contains(it.title()))
                .map(Candidate::slug)
                .filter(it -> near(joined).contains(it))
                .findFirst()
                .filter(it -> joined.begins(it) || alone.begins(it)));
        return meant.map(it -> joined.agreeing(it).despite(alone)).orElseGet(() -> joined.despite(alone));
    }

    /** 不是这个, of what was offered: what else may be meant is offered. */
    private Uni<LookupResult> refusal(Reading.Refusal refusal) {
        return refusal.all()
                ? Uni.createFrom().item(LookupResult.none(refusal, refusal.of().asked()))
                : search(refusal, refusal.of().asked())
                        .map(it -> unsure(it.only(one -> !refusal.offered().contains(one.title()))));
    }

    /** In one wording after the other until one is sure; else in the likeliest. */
    private Uni<LookupResult> likeliest(Reading reading, List<String> texts, UnaryOperator<LookupResult> change) {
        Uni<LookupResult> found = search(reading, texts.getFirst()).map(change);
        for (String text : texts.subList(1, texts.size())) {
            found = found.chain(before -> sure(before)
                    ? Uni.createFrom().item(before)
                    : search(reading, text).map(change).map(before::orLikelier));
        }
        return found;
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

    private Uni<LookupResult> search(Reading reading, String text) {
        return retrieval.search(text, CUSTOMER, CANDIDATES).map(it -> LookupResult.of(reading, text, it));
    }
}
