package dev.yiwen.knowledge.golden;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.golden.SignatureStore.Kind;
import dev.yiwen.knowledge.golden.SignatureStore.Signature;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who has looked at what publishing breaks, and why it is published all the same. A signature is of one content. */
@Singleton
public class PublishSignatures {
    private final Pool database;
    private final KnowledgeVersion version;
    private final AuditLog log;

    PublishSignatures(Pool database, KnowledgeVersion version, AuditLog log) {
        this.database = database;
        this.version = version;
        this.log = log;
    }

    /**
     * Of the latest revision of each article.
     *
     * @param broken ids of golden questions, or customers' wordings
     */
    Uni<Void> sign(Collection<ArticleId> articles, Kind kind, List<String> broken, String reason, Editor by) {
        var kept = kind == Kind.IMPACT
                ? broken.stream().map(SignatureStore::wording).toList()
                : broken;
        return latest(articles)
                .chain(drafts -> database.withTransaction(tx -> each(
                                drafts,
                                it -> SignatureStore.sign(tx, it, kind, kept, reason, by)
                                        .replaceWith(true))
                        .chain(() -> each(
                                drafts,
                                it -> log.append(tx, event(it, kind, kept.size(), by))
                                        .replaceWith(true)))))
                .replaceWithVoid();
    }

    /** Newest first. */
    Uni<List<Signature>> of(ArticleId article) {
        return SignatureStore.of(database, article);
    }

    /** Notes what publishing the draft would leave without an answer, so that it is signed before it is published. */
    public Uni<Void> note(Article draft, long over, List<String> wordings) {
        return wordings.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.withTransaction(tx -> SignatureStore.note(tx, draft, over, wordings));
    }

    /** Golden questions that were signed for the content of each of them. */
    Uni<Set<String>> golden(List<Article> drafts) {
        return each(drafts, it -> SignatureStore.signed(database, it, Kind.GOLDEN))
                .map(all -> {
                    var common = new HashSet<String>();
                    all.forEach(common::addAll);
                    all.forEach(common::retainAll);
                    return common;
                });
    }

    /** Of which the impact was looked at over this very knowledge, and leaves something without an answer that nobody signed. */
    Uni<List<Article>> unsigned(List<Article> drafts) {
        return each(
                        drafts,
                        it -> SignatureStore.noted(database, it, version.current())
                                .chain(noted -> SignatureStore.signed(database, it, Kind.IMPACT)
                                        .map(signed -> signed.containsAll(noted) ? List.<Article>of() : List.of(it))))
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    /** The latest revision of each; fails with NOT_FOUND. */
    Uni<List<Article>> latest(Collection<ArticleId> articles) {
        return each(
                articles,
                id -> ArticleStore.revisions(database, id).map(all -> {
                    if (all.isEmpty()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no article " + id.value());
                    }
                    return all.getFirst();
                }));
    }

    private static AuditEvent event(Article draft, Kind kind, int broken, Editor by) {
        return new AuditEvent(
                AuditKind.PUBLISHING_SIGNED,
                by.staff(),
                "article:" + draft.id().value(),
                Map.of(
                        "revision", String.valueOf(draft.revision()),
                        "of", kind.name(),
                        "broken", String.valueOf(broken)));
    }

    private static <T, R> Uni<List<R>> each(Iterable<T> all, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(it -> work.apply(it))
                .collect()
                .asList();
    }
}
