package dev.yiwen.conversation.retention;

import dev.yiwen.conversation.ConversationConfig;
import dev.yiwen.file.FileId;
import dev.yiwen.file.Files;
import dev.yiwen.shared.Leader;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Removes files that no message has: the message was refused, or never came; or its ticket is gone. Removed only after a while, for a client may be
 * about to send it again; and its row is renamed first, so that what is sent again from then on is a file of its own.
 */
@Singleton
public final class UnsentFiles {
    private static final Logger LOG = Logger.getLogger(UnsentFiles.class);

    // Reads rows of another feature: whether a message has the file is known here alone.
    private static final String SETTLE = """
            update conversation_file f set sent = true
            where not f.sent and exists (
              select from message m where m.conversation_id = f.conversation_id and m.client_message_id = f.sent_as
                and m.body -> 'file' ->> 'id' = f.id::text)
            """;

    private static final String CLAIM = """
            update conversation_file f set sent_as = 'unsent ' || f.id, stored_at = null
            where f.conversation_id is null and f.ticket_id is null
              or not f.sent and f.at < now() - $1::float8 * interval '1 second' and not exists (
                select from message m where m.conversation_id = f.conversation_id and m.client_message_id = f.sent_as
                  and m.body -> 'file' ->> 'id' = f.id::text)
            returning f.id
            """;

    private final Pool database;
    private final Files files;
    private final Leader leader;
    private final ConversationConfig config;

    UnsentFiles(Pool database, Files files, Leader leader, ConversationConfig config) {
        this.database = database;
        this.files = files;
        this.leader = leader;
        this.config = config;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> byTheClock() {
        return leader.alone("unsent-files", this::sweep);
    }

    /** One that cannot be removed now, because the place of its bytes is out of reach, stays for the next round. */
    public Uni<Void> sweep() {
        return database.query(SETTLE)
                .execute()
                .chain(() -> database.preparedQuery(CLAIM)
                        .execute(Tuple.of(config.unsentFiles().toMillis() / 1000.0)))
                .onItem()
                .transformToMulti(Multi.createFrom()::<Row>iterable)
                .onItem()
                .transformToUniAndConcatenate(row -> remove(FileId.of(row.getUUID("id"))))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> remove(FileId id) {
        return files.remove(id)
                .onFailure()
                .invoke(e -> LOG.warnf("An unsent file could not be removed yet: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
