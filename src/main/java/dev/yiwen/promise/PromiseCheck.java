package dev.yiwen.promise;

import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.promise.Finding.Verdict;
import dev.yiwen.promise.PromiseComparison.Evidence;
import dev.yiwen.reading.SpokenAmounts;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Compares what an agent or the bot promises with what the articles say that are valid today. */
@Singleton
public final class PromiseCheck {
    private static final Set<Audience> ALL = EnumSet.allOf(Audience.class);
    private static final int ARTICLES = 8;
    /** An article on the agent's panel is as near as one that the search finds first. */
    private static final double SHOWN = 1;

    private final Retrieval retrieval;
    private final Articles articles;

    PromiseCheck(Retrieval retrieval, Articles articles) {
        this.retrieval = retrieval;
        this.articles = articles;
    }

    /**
     * A finding for each claim, in the order of the text; empty for what promises nothing.
     *
     * @param asked what the customer said before it; empty if nothing
     * @param shown slugs of the articles that the agent has before him
     */
    public Uni<List<Finding>> check(String said, String asked, List<String> shown) {
        var claims = Claims.of(said);
        if (claims.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return near(said, asked, shown)
                .chain(this::evidence)
                .map(evidence -> new PromiseComparison(
                                evidence, Wordage.of(SpokenAmounts.written(asked)), retrieval::rarity)
                        .of(claims))
                .chain(findings -> withHistory(claims, findings));
    }

    /**
     * The same, held against one article and nothing else; without a search.
     *
     * @param asked what was asked; empty if nothing
     */
    public List<Finding> against(Article article, String said, String asked) {
        return against(article, said, asked, retrieval::rarity);
    }

    /** @param rarity of a term; 0 for one that no article says */
    public static List<Finding> against(Article article, String said, String asked, ToDoubleFunction<String> rarity) {
        var claims = Claims.of(said);
        return claims.isEmpty()
                ? List.of()
                : new PromiseComparison(
                                List.of(new Evidence(Statements.of(article), SHOWN)),
                                Wordage.of(SpokenAmounts.written(asked)),
                                rarity)
                        .of(claims);
    }

    private Uni<Map<String, Double>> near(String said, String asked, List<String> shown) {
        var near = new LinkedHashMap<String, Double>();
        shown.forEach(it -> near.put(it, SHOWN));
        var alone = retrieval.search(said, ALL, ARTICLES).invoke(it -> add(near, it));
        return (asked.isBlank()
                        ? alone
                        : alone.chain(() -> retrieval.search(asked, ALL, ARTICLES))
                                .invoke(it -> add(near, it)))
                .replaceWith(near);
    }

    private static void add(Map<String, Double> near, Retrieved found) {
        double best =
                found.candidates().stream().mapToDouble(Candidate::dense).max().orElse(0);
        int place = 0;
        for (Candidate it : found.candidates()) {
            double nearness = Math.max(0, 1 - 4 * (best - it.dense())) * (1 - 0.05 * place++);
            near.merge(it.slug(), nearness, Math::max);
        }
    }

    private Uni<List<Evidence>> evidence(Map<String, Double> near) {
        return Multi.createFrom()
                .iterable(near.entrySet())
                .onItem()
                .transformToUniAndConcatenate(it -> current(it.getKey())
                        .map(found -> found.map(article -> new Evidence(Statements.of(article), it.getValue()))))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<Article>> current(String slug) {
        return articles.load(slug)
                .map(Optional::of)
                .onFailure(Problem.class)
                .recoverWithItem(Optional.empty())
                .map(found ->
                        found.filter(it -> it.state() == Article.State.PUBLISHED && it.validOn(HomeZone.today())));
    }

    /** Where the article says something else now: did it say so before? */
    private Uni<List<Finding>> withHistory(List<Claim> claims, List<Finding> findings) {
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(it -> it.verdict() == Verdict.DIFFERS && it.source() != null
                        ? older(claims, it, it.source())
                        : Uni.createFrom().item(it))
                .collect()
                .asList();
    }

    private Uni<Finding> older(List<Claim> claims, Finding differs, Source source) {
        var claim = claims.stream()
                .filter(it -> it.clause().equals(differs.clause()))
                .filter(it -> it.quantity() != null && it.quantity().said().equals(differs.what()))
                .findFirst();
        if (claim.isEmpty()) {
            return Uni.createFrom().item(differs);
        }
        return articles.load(source.article())
                .chain(now -> articles.revisions(now.id()))
                .map(all -> all.stream()
                        .filter(it ->
                                it.revision() < source.revision() && it.life().liveFrom() != null)
                        .filter(it -> isSupported(claim.get(), it))
                        .findFirst()
                        .map(it ->
                                new Finding(Verdict.OLDER, differs.clause(), differs.what(), differs.should(), source))
                        .orElse(differs));
    }

    private boolean isSupported(Claim claim, Article then) {
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence(Statements.of(then), SHOWN));
        return new PromiseComparison(evidence, Set.of(), retrieval::rarity)
                .of(List.of(claim)).stream().anyMatch(it -> it.verdict() == Verdict.SUPPORTED);
    }
}
