package dev.yiwen.ticket.access;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.MergedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tickets go with their customer, and later with the conversation that they come from. */
@Singleton
final class MergedTickets implements MergedRows {
    @Override
    public List<String> tables() {
        return List.of("ticket");
    }

    @Override
    public Uni<Void> parted(SqlConnection transaction, CustomerId survivor, List<UUID> parted) {
        // Reads another feature's rows: whose a conversation is now.
        return transaction
                .preparedQuery("""
                        update ticket t set customer_id = c.customer_id from conversation c
                        where t.conversation_id = c.id and t.customer_id = $1 and c.customer_id = any($2)
                        """)
                .execute(Tuple.tuple().addUUID(survivor.value()).addArrayOfUUID(parted.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
