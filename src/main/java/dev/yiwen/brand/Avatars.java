package dev.yiwen.brand;

import dev.yiwen.file.SmallPicture;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The bot's pictures. They stay: an earlier version of the brand may be wanted back. */
@Singleton
final class Avatars {
    private final Pool database;

    Avatars(Pool database) {
        this.database = database;
    }

    Uni<UUID> keep(SmallPicture picture) {
        var id = Ids.next();
        return database.preparedQuery("insert into brand_picture (id, media_type, content) values ($1, $2, $3)")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(picture.mediaType())
                        .addBuffer(Buffer.buffer(picture.content())))
                .replaceWith(id);
    }

    /** Fails with {@code NOT_FOUND}. */
    Uni<SmallPicture> find(UUID id) {
        return database.preparedQuery("select media_type, content from brand_picture where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    for (var row : rows) {
                        return new SmallPicture(
                                row.getString("media_type"),
                                row.getBuffer("content").getBytes());
                    }
                    throw new Problem(Problem.Kind.NOT_FOUND, "There is no such picture.");
                });
    }
}
