package dev.yiwen.conversation.store;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** What a customer has written since somebody looked last: nobody closes over it. */
final class UnseenMessages {
    private static final String EXISTS = """
            select exists (select from message where conversation_id = $1 and author = 'customer' and seq > $2) as unseen
            """;

    private UnseenMessages() {}

    /** Fails with {@code UNSEEN_MESSAGES} when the customer has written after message {@code lastSeq}. */
    static Uni<Void> requireNone(SqlClient database, ConversationId id, long lastSeq) {
        return database.preparedQuery(EXISTS)
                .execute(Tuple.of(id.value(), lastSeq))
                .invoke(rows -> {
                    if (rows.iterator().next().getBoolean("unseen")) {
                        throw new Problem(
                                Problem.Kind.UNSEEN_MESSAGES,
                                "The customer has written since message " + lastSeq + "; read it first.");
                    }
                })
                .replaceWithVoid();
    }
}
