package dev.yiwen.channel.wechat.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The rows of what came. One is taken for a while and kept while it lasts, so that an instance that dies leaves it to the others. */
@Singleton
final class InboxTable {
    /** Tried again so long afterwards, twice as long each time: 2 s … 17 minutes. */
    private static final int MOST_TRIES = 10;

    private static final String CLAIM = """
            update wechat_inbox i set due_at = now() + interval '45 seconds', tries = i.tries + 1
            where i.id = (
              select w.id from wechat_inbox w join wechat_account a on a.id = w.account_id and a.enabled and a.removed_at is null
              where w.handled_at is null and w.due_at <= now() and not exists (
                select from wechat_inbox e
                where e.account_id = w.account_id and e.source = w.source and e.handled_at is null and e.id < w.id)
              order by w.id limit 1 for update of w skip locked)
            returning i.id, i.account_id, i.source, i.body, i.received_at, i.tries
            """;

    private final Pool database;

    InboxTable(Pool database) {
        this.database = database;
    }

    /** The next whose turn it is. */
    Uni<Optional<InboxRow>> claim() {
        return database.query(CLAIM)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new InboxRow(
                                row.getLong("id"),
                                row.getUUID("account_id"),
                                row.getString("source"),
                                row.getString("body") == null ? "" : row.getString("body"),
                                row.getOffsetDateTime("received_at").toInstant(),
                                row.getInteger("tries"))));
    }

    /** They are still being dealt with. */
    Uni<Void> keep(Collection<Long> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery("update wechat_inbox set due_at = now() + interval '45 seconds'"
                                + " where id = any($1) and handled_at is null")
                        .execute(Tuple.of(rows.toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    /** Its words stand in the conversation now. */
    Uni<Void> handled(InboxRow row) {
        return database.preparedQuery("update wechat_inbox set handled_at = now(), body = null where id = $1")
                .execute(Tuple.of(row.id()))
                .replaceWithVoid();
    }

    /** Kept as it came, since nobody here made anything of it. */
    Uni<Void> putAside(InboxRow row, String why) {
        return database.preparedQuery("update wechat_inbox set handled_at = now(), failure = $2 where id = $1")
                .execute(Tuple.of(row.id(), why))
                .replaceWithVoid();
    }

    boolean mayTryAgain(InboxRow row) {
        return row.tries() < MOST_TRIES;
    }

    Uni<Void> later(InboxRow row, String why) {
        return database.preparedQuery("""
                        update wechat_inbox set due_at = now() + $2::float8 * interval '1 second', failure = $3 where id = $1
                        """)
                .execute(Tuple.of(row.id(), Math.pow(2, Math.min(row.tries(), 10)), why))
                .replaceWithVoid();
    }
}
