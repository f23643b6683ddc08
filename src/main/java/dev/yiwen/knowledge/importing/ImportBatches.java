package dev.yiwen.knowledge.importing;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Imports that end as drafts: whole or not at all, and taken back as a whole. */
@Singleton
public class ImportBatches {
    private static final Logger LOG = Logger.getLogger(ImportBatches.class);
    /** Previews that nobody applied, and files that nobody will want back. */
    private static final List<String> SWEEPS = List.of(
            "delete from import_batch where state = 'PREVIEW' and made_at < now() - interval '7 days'",
            "delete from import_source s using import_batch b where b.id = s.batch_id and b.made_at < now() - interval '30 days'");

    private static final String REMEMBER = """
            insert into import_mapping (header, fields, author) values ($1, $2, $3)
            on conflict (header) do update set fields = $2, author = $3, changed_at = now()""";

    private final Pool database;
    private final AuditLog log;

    ImportBatches(Pool database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /** Makes drafts of a plan at once; nothing of it is there before all of it is. */
    public Uni<UUID> bring(ImportPlan plan) {
        return database.withTransaction(tx -> BatchStore.save(tx, plan, KnowledgeImport.AUTHOR, List.of())
                .call(id -> applied(tx, id, Editor.named(KnowledgeImport.AUTHOR), plan.counts())));
    }

    /** Keeps a plan for somebody to look at. */
    Uni<UUID> keep(ImportPlan plan, List<FileBytes> sources, String author) {
        return database.query(SWEEPS.getFirst())
                .execute()
                .chain(() -> database.query(SWEEPS.getLast()).execute())
                .chain(() -> database.withTransaction(tx -> BatchStore.save(tx, plan, author, sources)));
    }

    /** Puts another plan of the same files in the place of a preview. */
    Uni<UUID> replace(UUID old, ImportPlan plan, List<FileBytes> sources, String author) {
        return database.withTransaction(tx -> tx.preparedQuery(
                        "delete from import_batch where id = $1 and state = 'PREVIEW'")
                .execute(Tuple.of(old))
                .invoke(gone -> {
                    if (gone.rowCount() == 0) {
                        throw new Problem(Kind.CONFLICT, "The import " + old + " is not a preview any more");
                    }
                })
                .chain(() -> BatchStore.save(tx, plan, author, sources)));
    }

    /** What the columns of tables with these headers hold. */
    Uni<Void> remember(String header, List<String> fields, String author) {
        return database.preparedQuery(REMEMBER)
                .execute(Tuple.of(header, fields.toArray(String[]::new), author))
                .replaceWithVoid();
    }

    /** Makes the drafts; fails with CONFLICT when that was done before, or an article changed since. */
    Uni<Void> apply(UUID id, Editor author, Map<RowOutcome, Integer> counts) {
        return database.withTransaction(tx -> applied(tx, id, author, counts));
    }

    private Uni<Void> applied(SqlConnection tx, UUID id, Editor author, Map<RowOutcome, Integer> counts) {
        return BatchStore.apply(tx, id, author)
                .invoke(obstacle -> {
                    switch (obstacle) {
                        case NOT_WAITING ->
                            throw new Problem(Kind.CONFLICT, "The import " + id + " is not a preview any more");
                        case MOVED ->
                            throw new Problem(
                                    Kind.CONFLICT, "Somebody changed an article since the preview; look at it again");
                        case NONE -> {
                            // Everything is there.
                        }
                    }
                })
                .chain(() -> log.append(
                        tx,
                        new AuditEvent(
                                AuditKind.KNOWLEDGE_DRAFTS_IMPORTED, log.requester(), "import:" + id, named(counts))));
    }

    private static Map<String, String> named(Map<RowOutcome, Integer> counts) {
        var named = new TreeMap<String, String>();
        counts.forEach((outcome, count) -> named.put(outcome.name().toLowerCase(Locale.ROOT), String.valueOf(count)));
        return named;
    }

    /**
     * Discards the drafts that are as the import made them, and the articles that there are through it alone; brings back the drafts
     * whose place they took. Fails with CONFLICT when it was not applied, or taken back before.
     */
    public Uni<ImportBatch.Undone> undo(UUID id, String by) {
        return undo(id, by, true).onFailure(e -> !(e instanceof Problem)).recoverWithUni(e -> {
            // Something speaks of an article, which then stays with its discarded draft.
            LOG.debugf(e, "The articles of import %s could not be removed", id);
            return undo(id, by, false);
        });
    }

    private Uni<ImportBatch.Undone> undo(UUID id, String by, boolean remove) {
        return database.withTransaction(tx -> BatchStore.undo(tx, id, by, remove)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(Kind.CONFLICT, "The import " + id + " cannot be taken back any more"))
                .call(undone -> log.append(
                        tx,
                        new AuditEvent(
                                AuditKind.KNOWLEDGE_IMPORT_UNDONE,
                                log.requester(),
                                "import:" + id,
                                Map.of(
                                        "discarded", String.valueOf(undone.discarded()),
                                        "removed", String.valueOf(undone.removed()),
                                        "kept", String.valueOf(undone.kept()))))));
    }
}
