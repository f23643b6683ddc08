package dev.yiwen.file;

import dev.yiwen.file.picture.BarePicture;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The files that were sent in conversations. Each has its row before its bytes are kept, so that whatever breaks off, the bytes
 * are known and can be removed; {@code stored_at} says that they are there.
 */
@Singleton
public final class Files {
    private static final int LONGEST_NAME = 120;
    private static final String COLUMNS = "id, name, media_type, size, bare";

    /** Sent again: it is new again for whoever clears away what was never sent. */
    private static final String SENT_AGAIN = """
            update conversation_file set at = now()
            where conversation_id = $1 and sent_as = $2 and stored_at is not null returning\s""" + COLUMNS;

    private static final String BEGIN = """
            insert into conversation_file as f (id, conversation_id, sent_as, name, media_type, size, bare)
            values ($1, $2, $3, $4, $5, $6, true)
            on conflict (conversation_id, sent_as) do update
              set at = now(), name = excluded.name, media_type = excluded.media_type, size = excluded.size, bare = true
            returning\s""" + COLUMNS;

    private final Pool database;
    private final FileCheck check;
    private final ContentStore contents;

    Files(Pool database, FileCheck check, ContentStore contents) {
        this.database = database;
        this.check = check;
        this.contents = contents;
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
    public Uni<StoredFile> store(UUID conversation, String sentAs, String name, byte[] content) {
        return database.preparedQuery(SENT_AGAIN)
                .execute(Tuple.of(conversation, sentAs))
                .map(Files::first)
                .chain(before -> before.map(row -> Uni.createFrom().item(file(row)))
                        .orElseGet(() -> checked(name, content).chain(it -> keep(conversation, sentAs, it))));
    }

    /** Fails with {@code NOT_FOUND} unless it was sent in that conversation. */
    public Uni<Opened> open(UUID conversation, FileId id) {
        return database.preparedQuery(
                        "select " + COLUMNS + " from conversation_file where id = $1 and conversation_id = $2")
                .execute(Tuple.of(id.value(), conversation))
                .map(rows -> first(rows)
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such file here.")))
                .chain(row -> contents.get(id).chain(content -> shown(row, content)));
    }

    /** Its bytes, then its row: what breaks off between the two is known and can be done again. */
    public Uni<Void> remove(FileId id) {
        return contents.delete(id)
                .chain(() -> database.preparedQuery("delete from conversation_file where id = $1")
                        .execute(Tuple.of(id.value())))
                .replaceWithVoid();
    }

    private Uni<Checked> checked(String name, byte[] content) {
        return aside(() -> {
            var type = check.mediaType(name, content);
            var bare = BarePicture.of(type, content);
            return new Checked(new StoredFile(new FileId(Ids.next()), clean(name), type, bare.length), bare);
        });
    }

    private Uni<StoredFile> keep(UUID conversation, String sentAs, Checked it) {
        return database.preparedQuery(BEGIN)
                .execute(Tuple.tuple()
                        .addUUID(it.file().id().value())
                        .addUUID(conversation)
                        .addString(sentAs)
                        .addString(it.file().name())
                        .addString(it.file().mediaType())
                        .addLong(it.file().size()))
                .map(rows -> file(rows.iterator().next()))
                .call(file -> contents.put(file.id(), it.content()))
                .call(file -> database.preparedQuery("update conversation_file set stored_at = now() where id = $1")
                        .execute(Tuple.of(file.id().value())));
    }

    /** Pictures that were kept before they were cleaned are cleaned now. */
    private static Uni<Opened> shown(Row row, byte[] content) {
        var file = file(row);
        return row.getBoolean("bare") || !file.picture()
                ? Uni.createFrom().item(new Opened(file, content))
                : aside(() -> new Opened(file, BarePicture.of(file.mediaType(), content)));
    }

    /** Looking into a file takes a while, and asking a scanner too. */
    private static <T> Uni<T> aside(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static String clean(String name) {
        var last =
                name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return last.isEmpty() ? "file" : last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static StoredFile file(Row row) {
        return new StoredFile(
                FileId.of(row.getUUID("id")), row.getString("name"), row.getString("media_type"), row.getLong("size"));
    }
}
