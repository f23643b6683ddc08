package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.ImportBatch.Note;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.SourceGrid;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Imports as they are looked at. */
@Singleton
class BatchReader {
    private static final int MOST_PER_PAGE = 200;

    private static final String BATCHES = """
            select b.*, (select jsonb_object_agg(outcome, n) from (
                     select outcome, count(*) as n from import_item i where i.batch_id = b.id group by outcome) c) as counts,
                   (select count(*) from import_item i
                    join article_revision r on r.article_id = i.article_id and r.revision = i.revision
                    where i.batch_id = b.id and b.state = 'APPLIED' and r.state = 'DRAFT' and r.revision = (
                      select max(l.revision) from article_revision l where l.article_id = i.article_id)) as undoable
            from import_batch b""";
    private static final String ONE = BATCHES + " where b.id = $1";
    private static final String LATEST = BATCHES + " where b.state <> 'PREVIEW' order by b.made_at desc limit 30";
    /** The article as an editor would have gone on from it. */
    private static final String ITEMS = """
            select i.*, case when i.outcome = 'CHANGED' then jsonb_build_object('question', r.question, 'phrasings', r.phrasings,
                'answer', r.answer, 'audience', r.audience, 'product', r.product, 'valid_from', r.valid_from,
                'valid_to', r.valid_to, 'tags', r.tags) end as before
            from import_item i left join lateral (
              select * from article_revision c where c.article_id = i.article_id and not i.is_new and c.revision = coalesce(
                i.waiting, (select p.revision from article_revision p where p.article_id = i.article_id
                  and p.state = 'PUBLISHED' and p.revision <= i.latest), i.latest)) r on true
            where i.batch_id = $1 and ($2::text is null or i.outcome = $2) order by i.position limit $3 offset $4""";

    private static final String TOTAL =
            "select count(*) from import_item where batch_id = $1 and ($2::text is null or outcome = $2)";
    private static final String SOURCES =
            "select name, content from import_source where batch_id = $1 order by position";
    private static final String MARKS = """
            select sheet, row_number, outcome, remarks from import_item
            where batch_id = $1 and file = $2 order by position""";

    private final Pool database;
    private final RemarkWords words;

    BatchReader(Pool database, RemarkWords words) {
        this.database = database;
        this.words = words;
    }

    /** Fails with NOT_FOUND. */
    Uni<ImportBatch> batch(UUID id, Locale language) {
        return database.preparedQuery(ONE).execute(Tuple.of(id)).map(rows -> {
            var found = rows.iterator();
            if (!found.hasNext()) {
                throw new Problem(Kind.NOT_FOUND, "There is no import " + id);
            }
            return batch(found.next(), language);
        });
    }

    /** Those that were made, the newest first. */
    Uni<List<ImportBatch>> made(Locale language) {
        return database.query(LATEST)
                .execute()
                .map(rows -> all(rows).stream().map(it -> batch(it, language)).toList());
    }

    Uni<ImportBatch.Page> rows(UUID id, @Nullable RowOutcome outcome, int page, int size, Locale language) {
        int most = Math.clamp(size, 1, MOST_PER_PAGE);
        @Nullable String wanted = outcome == null ? null : outcome.name();
        return database.preparedQuery(TOTAL)
                .execute(Tuple.of(id, wanted))
                .map(rows -> rows.iterator().next().getLong(0).intValue())
                .chain(total -> database.preparedQuery(ITEMS)
                        .execute(Tuple.of(id, wanted, most, Math.max(0, page) * most))
                        .map(rows -> new ImportBatch.Page(
                                all(rows).stream().map(it -> item(it, language)).toList(), total)));
    }

    /** The files as they came; none when they are gone. */
    Uni<List<FileBytes>> sources(UUID id) {
        return database.preparedQuery(SOURCES)
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream()
                        .map(it -> new FileBytes(
                                it.getString("name"), it.getBuffer("content").getBytes()))
                        .toList());
    }

    /** What became of the rows of a file, in words. */
    Uni<List<MarkedFile.Mark>> marks(UUID id, String file, Locale language) {
        return database.preparedQuery(MARKS)
                .execute(Tuple.of(id, file))
                .map(rows -> all(rows).stream()
                        .map(it -> new MarkedFile.Mark(
                                it.getString("sheet"),
                                it.getInteger("row_number"),
                                words.outcome(RowOutcome.valueOf(it.getString("outcome")), language),
                                words.of(DraftJson.remarks(it.getJsonArray("remarks")), language)))
                        .toList());
    }

    private ImportBatch batch(Row row, Locale language) {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        var counted = row.getJsonObject("counts");
        for (var outcome : RowOutcome.values()) {
            counts.put(outcome, counted == null ? 0 : counted.getInteger(outcome.name(), 0));
        }
        return new ImportBatch(
                row.getUUID("id"),
                ImportBatch.State.valueOf(row.getString("state")),
                row.getString("author"),
                row.getOffsetDateTime("made_at").toInstant(),
                instant(row.getOffsetDateTime("applied_at")),
                instant(row.getOffsetDateTime("undone_at")),
                List.of(row.getArrayOfStrings("files")),
                counts,
                row.getJsonArray("notes").stream()
                        .map(JsonObject.class::cast)
                        .map(it -> new Note(
                                it.getString("file"),
                                words.of(DraftJson.remarks(new JsonArray().add(it.getJsonObject("remark"))), language)))
                        .toList(),
                row.getJsonArray("grids").stream()
                        .map(JsonObject.class::cast)
                        .map(BatchReader::grid)
                        .toList(),
                row.getLong("undoable").intValue());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static SourceGrid grid(JsonObject json) {
        var sample = new ArrayList<List<String>>();
        json.getJsonArray("sample").forEach(it -> sample.add(DraftJson.texts((JsonArray) it)));
        return new SourceGrid(
                json.getString("file"),
                json.getString("sheet"),
                DraftJson.texts(json.getJsonArray("headers")),
                DraftJson.texts(json.getJsonArray("fields")),
                sample,
                json.getString("key"));
    }

    private ImportBatch.Item item(Row row, Locale language) {
        return new ImportBatch.Item(
                row.getInteger("position"),
                row.getString("file"),
                row.getString("sheet"),
                row.getInteger("row_number"),
                RowOutcome.valueOf(row.getString("outcome")),
                row.getString("question"),
                words.of(DraftJson.remarks(row.getJsonArray("remarks")), language),
                row.getString("slug"),
                content(row.getJsonObject("before")),
                content(row.getJsonObject("draft")),
                row.getUUID("article_id"),
                row.getInteger("revision"));
    }

    /** With the names that pages know. */
    private static @Nullable Map<String, Object> content(@Nullable JsonObject draft) {
        return draft == null ? null : DraftJson.shown(DraftJson.draft(draft));
    }

    private static List<Row> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
