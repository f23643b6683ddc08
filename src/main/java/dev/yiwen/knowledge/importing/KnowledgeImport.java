package dev.yiwen.knowledge.importing;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.importing.source.ReadSource;
import dev.yiwen.knowledge.importing.source.SourceRow;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Publishes what files bring, at once and unseen: for an operator who says so, and for what comes with the product. Bringing the
 * same again changes nothing; a file that changed becomes the new published revision, unless people edited or retired the article
 * since: then it waits for them as a draft. Everybody else imports drafts ({@link ImportBatches}).
 */
@Singleton
public class KnowledgeImport {
    /** The author of what files brought from the command line. */
    static final String AUTHOR = "import";

    /** Articles at once: enough that embedding and writing overlap. */
    private static final int CONCURRENCY = 4;

    private final Pool database;
    private final ImportPlanner planner;
    private final Articles articles;
    private final PublishedRows published;
    private final AuditLog log;

    KnowledgeImport(Pool database, ImportPlanner planner, Articles articles, PublishedRows published, AuditLog log) {
        this.database = database;
        this.planner = planner;
        this.articles = articles;
        this.published = published;
        this.log = log;
    }

    /** Imports a file, or a folder of files. A bad one does not stop the others. */
    public Uni<ImportReport> from(Path path, ImportProgress progress) {
        return planner.read(path)
                .chain(source -> bring(source, progress))
                .call(report -> log.append(new AuditEvent(
                        AuditKind.KNOWLEDGE_IMPORTED,
                        log.requester(),
                        "knowledge",
                        Arrays.stream(ImportOutcome.values())
                                .collect(Collectors.toMap(
                                        it -> it.name().toLowerCase(Locale.ROOT),
                                        it -> String.valueOf(report.count(it)))))));
    }

    /** Brings articles that a program made, as {@link #from} brings those of files; nothing checks their content. */
    public Uni<ImportReport> of(List<NamedDraft> drafts, ImportProgress progress) {
        var tally = published.tally(progress);
        progress.begin(drafts.size());
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUni(it -> create(it.slug(), it.draft())
                        .onFailure()
                        .recoverWithItem(e -> tally.failed(it.slug(), e))
                        .invoke(outcome -> tally.add(it.slug(), outcome)))
                .merge(CONCURRENCY)
                .onItem()
                .ignoreAsUni()
                .replaceWith(tally::report);
    }

    private Uni<ImportReport> bring(ReadSource source, ImportProgress progress) {
        var tally = published.tally(progress);
        tally.notes(source.notes());
        List<SourceRow> rows = published.askable(source.rows(), tally);
        return planner.filled(rows)
                .chain(filled -> KnownArticles.load(database, filled)
                        .chain(known -> planner.run(() -> Comparison.of(filled, known))))
                .invoke(planned -> progress.begin(planned.size()))
                .chain(planned -> Multi.createFrom()
                        .iterable(planned)
                        .onItem()
                        .transformToUni(row -> bring(row)
                                .onFailure()
                                .recoverWithItem(e -> tally.failed(row, e))
                                .invoke(outcome -> tally.add(row, outcome)))
                        .merge(CONCURRENCY)
                        .onItem()
                        .ignoreAsUni())
                .replaceWith(tally::report);
    }

    private Uni<ImportOutcome> bring(PlannedRow row) {
        return switch (row.outcome()) {
            case NEW -> fresh(row);
            case CHANGED -> changed(row);
            case CONTRADICTS -> articles.create(row.slug(), draft(row), AUTHOR).replaceWith(ImportOutcome.DRAFTED);
            case SAME -> same(row);
            case DUPLICATE -> Uni.createFrom().item(ImportOutcome.DUPLICATE);
            case ERROR -> Uni.createFrom().item(ImportOutcome.FAILED);
        };
    }

    private Uni<ImportOutcome> fresh(PlannedRow row) {
        var known = row.known();
        return known == null
                ? create(row.slug(), draft(row))
                : articles.replacePublished(known.shown(), known.latest(), draft(row), AUTHOR)
                        .replaceWith(ImportOutcome.ADDED);
    }

    private Uni<ImportOutcome> create(String slug, ArticleDraft draft) {
        return articles.createPublished(ArticleId.of(Ids.next()), slug, draft, AUTHOR)
                .replaceWith(ImportOutcome.ADDED);
    }

    private Uni<ImportOutcome> changed(PlannedRow row) {
        var known = Objects.requireNonNull(row.known());
        var shown = known.shown();
        boolean ours =
                shown.state() == State.PUBLISHED && shown.author().equals(AUTHOR) && shown.revision() == known.latest();
        return ours
                ? articles.replacePublished(shown, known.latest(), draft(row), AUTHOR)
                        .replaceWith(ImportOutcome.CHANGED)
                : articles.saveDraft(shown.id(), known.latest(), draft(row), AUTHOR)
                        .replaceWith(ImportOutcome.DRAFTED);
    }

    /** An earlier import made a draft of it that nobody has changed. */
    private Uni<ImportOutcome> same(PlannedRow row) {
        var known = Objects.requireNonNull(row.known());
        boolean waits = known.shown().state() == State.DRAFT
                && known.latest() == known.shown().revision();
        return waits && known.shown().author().equals(AUTHOR)
                ? articles.publish(known.shown().id(), known.latest()).replaceWith(ImportOutcome.ADDED)
                : Uni.createFrom().item(ImportOutcome.UNCHANGED);
    }

    private static ArticleDraft draft(PlannedRow row) {
        return Objects.requireNonNull(row.draft());
    }
}
