package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.channel.wechat.quota.MessageBudget;
import dev.yiwen.channel.wechat.quota.NextMessage;
import dev.yiwen.channel.wechat.quota.QuotaPlanner;
import dev.yiwen.channel.wechat.quota.WaitingBubble;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The rows of what goes out. One instance at a time has a customer, for longer than a request can last; it takes one message, writes
 * down that it is about to send it, and what it cost of the budget, and only then sends.
 */
@Singleton
final class OutboxTable {
    private static final String NEXT_CONTACT = """
            select c.*, a.kind from wechat_contact c
            join wechat_account a on a.id = c.account_id and a.enabled and a.removed_at is null
            where c.pending and c.due_at <= now() and (c.lease_until is null or c.lease_until < now())
            order by c.due_at limit 1 for update of c skip locked
            """;

    private static final String WAITING = """
            select * from wechat_outbox where contact_id = $1 and state in ('PLANNED', 'SENDING') order by number limit 50
            """;

    private static final String BEGIN = """
            with merged as (
              update wechat_outbox set state = 'MERGED', carried_by = $1, settled_at = now() where id = any($3)
            )
            update wechat_outbox set state = 'SENDING', text = $2, tries = tries + 1 where id = $1 returning tries
            """;

    private static final String LEASE = """
            update wechat_contact set budget = $2, lease_until = now() + interval '60 seconds' where id = $1
            """;

    private static final String SETTLE = """
            with settled as (
              update wechat_outbox set state = $3, code = $4, reason = $5,
                settled_at = case when $3 in ('SENT', 'FAILED', 'UNKNOWN') then now() end
              where id = $2 returning contact_id
            )
            update wechat_contact c set lease_until = null, budget = coalesce($6, budget),
              due_at = now() + $7::float8 * interval '1 second'
            from settled where c.id = $1
            """;

    private final Pool database;
    private final WeChatContacts contacts;
    private final QuotaPlanner planner;

    OutboxTable(Pool database, WeChatContacts contacts, Messages messages) {
        this.database = database;
        this.contacts = contacts;
        this.planner = new QuotaPlanner(messages.text("wechat.more"));
    }

    /** What a look at the next customer came to. */
    sealed interface Look {
        /** Nobody's turn. */
        record Nobody() implements Look {}

        /** Nothing to send, but another's turn may be. */
        record Settled() implements Look {}

        record Send(OutboxClaim claim) implements Look {}
    }

    Uni<Look> next() {
        return database.withTransaction(transaction -> transaction
                .query(NEXT_CONTACT)
                .execute()
                .chain(rows -> first(rows)
                        .map(contact -> waiting(transaction, contact))
                        .orElseGet(() -> Uni.createFrom().item(new Look.Nobody()))));
    }

    Uni<Void> settle(OutboxClaim claim, Settlement how) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("select budget from wechat_contact where id = $1 for update")
                .execute(Tuple.of(claim.contact()))
                .map(rows -> first(rows).map(row -> row.getString("budget")))
                .chain(budget -> transaction
                        .preparedQuery(SETTLE)
                        .execute(Tuple.tuple()
                                .addUUID(claim.contact())
                                .addUUID(claim.id())
                                .addString(how.state().name())
                                .addInteger(how.code())
                                .addString(how.reason())
                                .addString(
                                        budget.map(it -> after(it, claim, how)).orElse(null))
                                .addDouble(how.pause().toMillis() / 1000.0)))
                .replaceWithVoid());
    }

    private String after(String budget, OutboxClaim claim, Settlement how) {
        if (how.exhausted()) {
            return contacts.stored(MessageBudget.NONE);
        }
        return claim.code() == null && how.refunds()
                ? contacts.stored(contacts.budget(budget).refund())
                : budget;
    }

    private Uni<Look> waiting(SqlConnection transaction, Row contact) {
        return transaction
                .preparedQuery(WAITING)
                .execute(Tuple.of(contact.getUUID("id")))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> decide(transaction, contact, rows));
    }

    private Uni<Look> decide(SqlConnection transaction, Row contact, List<Row> rows) {
        if (rows.isEmpty()) {
            return rest(transaction, contact);
        }
        var head = rows.getFirst();
        if (head.getString("state").equals("SENDING")) {
            return "KF".equals(contact.getString("kind"))
                    ? begin(transaction, contact, head, head.getString("text"), List.of(), budget(contact))
                    : unknown(transaction, head);
        }
        if (head.getString("event_code") != null) {
            return begin(transaction, contact, head, head.getString("text"), List.of(), budget(contact));
        }
        var waiting = rows.stream()
                .takeWhile(it -> it.getString("state").equals("PLANNED") && it.getString("event_code") == null)
                .toList();
        var bubbles = waiting.stream().map(OutboxTable::bubble).toList();
        return switch (planner.next(budget(contact), bubbles, Instant.now())) {
            case NextMessage.Rest it -> rest(transaction, contact);
            case NextMessage.Hold it -> rest(transaction, contact);
            case NextMessage.Say say ->
                begin(
                        transaction,
                        contact,
                        head,
                        say.text(),
                        waiting.subList(1, say.bubbles()),
                        budget(contact).spend());
        };
    }

    /** Until something is said, or the customer allows more. */
    private static Uni<Look> rest(SqlConnection transaction, Row contact) {
        return transaction
                .preparedQuery("update wechat_contact set pending = false where id = $1")
                .execute(Tuple.of(contact.getUUID("id")))
                .replaceWith(new Look.Settled());
    }

    /** Whoever began it is gone; it may have been sent or not. */
    private static Uni<Look> unknown(SqlConnection transaction, Row head) {
        return transaction
                .preparedQuery("""
                        update wechat_outbox set state = 'UNKNOWN', reason = 'interrupted', settled_at = now() where id = $1
                        """)
                .execute(Tuple.of(head.getUUID("id")))
                .replaceWith(new Look.Settled());
    }

    private Uni<Look> begin(
            SqlConnection transaction, Row contact, Row head, String text, List<Row> others, MessageBudget after) {
        var ids = others.stream().map(it -> it.getUUID("id")).toArray(UUID[]::new);
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.tuple()
                        .addUUID(head.getUUID("id"))
                        .addString(text)
                        .addArrayOfUUID(ids))
                .map(rows -> rows.iterator().next().getInteger("tries"))
                .call(() -> transaction
                        .preparedQuery(LEASE)
                        .execute(Tuple.of(contact.getUUID("id"), contacts.stored(after))))
                .map(tries -> new Look.Send(new OutboxClaim(
                        head.getUUID("id"),
                        contact.getUUID("id"),
                        contact.getUUID("account_id"),
                        contact.getString("open_id"),
                        text,
                        head.getString("event_code"),
                        tries)));
    }

    private MessageBudget budget(Row contact) {
        return contacts.budget(contact.getString("budget"));
    }

    private static WaitingBubble bubble(Row row) {
        return new WaitingBubble(WaitingBubble.Voice.valueOf(row.getString("voice")), row.getString("text"));
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
