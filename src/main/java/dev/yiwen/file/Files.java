package dev.yiwen.file;

import dev.yiwen.file.kind.FileKind;
import dev.yiwen.file.picture.Preview;
import dev.yiwen.file.store.ContentStore;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The files that were sent in conversations and tickets. Each has its row before its bytes are kept, so that whatever breaks off, the bytes
 * are known and can be removed; {@code stored_at} says that they are there.
 */
@Singleton
public final class Files {
    private static final String COLUMNS = "id, name, media_type, size, bare, preview";

    /** Sent again: it is new again for whoever clears away what was never sent. */
    private static final String SENT_AGAIN = """
            update conversation_file set at = now()
            where %s = $1 and sent_as = $2 and stored_at is not null returning\s""" + COLUMNS;

    private static final String BEGIN = """
            insert into conversation_file as f (id, %1$s, sent_as, name, media_type, size, bare)
            values ($1, $2, $3, $4, $5, $6, true)
            on conflict (%1$s, sent_as) do update
              set at = now(), name = excluded.name, media_type = excluded.media_type, size = excluded.size, bare = true
            returning\s""" + COLUMNS;

    private final Pool database;
    private final FileCheck check;
    private final FileWorkers workers;
    private final ContentStore contents;
    private final Renditions renditions;

    Files(Pool database, FileCheck check, FileWorkers workers, ContentStore contents, Renditions renditions) {
        this.database = database;
        this.check = check;
        this.workers = workers;
        this.contents = contents;
        this.renditions = renditions;
    }

    /** A file with its bytes. */
    public record Opened(StoredFile file, byte[] content) {}

    private record Checked(StoredFile file, byte[] content) {}

    /**
     * Stores it once, however often it is sent under the same id. Fails as {@link FileCheck} says, and with {@code OVERLOADED}
     * when the bytes could not be kept.
     *
     * @param sentAs the sender's own id of it
     */
    public Uni<StoredFile> store(FilePlace place, String sentAs, String name, byte[] content) {
        return database.preparedQuery(SENT_AGAIN.formatted(place.column()))
                .execute(Tuple.of(place.id(), sentAs))
                .map(Files::first)
                .chain(before -> before.map(row -> Uni.createFrom().item(file(row)))
                        .orElseGet(() -> checked(name, content).chain(it -> keep(place, sentAs, it))));
    }

    /** Fails with {@code NOT_FOUND} unless it was sent there. */
    public Uni<Opened> open(FilePlace place, FileId id) {
        return find(place, id).chain(this::opened);
    }

    /**
     * A picture as pages show it, or a sound as they play it: itself, or a smaller or plainer one that is made once. Fails with
     * {@code NO_PREVIEW} when there is none, and as {@link #open} does.
     */
    public Uni<Opened> preview(FilePlace place, FileId id) {
        return find(place, id).chain(row -> {
            if (!file(row).picture() && !file(row).sound()) {
                return Uni.createFrom().failure(noPreview());
            }
            var known = row.getString("preview");
            return known == null ? makePreview(row) : preview(row, known);
        });
    }

    /** Its bytes, then its row: what breaks off between the two is known and can be done again. */
    public Uni<Void> remove(FileId id) {
        return contents.delete(id)
                .chain(() -> contents.delete(previewOf(id)))
                .chain(() -> database.preparedQuery("delete from conversation_file where id = $1")
                        .execute(Tuple.of(id.value())))
                .replaceWithVoid();
    }

    private Uni<Row> find(FilePlace place, FileId id) {
        return database.preparedQuery(
                        "select " + COLUMNS + " from conversation_file where id = $1 and " + place.column() + " = $2")
                .execute(Tuple.of(id.value(), place.id()))
                .map(rows -> first(rows)
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such file here.")));
    }

    /** Pictures that were kept before they were cleaned are cleaned now. */
    private Uni<Opened> opened(Row row) {
        var file = file(row);
        return contents.get(file.id())
                .chain(content -> row.getBoolean("bare") || !file.picture()
                        ? Uni.createFrom().item(new Opened(file, content))
                        : workers.run(() -> new Opened(file, renditions.bare(file.mediaType(), content))));
    }

    private Uni<Opened> preview(Row row, String known) {
        return switch (known) {
            case "itself" -> opened(row);
            case "made" -> {
                var file = file(row);
                yield contents.get(previewOf(file.id())).map(jpeg -> smaller(file, jpeg));
            }
            default -> Uni.createFrom().failure(noPreview());
        };
    }

    private Uni<Opened> makePreview(Row row) {
        var file = file(row);
        return contents.get(file.id())
                .chain(content -> renditions.of(file, content))
                .chain(made -> switch (made) {
                    case Preview.Itself itself -> said(file, "itself").chain(() -> preview(row, "itself"));
                    // A converter may be installed later.
                    case Preview.None none ->
                        file.sound()
                                ? Uni.createFrom().<Opened>failure(noPreview())
                                : said(file, "none").chain(() -> preview(row, "none"));
                    case Preview.Made small ->
                        contents.put(previewOf(file.id()), small.content())
                                .chain(() -> said(file, "made"))
                                .replaceWith(smaller(file, small.content()));
                });
    }

    private Uni<Void> said(StoredFile file, String preview) {
        return database.preparedQuery("update conversation_file set preview = $2 where id = $1")
                .execute(Tuple.of(file.id().value(), preview))
                .replaceWithVoid();
    }

    private static Problem noPreview() {
        return new Problem(Problem.Kind.NO_PREVIEW, "There is no smaller picture of this file.");
    }

    /** Follows from the file's, so that making it twice keeps it once. */
    private static FileId previewOf(FileId file) {
        return FileId.of(UUID.nameUUIDFromBytes(("preview of " + file.value()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static Opened smaller(StoredFile file, byte[] made) {
        var bare = file.name().replaceFirst("\\.[^.]*$", "");
        return new Opened(
                file.sound()
                        ? new StoredFile(file.id(), bare + ".wav", "audio/vnd.wave", made.length)
                        : new StoredFile(file.id(), bare + ".jpg", "image/jpeg", made.length),
                made);
    }

    private Uni<Checked> checked(String name, byte[] content) {
        return workers.run(() -> {
                    var kind = check.kind(name, content);
                    var bare = renditions.bare(kind.mediaType(), content);
                    return new Checked(
                            new StoredFile(new FileId(Ids.next()), kind.name(), kind.mediaType(), bare.length), bare);
                })
                .call(() -> scanned(content));
    }

    /** Waits for a scanner elsewhere, so not on a thread that others need for their pictures. */
    private Uni<Void> scanned(byte[] content) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> check.requireClean(content));
    }

    private Uni<StoredFile> keep(FilePlace place, String sentAs, Checked it) {
        return database.preparedQuery(BEGIN.formatted(place.column()))
                .execute(Tuple.tuple()
                        .addUUID(it.file().id().value())
                        .addUUID(place.id())
                        .addString(sentAs)
                        .addString(it.file().name())
                        .addString(it.file().mediaType())
                        .addLong(it.file().size()))
                .map(rows -> file(rows.iterator().next()))
                .call(file -> contents.put(file.id(), it.content()))
                .call(file -> database.preparedQuery("update conversation_file set stored_at = now() where id = $1")
                        .execute(Tuple.of(file.id().value()))
                        .chain(rows -> rows.rowCount() == 1 ? Uni.createFrom().voidItem() : discard(file)));
    }

    /** The conversation or ticket was erased while the bytes were on their way. */
    private Uni<Void> discard(StoredFile file) {
        return contents.delete(file.id()).invoke(() -> {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is nothing any more that it could be of.");
        });
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static StoredFile file(Row row) {
        var type = row.getString("media_type");
        return new StoredFile(
                FileId.of(row.getUUID("id")),
                FileKind.safeName(row.getString("name"), type),
                type,
                row.getLong("size"));
    }
}
