package dev.yiwen.conversation.store;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens and finds conversations. */
@Singleton
public final class Directory {
    private static final String SELECT = "select " + ConversationRows.CONVERSATION
            + " from conversation c left join staff s on s.id = c.agent_id where ";
    private static final String BY_ID = SELECT + "c.id = $1";
    private static final String OPEN = SELECT
            + "c.customer_id = $1 and c.channel <> 'VOICE' and c.owner <> 'nobody' order by c.opened_at desc limit 1";
    private static final String OF_CUSTOMER = SELECT + "c.customer_id = $1 order by c.opened_at desc limit $2";
    private static final String ONE_OF_CUSTOMER = SELECT + "c.customer_id = $1 and c.id = $2";
    private static final String OF_AGENT = SELECT + "c.owner = 'agent' and c.agent_id = $1 order by c.opened_at";
    private static final String QUEUED =
            SELECT + "c.owner = 'queue' order by c.priority desc, c.queued_at, c.id limit $1";
    // Another tab may open at the same moment; the index conversation_open lets one of them win.
    private static final String INSERT =
            "insert into conversation (id, customer_id, channel) values ($1, $2, $3) on conflict do nothing";
    private static final String INSERT_CALL = """
            with added as (
              insert into conversation (id, customer_id, channel, subject, owner, reason, priority, queued_at, goes_with)
              values ($1, $2, 'VOICE', $3, 'queue', $4::text::jsonb, $5, now(),
                (select o.id from conversation o
                  where o.customer_id = $2 and o.channel <> 'VOICE' and o.owner <> 'nobody'
                    and exists (select from message m where m.conversation_id = o.id and m.author = 'customer')))
              returning id
            )
            select pg_notify('owner', id::text)::text from added
            """;
    private static final String GIVE_REASON = """
            with given as (
              update conversation set reason = $2::text::jsonb, priority = case owner when 'queue' then $3 else priority end
              where id = $1 and owner in ('queue', 'agent') returning id
            )
            select pg_notify('owner', id::text)::text from given
            """;
    private static final String LAST_REASON = "select c.reason::text as reason from conversation c where c.id = $1";

    private final Pool database;
    private final ConversationRows rows;
    private final Messages messages;

    Directory(Pool database, ConversationRows rows, Messages messages) {
        this.database = database;
        this.rows = rows;
        this.messages = messages;
    }

    public Uni<Void> giveReason(ConversationId id, HandoffReason reason) {
        return database.preparedQuery(GIVE_REASON)
                .execute(Tuple.of(
                        id.value(), rows.write(reason), (short) reason.code().priority()))
                .replaceWithVoid();
    }

    public Uni<Conversation> openOrResume(CustomerId customer, Channel channel) {
        return open(customer)
                .chain(found -> found.map(c -> Uni.createFrom().item(c))
                        .orElseGet(() -> insert(customer, channel)
                                .chain(() -> open(customer))
                                .map(Optional::orElseThrow)));
    }

    public Uni<Conversation> openCall(CustomerId customer, String subject) {
        var id = Ids.next();
        var reason = new HandoffReason(HandoffReason.Code.CALL, messages.text("conversation.reason.call"), List.of());
        return database.preparedQuery(INSERT_CALL)
                .execute(Tuple.of(
                        id,
                        customer.value(),
                        subject,
                        rows.write(reason),
                        reason.code().priority()))
                .chain(() -> find(new ConversationId(id)))
                .map(Optional::orElseThrow);
    }

    public Uni<Optional<Conversation>> find(ConversationId id) {
        return one(BY_ID, Tuple.of(id.value()));
    }

    public Uni<Optional<Conversation>> find(CustomerId customer, ConversationId id) {
        return one(ONE_OF_CUSTOMER, Tuple.of(customer.value(), id.value()));
    }

    public Uni<List<Conversation>> queued(int limit) {
        return all(QUEUED, Tuple.of(limit));
    }

    public Uni<List<Conversation>> ofAgent(StaffId agent) {
        return all(OF_AGENT, Tuple.of(agent.value()));
    }

    public Uni<List<Conversation>> ofCustomer(CustomerId customer, int limit) {
        return all(OF_CUSTOMER, Tuple.of(customer.value(), limit));
    }

    public Uni<Optional<HandoffReason>> lastReason(ConversationId id) {
        return database.preparedQuery(LAST_REASON)
                .execute(Tuple.of(id.value()))
                .map(found -> Transcript.first(found).flatMap(rows::reason));
    }

    /** Fails with {@code NOT_FOUND}. */
    public Uni<String> nameOf(StaffId staff) {
        return database.preparedQuery("select name from staff where id = $1")
                .execute(Tuple.of(staff.value()))
                .map(found -> Transcript.first(found)
                        .map(row -> row.getString("name"))
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such agent.")));
    }

    public Uni<Optional<Conversation>> open(CustomerId customer) {
        return one(OPEN, Tuple.of(customer.value()));
    }

    private Uni<RowSet<Row>> insert(CustomerId customer, Channel channel) {
        return database.preparedQuery(INSERT).execute(Tuple.of(Ids.next(), customer.value(), channel.name()));
    }

    private Uni<Optional<Conversation>> one(String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .map(found -> Transcript.first(found).map(rows::conversation));
    }

    private Uni<List<Conversation>> all(String sql, Tuple parameters) {
        return database.preparedQuery(sql).execute(parameters).map(found -> {
            var conversations = new ArrayList<Conversation>(found.size());
            found.forEach(row -> conversations.add(rows.conversation(row)));
            return List.copyOf(conversations);
        });
    }
}
