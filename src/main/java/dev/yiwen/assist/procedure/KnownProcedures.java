package dev.yiwen.assist.procedure;

import dev.yiwen.knowledge.Addressee;
import dev.yiwen.knowledge.Addressees;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The procedures that are published and valid today, kept until the knowledge changes. */
@Singleton
final class KnownProcedures {
    private static final Addressee ANYBODY = new Addressee(AnswerChannel.ANY, 0);

    private final Articles articles;
    private final Addressees addressees;
    private final KnowledgeVersion version;
    private volatile Kept kept = new Kept(-1, LocalDate.MIN, List.of());

    KnownProcedures(Articles articles, Addressees addressees, KnowledgeVersion version) {
        this.articles = articles;
        this.addressees = addressees;
        this.version = version;
    }

    private record Kept(long version, LocalDate day, List<KnownProcedure> all) {}

    /** By slug. */
    Uni<List<KnownProcedure>> all() {
        var now = version.current();
        var today = HomeZone.today();
        var before = kept;
        return before.version() == now && before.day().equals(today)
                ? Uni.createFrom().item(before.all())
                : articles.procedures(today).chain(this::read).invoke(all -> kept = new Kept(now, today, all));
    }

    /** That revision of it, published or not any more; empty when it is none. */
    Uni<Optional<KnownProcedure>> revision(ArticleId article, int revision) {
        return all().map(all -> all.stream()
                        .filter(it ->
                                it.article().equals(article) && it.source().revision() == revision)
                        .findFirst())
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(known)
                        : articles.revisions(article)
                                .map(all -> all.stream()
                                        .filter(it -> it.revision() == revision)
                                        .toList())
                                .chain(this::read)
                                .map(read -> read.stream().findFirst()));
    }

    private Uni<List<KnownProcedure>> read(List<Article> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(it -> addressees.worded(it, ANYBODY))
                .collect()
                .asList()
                .map(worded -> worded.stream()
                        .flatMap(it -> KnownProcedure.of(it).stream())
                        .toList());
    }
}
