package dev.yiwen.file;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Bytes in PostgreSQL, backed up with everything else. */
@Singleton
class PgContentStore implements ContentStore {
    private final Pool database;

    PgContentStore(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<Void> put(FileId id, byte[] content) {
        return database.preparedQuery("insert into file_content (id, content) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(id.value(), Buffer.buffer(content)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(FileId id) {
        return database.preparedQuery("select content from file_content where id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such file.");
                    }
                    return rows.iterator().next().getBuffer("content").getBytes();
                });
    }
}
