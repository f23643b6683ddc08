package dev.yiwen.promise;

import dev.yiwen.conversation.Source;
import dev.yiwen.promise.Finding.Verdict;
import dev.yiwen.reading.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Holds claims against statements. A statement speaks of the same thing when it shares the claim's words, the rare ones more,
 * and the other amounts that the sentence fixes; the amount in question itself says nothing about that.
 */
final class PromiseComparison {
    // Chosen on the even lines of promises.jsonl; see the evaluation.
    private static final double IN_SENTENCE = 0.85;
    private static final double IN_CONTEXT = 0.7;
    private static final double ASKED = 0.35;
    private static final double AROUND = 0.35;
    /** A word that no article says; rare ones weigh up to 7. */
    private static final double UNKNOWN = 1;

    private static final double BESIDE = 0.5;
    private static final double ANCHOR = 0.5;
    private static final double ANCHOR_ASIDE = 0.1;
    private static final double PLACE = 0.25;
    /** A statement that far behind the likeliest may be meant as well. */
    private static final double NEAR = 0.12;

    private static final double ABOUT_IT = 0.42;
    private static final double SUPPORTS_WORD = 0.3;

    /** @param nearness of the article to what is spoken of, 0 to 1 */
    record Evidence(List<Statement> statements, double nearness) {}

    /**
     * @param likeness of what it speaks of
     * @param own the same by the claim's clause alone
     * @param score likeness and nearness of its article
     */
    private record Scored(Statement statement, double likeness, double own, double score) {}

    private final List<Evidence> evidence;
    private final ToDoubleFunction<String> rarity;
    private final Set<String> asked;

    /** @param asked terms of what the customer asked before */
    PromiseComparison(List<Evidence> evidence, Set<String> asked, ToDoubleFunction<String> rarity) {
        this.evidence = List.copyOf(evidence);
        this.asked = asked;
        this.rarity = rarity;
    }

    /** Where several amounts of a clause differ, the last: the others tell what is spoken of, and 五百兆 comes before 六十块. */
    List<Finding> of(List<Claim> claims) {
        var findings = new ArrayList<Finding>();
        for (Claim claim : claims) {
            var quantity = claim.quantity();
            (quantity == null ? word(claim) : quantity(claim, quantity)).ifPresent(found -> {
                if (found.verdict() == Verdict.DIFFERS) {
                    findings.removeIf(
                            it -> it.verdict() == Verdict.DIFFERS && it.clause().equals(found.clause()));
                }
                findings.add(found);
            });
        }
        return findings;
    }

    private Optional<Finding> quantity(Claim claim, Quantity quantity) {
        var rivals = scored(claim, it -> !it.forbidden() && it.speaksOfAnother(quantity));
        var best = rivals.stream().findFirst();
        if (best.isEmpty() || best.get().likeness() < ABOUT_IT) {
            return claim.binding() && isWorthDoubt(quantity)
                    ? Optional.of(finding(Verdict.UNSUPPORTED, claim, quantity.said(), null))
                    : Optional.empty();
        }
        var support = rivals.stream()
                .filter(it -> it.score() >= best.get().score() - NEAR || isMeantAsWell(it, best.get()))
                .filter(it -> it.statement().says(quantity)
                        // 多扣三十，退六十: what is said of it has no words of its own.
                        || claim.terms().isEmpty() && it.statement().saysBeside(quantity))
                .findFirst();
        return support.map(it -> finding(Verdict.SUPPORTED, claim, quantity.said(), it.statement()))
                .or(() -> Optional.of(finding(
                        Verdict.DIFFERS, claim, quantity.said(), best.get().statement())));
    }

    /** The rest of the sentence may speak of something else: then the clause alone tells. */
    private static boolean isMeantAsWell(Scored statement, Scored best) {
        return statement.own() >= best.own() && statement.likeness() >= ABOUT_IT;
    }

    private static boolean isWorthDoubt(Quantity quantity) {
        return switch (quantity.dimension()) {
            case MONEY, SIZE, TIME, TALK, RATIO -> true;
            case CLOCK, DATE, AGE, COUNT -> false;
        };
    }

    private Optional<Finding> word(Claim claim) {
        var saying = scored(claim, it -> it.text().contains(claim.word()));
        var best = saying.stream().filter(it -> it.likeness() >= SUPPORTS_WORD).findFirst();
        if (best.isEmpty()) {
            return Optional.of(finding(Verdict.UNSUPPORTED, claim, claim.word(), null));
        }
        var statement = best.get().statement();
        return Optional.of(
                finding(statement.forbidden() ? Verdict.DIFFERS : Verdict.SUPPORTED, claim, claim.word(), statement));
    }

    private List<Scored> scored(Claim claim, Predicate<Statement> speaksOfIt) {
        var scored = new ArrayList<Scored>();
        for (Evidence article : evidence) {
            for (Statement statement : article.statements()) {
                if (speaksOfIt.test(statement)) {
                    double likeness = likeness(claim, statement);
                    scored.add(new Scored(
                            statement, likeness, own(claim, statement), likeness + PLACE * article.nearness()));
                }
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return scored;
    }

    private double likeness(Claim claim, Statement statement) {
        double whole = 0;
        double shared = 0;
        for (String term : claim.terms()) {
            double weight = weight(term);
            whole += weight;
            shared += weight * presence(term, statement);
        }
        for (String term : claim.around()) {
            double weight = AROUND * weight(term);
            whole += weight;
            shared += weight * presence(term, statement);
        }
        for (String term : asked) {
            double weight = ASKED * weight(term);
            whole += weight;
            shared += weight * presence(term, statement);
        }
        double words = whole == 0 ? 0 : shared / whole;
        return words + ANCHOR * share(claim.others(), statement) + ANCHOR_ASIDE * share(claim.aside(), statement);
    }

    private double own(Claim claim, Statement statement) {
        double whole = 0;
        double shared = 0;
        for (String term : claim.terms()) {
            whole += weight(term);
            shared += weight(term) * presence(term, statement);
        }
        return (whole == 0 ? 0 : shared / whole) + ANCHOR * share(claim.others(), statement);
    }

    private static double share(List<Quantity> anchors, Statement statement) {
        return anchors.isEmpty()
                ? 0
                : anchors.stream()
                                .mapToDouble(it -> statement.says(it) ? 1 : statement.saysBeside(it) ? BESIDE : 0)
                                .sum()
                        / anchors.size();
    }

    private static double presence(String term, Statement statement) {
        if (statement.terms().contains(term)) {
            return 1;
        }
        if (statement.sentence().contains(term)) {
            return IN_SENTENCE;
        }
        return statement.context().contains(term) ? IN_CONTEXT : 0;
    }

    private double weight(String term) {
        double known = rarity.applyAsDouble(term);
        return known == 0 ? UNKNOWN : known;
    }

    private static Finding finding(Verdict verdict, Claim claim, String what, @Nullable Statement statement) {
        return new Finding(
                verdict,
                claim.clause(),
                what,
                statement == null ? null : statement.text(),
                statement == null
                        ? null
                        : new Source(
                                statement.article().slug(),
                                statement.article().question(),
                                statement.article().revision()));
    }
}
