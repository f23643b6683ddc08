package dev.yiwen.handoff.presence;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.Routing;
import dev.yiwen.handoff.matching.Offers;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The time after a call in which its agent writes down what it was about: nothing new is offered then. */
@Singleton
public final class AfterCalls {
    private static final Logger LOG = Logger.getLogger(AfterCalls.class);

    /** Whoever has said how it ended needs no time for that; the lock has the two happen one after the other. */
    private static final String BEGIN = """
            with call as (
              select conversation_id from handoff
              where conversation_id = $2 and disposition is null order by epoch desc limit 1 for update
            )
            update presence set after_call = call.conversation_id, after_call_until = now() + $3::float8 * interval '1 second'
            from call where staff_id = $1
            """;

    private static final String PROLONG = """
            update presence set after_call_until = greatest(after_call_until, now()) + $2::float8 * interval '1 second'
            where staff_id = $1 and after_call is not null
            """;

    private static final String END = "update presence set after_call = null, after_call_until = null where ";

    private final Pool database;
    private final Signals signals;
    private final Offers offers;
    private final HandoffConfig config;

    AfterCalls(Pool database, Signals signals, Offers offers, HandoffConfig config) {
        this.database = database;
        this.signals = signals;
        this.offers = offers;
        this.config = config;
    }

    /** @param call that has ended */
    public record AfterCall(ConversationId call, Instant until) {}

    void ended(@ObservesAsync OwnerChanged change) {
        if (change.before().owner() instanceof Owner.Agent agent
                && change.after().owner() instanceof Owner.Nobody
                && change.after().channel() == Channel.VOICE
                && !config.afterCall().isZero()) {
            begin(agent.id(), change.after().id())
                    .subscribe()
                    .with(done -> {}, e -> LOG.warn("The time after a call did not begin", e));
        }
    }

    private Uni<Void> begin(StaffId agent, ConversationId call) {
        return database.preparedQuery(BEGIN)
                .execute(Tuple.of(agent.value(), call.value(), seconds()))
                // An offer may have been made in the moment between.
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : offers.withdraw(agent).chain(this::tell));
    }

    /** By as much as it has at first. */
    public Uni<Void> prolong(StaffId agent) {
        return change(PROLONG, Tuple.of(agent.value(), seconds()));
    }

    public Uni<Void> end(StaffId agent) {
        return change(END + "staff_id = $1 and after_call is not null", Tuple.of(agent.value()));
    }

    /** It was said how the call ended. */
    public Uni<Void> concluded(ConversationId call) {
        return change(END + "after_call = $1", Tuple.of(call.value()));
    }

    /** Those of {@code agents} who are in it now. */
    public Uni<Map<StaffId, AfterCall>> of(Collection<StaffId> agents) {
        return database.preparedQuery("""
                        select staff_id, after_call, after_call_until from presence
                        where staff_id = any($1) and after_call_until > now()
                        """)
                .execute(Tuple.of(agents.stream().map(StaffId::value).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> StaffId.of(row.getUUID("staff_id")),
                                row -> new AfterCall(
                                        ConversationId.of(row.getUUID("after_call")),
                                        row.getOffsetDateTime("after_call_until")
                                                .toInstant()))));
    }

    private Uni<Void> change(String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : tell());
    }

    private Uni<Void> tell() {
        return signals.send(Routing.TOPIC, "");
    }

    private double seconds() {
        return config.afterCall().toMillis() / 1000.0;
    }
}
