package dev.yiwen.file.store;

import dev.yiwen.file.FileId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Bytes in PostgreSQL, backed up with everything else. */
record PgContentStore(Pool database) implements ContentStore {

    @Override
    public Uni<Void> put(FileId id, byte[] content) {
        return database.preparedQuery("insert into file_content (id, content) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(id.value(), Buffer.buffer(content)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(FileId id) {
        return find(id).map(found ->
                found.orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "The content of the file is gone.")));
    }

    @Override
    public Uni<Void> delete(FileId id) {
        return database.preparedQuery("delete from file_content where id = $1")
                .execute(Tuple.of(id.value()))
                .replaceWithVoid();
    }

    private Uni<Optional<byte[]>> find(FileId id) {
        return database.preparedQuery("select content from file_content where id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getBuffer("content").getBytes()));
    }

    /** Some of those that are here and whose turn it is. */
    Uni<List<FileId>> some(int limit) {
        return database.preparedQuery(
                        "select id from file_content where move_after <= now() order by move_after limit $1")
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> FileId.of(row.getUUID("id")))
                        .toList());
    }

    /** Its turn comes again after twice the time, up to an hour, so that it holds up nobody behind it. */
    Uni<Void> postpone(FileId id) {
        return database.preparedQuery("""
                        update file_content set moves_failed = moves_failed + 1,
                          move_after = now() + least(10 * 2 ^ least(moves_failed, 20), 3600) * interval '1 second'
                        where id = $1
                        """).execute(Tuple.of(id.value())).replaceWithVoid();
    }
}
