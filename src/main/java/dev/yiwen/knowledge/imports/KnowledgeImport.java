package dev.yiwen.knowledge.imports;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings articles from files. Bringing the same again changes nothing; a file that changed becomes the new published
 * revision, unless people edited or retired the article since: then it waits for them as a draft.
 */
@Singleton
public class KnowledgeImport {
    /** The author of imported revisions. */
    static final String AUTHOR = "import";

    private static final Logger LOG = Logger.getLogger(KnowledgeImport.class);
    /** Articles at once: enough that embedding and writing overlap. */
    private static final int CONCURRENCY = 4;

    private final Pool pool;
    private final Articles articles;
    private final AuditLog log;
    private final AskablePhrasings phrasings;

    KnowledgeImport(Pool pool, Articles articles, AskablePhrasings phrasings, AuditLog log) {
        this.phrasings = phrasings;
        this.log = log;
        this.pool = pool;
        this.articles = articles;
    }

    /** Imports a folder of Markdown and JSON lines, or one such file. A bad one does not stop the others. */
    public Uni<ImportReport> from(Path path, ImportProgress progress) {
        return Uni.createFrom()
                .item(() -> ImportFiles.read(path))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(files -> bring(files, progress))
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
        var items = drafts.stream()
                .map(it -> new ImportItem(it.slug(), it.draft(), it.slug(), 0))
                .toList();
        return bring(items, new Tally(List.of(), List.of(), progress, false), progress);
    }

    private Uni<ImportReport> bring(ImportFiles files, ImportProgress progress) {
        var tally = new Tally(files.faults(), files.ignored(), progress, true);
        var items = files.items().stream()
                .map(it -> phrasings.of(it, tally::handsOver))
                .toList();
        return bring(items, tally, progress);
    }

    private Uni<ImportReport> bring(List<ImportItem> items, Tally tally, ImportProgress progress) {
        progress.begin(items.size());
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(item -> bring(item, tally)
                        .onFailure()
                        .recoverWithItem(e -> tally.failed(item, e))
                        .invoke(outcome -> tally.add(item, outcome)))
                .merge(CONCURRENCY)
                .onItem()
                .ignoreAsUni()
                .replaceWith(tally::report);
    }

    private Uni<ImportOutcome> bring(ImportItem item, Tally tally) {
        return ArticleStore.bySlug(pool, item.slug())
                .chain(found -> found.isPresent()
                        ? bringAgain(item, found.get())
                        : tally.knowsTwins
                                ? ArticleStore.twin(pool, item.draft())
                                        .chain(twin ->
                                                twin.isPresent() ? bringTwin(item, twin.get(), tally) : bringNew(item))
                                : bringNew(item));
    }

    private Uni<ImportOutcome> bringNew(ImportItem item) {
        return articles.createPublished(ArticleId.of(Ids.next()), item.slug(), item.draft(), AUTHOR)
                .replaceWith(ImportOutcome.ADDED);
    }

    /** A file that was moved, or came from somewhere else, is the article that asks the same, wherever it lies now. */
    private Uni<ImportOutcome> bringTwin(ImportItem item, Article twin, Tally tally) {
        return Arrays.equals(item.draft().hash(), ArticleDraft.of(twin).hash())
                ? Uni.createFrom().item(tally.duplicate(item, twin))
                : bringAgain(item, twin);
    }

    private Uni<ImportOutcome> bringAgain(ImportItem item, Article shown) {
        var hash = item.draft().hash();
        if (Arrays.equals(hash, ArticleDraft.of(shown).hash())) {
            return Uni.createFrom().item(ImportOutcome.UNCHANGED);
        }
        return ArticleStore.lastHashBy(pool, shown.id(), AUTHOR)
                .chain(last -> last.isPresent() && Arrays.equals(hash, last.get())
                        ? Uni.createFrom().item(ImportOutcome.UNCHANGED)
                        : change(item, shown));
    }

    private Uni<ImportOutcome> change(ImportItem item, Article shown) {
        return articles.revisions(shown.id()).chain(all -> {
            int latest = all.getFirst().revision();
            boolean ours =
                    shown.state() == State.PUBLISHED && shown.author().equals(AUTHOR) && shown.revision() == latest;
            return ours
                    ? articles.replacePublished(shown, latest, item.draft(), AUTHOR)
                            .replaceWith(ImportOutcome.CHANGED)
                    : articles.saveDraft(shown.id(), latest, item.draft(), AUTHOR)
                            .replaceWith(ImportOutcome.DRAFTED);
        });
    }

    /** Counts from several threads. */
    private static final class Tally {
        private final ImportProgress progress;
        /** Whether what asks the same under another name is the same article; a program's drafts are what they are. */
        private final boolean knowsTwins;

        private final List<ImportFault> duplicates = new ArrayList<>();
        private final Map<ImportOutcome, Integer> counts =
                Collections.synchronizedMap(new EnumMap<>(ImportOutcome.class));
        private final List<ImportFault> faults;
        private final List<ImportFault> handedOver = new ArrayList<>();
        private final List<String> drafted = new ArrayList<>();
        private final List<String> ignored;

        Tally(List<ImportFault> faults, List<String> ignored, ImportProgress progress, boolean knowsTwins) {
            this.knowsTwins = knowsTwins;
            this.progress = progress;
            this.faults = new ArrayList<>(faults);
            this.ignored = ignored;
            counts.put(ImportOutcome.FAILED, faults.size());
        }

        synchronized ImportOutcome failed(ImportItem item, Throwable cause) {
            LOG.debugf(cause, "Importing %s failed", item.slug());
            faults.add(item.fault(String.valueOf(cause.getMessage())));
            return ImportOutcome.FAILED;
        }

        synchronized void add(ImportItem item, ImportOutcome outcome) {
            counts.merge(outcome, 1, Integer::sum);
            if (outcome == ImportOutcome.DRAFTED) {
                drafted.add(item.slug());
            }
            progress.done(item.slug(), outcome);
        }

        synchronized ImportOutcome duplicate(ImportItem item, Article twin) {
            duplicates.add(item.fault("is already there as " + twin.slug() + ", word for word"));
            return ImportOutcome.DUPLICATE;
        }

        synchronized void handsOver(ImportFault remark) {
            handedOver.add(remark);
        }

        synchronized ImportReport report() {
            return new ImportReport(counts, faults, handedOver, drafted, duplicates, ignored);
        }
    }
}
