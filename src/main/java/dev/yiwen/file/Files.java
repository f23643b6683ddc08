package dev.yiwen.file;

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
import java.util.stream.StreamSupport;

/** The files that were sent in conversations. */
@Singleton
public final class Files {
    private static final int LONGEST_NAME = 120;
    private static final String COLUMNS = "id, name, media_type, size";

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

    /**
     * Stores it once, however often it is sent under the same id. Fails as {@link FileCheck} says.
     *
     * @param sentAs the sender's own id of it
     */
    public Uni<StoredFile> store(UUID conversation, String sentAs, String name, byte[] content) {
        return sent(conversation, sentAs)
                .chain(before -> before.map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> checked(name, content).chain(it -> keep(conversation, sentAs, it, content))));
    }

    /** Fails with {@code NOT_FOUND} unless it was sent in that conversation. */
    public Uni<Opened> open(UUID conversation, FileId id) {
        return database.preparedQuery(
                        "select " + COLUMNS + " from conversation_file where id = $1 and conversation_id = $2")
                .execute(Tuple.of(id.value(), conversation))
                .map(rows -> first(rows)
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such file here.")))
                .chain(file -> contents.get(id).map(content -> new Opened(file, content)));
    }

    /** Looking into a file takes a while, and asking a scanner too. */
    private Uni<StoredFile> checked(String name, byte[] content) {
        return Uni.createFrom()
                .item(() -> new StoredFile(
                        new FileId(Ids.next()), clean(name), check.mediaType(name, content), content.length))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<StoredFile> keep(UUID conversation, String sentAs, StoredFile file, byte[] content) {
        return contents.put(file.id(), content)
                .chain(() -> database.preparedQuery("""
                                insert into conversation_file (id, conversation_id, sent_as, name, media_type, size)
                                values ($1, $2, $3, $4, $5, $6) on conflict do nothing
                                """)
                        .execute(Tuple.tuple()
                                .addUUID(file.id().value())
                                .addUUID(conversation)
                                .addString(sentAs)
                                .addString(file.name())
                                .addString(file.mediaType())
                                .addLong(file.size())))
                .chain(() -> sent(conversation, sentAs))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<StoredFile>> sent(UUID conversation, String sentAs) {
        return database.preparedQuery(
                        "select " + COLUMNS + " from conversation_file where conversation_id = $1 and sent_as = $2")
                .execute(Tuple.of(conversation, sentAs))
                .map(Files::first);
    }

    private static String clean(String name) {
        var last =
                name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return last.isEmpty() ? "file" : last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }

    private static Optional<StoredFile> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new StoredFile(
                        FileId.of(row.getUUID("id")),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size")));
    }
}
