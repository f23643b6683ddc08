package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.SourceGrid;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that keep, apply and take back an import; many rows at a time, each within the caller's transaction. */
final class BatchStore {
    private static final int AT_ONCE = 500;

    private static final String BATCH = """
            insert into import_batch (id, state, author, files, notes, grids) values ($1, 'PREVIEW', $2, $3, $4, $5)""";
    private static final String SOURCE =
            "insert into import_source (batch_id, position, name, content) values ($1, $2, $3, $4)";
    private static final String ITEMS = """
            insert into import_item (batch_id, position, file, sheet, row_number, outcome, question, remarks, slug, draft,
              brought, content_hash, article_id, is_new, latest, waiting)
            select $1, x.position, x.file, x.sheet, x.row_number, x.outcome, x.question, x.remarks, x.slug, x.draft,
              x.brought, decode(x.hash, 'hex'), x.article_id, x.is_new, x.latest, x.waiting
            from jsonb_to_recordset($2::jsonb) as x (position integer, file text, sheet text, row_number integer,
              outcome text, question text, remarks jsonb, slug text, draft jsonb, brought jsonb, hash text,
              article_id uuid, is_new boolean, latest integer, waiting integer)""";

    private static final String BEGIN = """
            update import_batch set state = 'APPLIED', applied_at = now() where id = $1 and state = 'PREVIEW'""";
    private static final String LOCK = """
            select id from article where id in (select article_id from import_item where batch_id = $1 and draft is not null)
            order by id for update""";
    /** Articles of which there is another revision than was compared. */
    private static final String MOVED = """
            select count(*) from import_item i where i.batch_id = $1 and i.draft is not null and not i.is_new
              and i.latest is distinct from (select max(revision) from article_revision r where r.article_id = i.article_id)""";

    private static final String ARTICLES = """
            insert into article (id, slug) select article_id, slug from import_item
            where batch_id = $1 and draft is not null and is_new on conflict do nothing""";
    private static final String NEW_ONES =
            "select count(*) from import_item where batch_id = $1 and draft is not null and is_new";
    private static final String TAKE_PLACE = """
            update article_revision r set state = 'ARCHIVED' from import_item i
            where i.batch_id = $1 and i.draft is not null and not i.is_new and r.article_id = i.article_id
              and r.revision = i.waiting and r.state in ('DRAFT', 'IN_REVIEW', 'APPROVED')""";
    private static final String REVISIONS = """
            insert into article_revision (article_id, revision, state, question, phrasings, answer, audience, product,
              valid_from, valid_to, tags, variants, content_hash, author, author_id)
            select i.article_id, coalesce(i.latest, 0) + 1, 'DRAFT', d.question, d.phrasings, d.answer, d.audience, d.product,
              d.valid_from, d.valid_to, d.tags, coalesce(d.variants, '[]'), i.content_hash, $2, $3
            from import_item i, jsonb_to_record(i.draft) as d (question text, phrasings text[], answer text, audience text,
              product text, valid_from date, valid_to date, tags text[], variants jsonb)
            where i.batch_id = $1 and i.draft is not null""";
    private static final String MADE =
            "update import_item set revision = coalesce(latest, 0) + 1 where batch_id = $1 and draft is not null";

    private static final String END = """
            update import_batch set state = 'UNDONE', undone_at = now(), undone_by = $2
            where id = $1 and state = 'APPLIED'""";
    /** Drafts that are as the import made them. */
    static final String UNTOUCHED = """
            select i.article_id, i.revision, i.is_new, i.waiting from import_item i
            join article_revision r on r.article_id = i.article_id and r.revision = i.revision
            where i.batch_id = $1 and r.state = 'DRAFT'
              and r.revision = (select max(l.revision) from article_revision l where l.article_id = i.article_id)""";

    private static final String MADE_AT_ALL =
            "select count(*) from import_item where batch_id = $1 and revision is not null";
    private static final String DISCARD = """
            update article_revision r set state = 'ARCHIVED' from unnest($1::uuid[], $2::integer[]) as x (id, revision)
            where r.article_id = x.id and r.revision = x.revision""";
    private static final String GIVE_BACK = """
            update article_revision r set state = 'DRAFT' from unnest($1::uuid[], $2::integer[]) as x (id, revision)
            where r.article_id = x.id and r.revision = x.revision and r.state = 'ARCHIVED'""";
    private static final String REMOVE_REVISIONS = "delete from article_revision where article_id = any($1)";
    private static final String REMOVE = "delete from article where id = any($1)";

    /** What is in the way of an import. */
    enum Obstacle {
        NONE,
        /** It was applied before, or is not there. */
        NOT_WAITING,
        /** Somebody changed an article since it was compared. */
        MOVED
    }

    private BatchStore() {}

    static Uni<UUID> save(SqlConnection tx, ImportPlan plan, String author, List<FileBytes> sources) {
        var id = Ids.next();
        var notes = new JsonArray();
        plan.notes()
                .forEach(it -> notes.add(new JsonObject()
                        .put("file", it.file())
                        .put("remark", DraftJson.remarks(List.of(it.remark())).getJsonObject(0))));
        var grids = new JsonArray();
        plan.grids().forEach(it -> grids.add(grid(it)));
        var batch = Tuple.tuple()
                .addUUID(id)
                .addString(author)
                .addArrayOfString(plan.files().toArray(String[]::new))
                .addValue(notes)
                .addValue(grids);
        return tx.preparedQuery(BATCH)
                .execute(batch)
                .chain(() -> sources(tx, id, sources))
                .chain(() -> items(tx, id, plan.rows()))
                .replaceWith(id);
    }

    private static JsonObject grid(SourceGrid grid) {
        var sample = new JsonArray();
        grid.sample().forEach(it -> sample.add(new JsonArray(it)));
        return new JsonObject()
                .put("file", grid.file())
                .put("sheet", grid.sheet())
                .put("headers", new JsonArray(grid.headers()))
                .put("fields", new JsonArray(grid.fields()))
                .put("sample", sample)
                .put("key", grid.key());
    }

    private static Uni<Void> sources(SqlConnection tx, UUID id, List<FileBytes> sources) {
        var rows = new ArrayList<Tuple>();
        for (int i = 0; i < sources.size(); i++) {
            rows.add(Tuple.tuple()
                    .addUUID(id)
                    .addInteger(i)
                    .addString(sources.get(i).name())
                    .addBuffer(Buffer.buffer(sources.get(i).content())));
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SOURCE).executeBatch(rows).replaceWithVoid();
    }

    private static Uni<Void> items(SqlConnection tx, UUID id, List<PlannedRow> rows) {
        var parts = new ArrayList<JsonArray>();
        for (int i = 0; i < rows.size(); i++) {
            if (i % AT_ONCE == 0) {
                parts.add(new JsonArray());
            }
            parts.getLast().add(item(i, rows.get(i)));
        }
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(it -> tx.preparedQuery(ITEMS).execute(Tuple.of(id, it)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static JsonObject item(int position, PlannedRow row) {
        var known = row.known();
        var draft = row.draft();
        var brought = row.brought();
        boolean isNew = draft != null && known == null;
        @Nullable UUID article =
                isNew ? Ids.next() : known == null ? null : known.shown().id().value();
        return new JsonObject()
                .put("position", position)
                .put("file", row.place().file())
                .put("sheet", row.place().sheet())
                .put("row_number", row.place().row())
                .put("outcome", row.outcome().name())
                .put("question", row.question())
                .put("remarks", DraftJson.remarks(row.remarks()))
                .put("slug", row.slug())
                .put("draft", draft == null ? null : DraftJson.of(draft))
                .put("brought", brought == null ? null : DraftJson.of(brought))
                .put("hash", draft == null ? null : HexFormat.of().formatHex(draft.hash()))
                .put("article_id", article == null ? null : article.toString())
                .put("is_new", isNew)
                .put("latest", known == null ? null : known.latest())
                .put("waiting", known == null ? null : known.open());
    }

    static Uni<Obstacle> apply(SqlConnection tx, UUID id, Editor author) {
        return tx.preparedQuery(BEGIN)
                .execute(Tuple.of(id))
                .chain(begun -> begun.rowCount() == 0
                        ? Uni.createFrom().item(Obstacle.NOT_WAITING)
                        : tx.preparedQuery(LOCK)
                                .execute(Tuple.of(id))
                                .chain(() -> count(tx, MOVED, id))
                                .chain(moved ->
                                        moved > 0 ? Uni.createFrom().item(Obstacle.MOVED) : make(tx, id, author)));
    }

    private static Uni<Obstacle> make(SqlConnection tx, UUID id, Editor author) {
        return tx.preparedQuery(ARTICLES)
                .execute(Tuple.of(id))
                .chain(made -> count(tx, NEW_ONES, id).map(wanted -> made.rowCount() == wanted))
                .chain(all -> all
                        ? tx.preparedQuery(TAKE_PLACE)
                                .execute(Tuple.of(id))
                                .chain(() -> tx.preparedQuery(REVISIONS)
                                        .execute(Tuple.of(id, author.name(), author.staff())))
                                .chain(() -> tx.preparedQuery(MADE).execute(Tuple.of(id)))
                                .replaceWith(Obstacle.NONE)
                        : Uni.createFrom().item(Obstacle.MOVED));
    }

    private record Touched(
            UUID article,
            int revision,
            boolean isNew,
            @Nullable Integer waiting) {}

    /**
     * Null when there is nothing to take back.
     *
     * @param remove whether new articles go as a whole; else their drafts are discarded
     */
    static Uni<ImportBatch.@Nullable Undone> undo(SqlConnection tx, UUID id, String by, boolean remove) {
        return tx.preparedQuery(END)
                .execute(Tuple.of(id, by))
                .chain(ended -> ended.rowCount() == 0
                        ? Uni.createFrom().nullItem()
                        : tx.preparedQuery(LOCK)
                                .execute(Tuple.of(id))
                                .chain(() -> tx.preparedQuery(UNTOUCHED).execute(Tuple.of(id)))
                                .chain(rows -> {
                                    var touched = new ArrayList<Touched>();
                                    rows.forEach(it -> touched.add(new Touched(
                                            it.getUUID("article_id"),
                                            it.getInteger("revision"),
                                            it.getBoolean("is_new"),
                                            it.getInteger("waiting"))));
                                    return discard(tx, id, touched, remove);
                                }));
    }

    private static Uni<ImportBatch.Undone> discard(SqlConnection tx, UUID id, List<Touched> all, boolean remove) {
        var gone = all.stream()
                .filter(it -> remove && it.isNew && it.revision == 1)
                .toList();
        var back = all.stream().filter(it -> it.waiting != null).toList();
        var ids = gone.stream().map(Touched::article).toArray(UUID[]::new);
        return tx.preparedQuery(DISCARD)
                .execute(Tuple.of(
                        all.stream().map(Touched::article).toArray(UUID[]::new),
                        all.stream().map(Touched::revision).toArray(Integer[]::new)))
                .chain(() -> tx.preparedQuery(GIVE_BACK)
                        .execute(Tuple.of(
                                back.stream().map(Touched::article).toArray(UUID[]::new),
                                back.stream().map(Touched::waiting).toArray(Integer[]::new))))
                .chain(() -> tx.preparedQuery(REMOVE_REVISIONS).execute(Tuple.of(ids)))
                .chain(() -> tx.preparedQuery(REMOVE).execute(Tuple.of(ids)))
                .chain(() -> count(tx, MADE_AT_ALL, id))
                .map(made -> new ImportBatch.Undone(all.size(), gone.size(), made - all.size()));
    }

    private static Uni<Integer> count(SqlConnection tx, String query, UUID id) {
        return tx.preparedQuery(query)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getLong(0).intValue());
    }
}
