package dev.yiwen.conversation.retention;

import dev.yiwen.identity.IdentityConfig;
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
 * Removes visitors who never wrote or asked for anybody, with the conversation that their page opened, once their token has
 * ended: from then on nobody can come back as them.
 */
@Singleton
final class UnusedVisitors {
    private static final Logger LOG = Logger.getLogger(UnusedVisitors.class);
    private static final int AT_ONCE = 1000;

    // Rows of the feature below: whether a visitor ever wrote is known here alone.
    private static final String UNUSED = """
            select c.id from customer c
            where c.external_id is null and c.created_at < now() - $1::float8 * interval '1 second'
              and not exists (
                select from conversation v where v.customer_id = c.id
                  and (v.channel <> 'WEB' or v.owner <> 'bot' or v.epoch > 0 or v.last_seq > 0))
              and not exists (select from customer_tag_change t where t.customer_id = c.id)
              and c.merged_into is null and not exists (select from customer m where m.merged_into = c.id)
              and not exists (select from held_customer h where h.customer_id = c.id)
            order by c.created_at limit $2
            """;

    private static final String REMOVE = """
            with opened as (
              delete from conversation where customer_id = $1 and last_seq = 0
            )
            delete from customer where id = $1
            """;

    private final Pool database;
    private final Leader leader;
    private final IdentityConfig identity;

    UnusedVisitors(Pool database, Leader leader, IdentityConfig identity) {
        this.database = database;
        this.leader = leader;
        this.identity = identity;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> byTheClock() {
        return leader.alone("unused-visitors", this::sweep);
    }

    Uni<Void> sweep() {
        var age = identity.customerToken().toSeconds() + 3600.0;
        return database.preparedQuery(UNUSED)
                .execute(Tuple.of(age, AT_ONCE))
                .onItem()
                .transformToMulti(Multi.createFrom()::<Row>iterable)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that something else refers to was of use after all. */
    private Uni<Void> remove(Row visitor) {
        return database.preparedQuery(REMOVE)
                .execute(Tuple.of(visitor.getUUID("id")))
                .onFailure()
                .invoke(e -> LOG.debugf("A visitor stays: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
