package dev.yiwen.llm;

import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A row a conversation and a row a day; what is set aside by an instance that dies stays spent. */
@Singleton
final class PgBudget implements Budget {
    private static final Logger LOG = Logger.getLogger(PgBudget.class);

    // A limit of 0 is none. The day is only charged when the conversation was.
    private static final String RESERVE = """
            with talk as (
              insert into model_conversation as c (conversation_id, tokens)
              select $1::uuid, $2::bigint where $3::bigint = 0 or $2 <= $3
              on conflict (conversation_id) do update set tokens = c.tokens + $2
                where $3 = 0 or c.tokens + $2 <= $3
              returning 1),
            today as (
              insert into model_day as d (day, tokens)
              select $5::date, $2
                where exists (select from talk) and ($4::bigint = 0 or $2 <= $4)
              on conflict (day) do update set tokens = d.tokens + $2
                where $4 = 0 or d.tokens + $2 <= $4
              returning day)
            select exists (select from talk) as talk, (select day from today) as day""";

    private static final String SETTLE = """
            with talk as (
              update model_conversation set tokens = greatest(0, tokens + $2::bigint) where conversation_id = $1)
            update model_day set tokens = greatest(0, tokens + $2) where day = $3""";

    private final Pool database;
    private final ModelConfig config;

    PgBudget(Pool database, ModelConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public Uni<Grant> reserve(UUID conversation, long tokens) {
        return database.preparedQuery(RESERVE)
                .execute(Tuple.of(
                        conversation,
                        tokens,
                        config.budget().conversation(),
                        config.budget().day(),
                        HomeZone.today()))
                .map(rows -> rows.iterator().next())
                .chain(row -> granted(conversation, tokens, row));
    }

    private Uni<Grant> granted(UUID conversation, long tokens, Row row) {
        if (!row.getBoolean("talk")) {
            return Uni.createFrom().item(new Grant.Refused(Fault.CONVERSATION_BUDGET));
        }
        @Nullable LocalDate day = row.getLocalDate("day");
        return day != null
                ? Uni.createFrom().item(new Grant.Granted(day))
                : settle(conversation, null, -tokens).replaceWith(new Grant.Refused(Fault.DAY_BUDGET));
    }

    @Override
    public Uni<Void> settle(UUID conversation, @Nullable LocalDate day, long difference) {
        return database.preparedQuery(SETTLE)
                .execute(Tuple.of(conversation, difference, day))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Spent tokens were not written down: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
