package dev.yiwen.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/**
 * What of a feature goes with a customer who was found to be another. Each feature with such rows has a bean of this, so that
 * nobody need know all tables to join two customers, or to part them.
 */
public interface MergedRows {
    /** Names of tables with {@code id} and {@code customer_id}, whose rows are the customer's. */
    default List<String> tables() {
        return List.of();
    }

    /** Before anything is moved: of what one customer may have once, one is ended. Done again when it was too late. */
    default Uni<Void> settle(CustomerId one, CustomerId other) {
        return Uni.createFrom().voidItem();
    }

    /** Within the transaction that has moved the rows. */
    default Uni<Void> merged(SqlConnection transaction, CustomerId survivor) {
        return Uni.createFrom().voidItem();
    }

    /** Asked of each feature: rows of {@code table} that came since the merge and are of those who part, as far as it can tell. */
    default Uni<List<UUID>> since(SqlConnection transaction, String table, CustomerId survivor, List<UUID> parting) {
        return Uni.createFrom().item(List.of());
    }

    /** Within the transaction that has given back the rows: each has only what is theirs. */
    default Uni<Void> parted(SqlConnection transaction, CustomerId survivor, List<UUID> parted) {
        return Uni.createFrom().voidItem();
    }
}
