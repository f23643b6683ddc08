package dev.yiwen.channel.wechat.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.channel.wechat.quota.MessageBudget;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who writes to which account, what may be said to them, and which conversation they are in. */
@Singleton
public final class WeChatContacts {
    /** What was said before it joined stays where it was said. */
    private static final String JOIN = """
            with joined as (
              insert into wechat_leg (conversation_id, contact_id, planned_seq)
              select id, $2, last_seq from conversation where id = $1
              on conflict do nothing returning conversation_id
            )
            update conversation c set in_wechat = true from joined where c.id = joined.conversation_id and not c.in_wechat
            """;

    private static final String MEET = """
            insert into wechat_contact as c (id, account_id, open_id, customer_id) values ($1, $2, $3, $4)
            on conflict (account_id, open_id) do update set seen_at = now() returning c.*
            """;

    private static final String FIND = """
            select c.*, coalesce(u.merged_into, u.id) as customer from wechat_contact c join customer u on u.id = c.customer_id
            where c.account_id = $1 and c.open_id = $2
            """;

    private static final String NOTE = """
            update wechat_contact c set budget = $2, came_from = coalesce($3, came_from),
              pending = pending or exists (select from wechat_outbox o where o.contact_id = c.id and o.state = 'PLANNED'),
              due_at = case when pending then due_at else now() + $4::float8 * interval '1 second' end
            where id = $1
            """;

    /** WeChat tells seconds: what was said in the same second counts as said afterwards. */
    private static final String SAID = """
            select (
              (select count(*) from wechat_outbox where contact_id = $1 and state = 'SENDING')
              + (select count(*) from wechat_outbox where contact_id = $1 and state in ('SENT', 'UNKNOWN') and settled_at >= $2
                 and passive_of is null and form <> 'REMINDER'))::int as said
            """;

    private final Pool database;
    private final UnionIds unionIds;
    private final ObjectMapper json;
    private final Duration gather;

    WeChatContacts(Pool database, UnionIds unionIds, ObjectMapper json, WeChatConfig config) {
        this.database = database;
        this.unionIds = unionIds;
        this.json = json;
        this.gather = config.gather();
    }

    /** What a customer did, and when. */
    record Deed(@Nullable Trigger trigger, @Nullable String from, Instant at) {}

    /** The customer has done something, which may allow us to say more. */
    Uni<Contact> meet(WeChatAccount account, String openId, Deed deed) {
        return unionIds.known(account, openId)
                .chain(known -> database.withTransaction(transaction -> transaction
                        .preparedQuery(MEET)
                        .execute(Tuple.of(
                                Ids.next(), account.id(), openId, known.home().value()))
                        .map(rows -> rows.iterator().next())
                        .call(row -> note(transaction, row, deed))
                        .map(row -> contact(row, known.customer()))));
    }

    /** Somebody has opened the own mini-program: known from now on, also to whoever sends subscribe messages. */
    public Uni<CustomerId> entered(WeChatAccount account, String openId, String unionId) {
        return unionIds.told(account, openId, unionId)
                .chain(() -> meet(account, openId, new Deed(null, null, Instant.now())))
                .map(Contact::customer);
    }

    Uni<Void> served(Contact contact, ServiceState state) {
        var servicer = state instanceof ServiceState.WithServicer with ? with.servicer() : null;
        return database.preparedQuery("update wechat_contact set service_state = $2, servicer = $3 where id = $1")
                .execute(Tuple.of(contact.id(), (short) ServiceState.number(state), servicer))
                .replaceWithVoid();
    }

    /** Somebody at WeChat's own desk has taken them; WeChat itself leaves them there for half an hour at most. Or they are back. */
    Uni<Void> atDesk(Contact contact, boolean there) {
        return database.preparedQuery("""
                        update wechat_contact set desk_until = case when $2 then now() + interval '30 minutes' end where id = $1
                        """)
                .execute(Tuple.of(contact.id(), there))
                .replaceWithVoid();
    }

    /** The conversation is with that contact: what is said in it goes there. */
    Uni<Void> join(ConversationId conversation, Contact contact) {
        return database.preparedQuery(JOIN)
                .execute(Tuple.of(conversation.value(), contact.id()))
                .replaceWithVoid();
    }

    /** Who is served in WeCom, by the interface's own word; known without the customer having done anything. */
    Uni<Optional<Contact>> find(WeChatAccount account, String openId) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(account.id(), openId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> contact(row, CustomerId.of(row.getUUID("customer")))));
    }

    /** The budget as its column has it. */
    public MessageBudget budget(String stored) {
        try {
            return json.readValue(stored, MessageBudget.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a budget: " + stored, e);
        }
    }

    public String stored(MessageBudget budget) {
        try {
            return json.writeValueAsString(budget);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<Void> note(SqlConnection transaction, Row row, Deed deed) {
        var id = row.getUUID("id");
        return after(transaction, id, budget(row.getString("budget")), deed)
                .chain(budget -> transaction
                        .preparedQuery(NOTE)
                        .execute(Tuple.of(id, stored(budget), deed.from(), gather.toMillis() / 1000.0)))
                .replaceWithVoid();
    }

    private static Uni<MessageBudget> after(SqlConnection transaction, UUID id, MessageBudget before, Deed deed) {
        var trigger = deed.trigger();
        return trigger == null
                ? Uni.createFrom().item(before)
                : transaction
                        .preparedQuery(SAID)
                        .execute(Tuple.of(id, deed.at().atOffset(ZoneOffset.UTC)))
                        .map(rows -> before.after(
                                trigger, deed.at(), rows.iterator().next().getInteger("said")));
    }

    private static Contact contact(Row row, CustomerId customer) {
        var state = row.getShort("service_state");
        var until = row.getOffsetDateTime("desk_until");
        return new Contact(
                row.getUUID("id"),
                customer,
                row.getString("open_id"),
                state == null ? new ServiceState.Untreated() : ServiceState.of(state, row.getString("servicer")),
                until != null && until.toInstant().isAfter(Instant.now()),
                List.of(row.getArrayOfStrings("options")));
    }
}
