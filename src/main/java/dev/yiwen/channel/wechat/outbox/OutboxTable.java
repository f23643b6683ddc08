package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.callback.PassiveReplies;
import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.channel.wechat.quota.MessageBudget;
import dev.yiwen.channel.wechat.subscribe.Reminders;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
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
            select * from wechat_outbox where contact_id = $1 and state in ('PLANNED', 'SENDING')
            order by form = 'REMINDER' desc, number limit 50
            """;

    /** WeChat asks again for 15 s. */
    private static final String UNANSWERED = """
            with late as (
              select id, account_id, source, reply from wechat_inbox where passive_until < now() - interval '20 seconds' for update
            ), dead as (
              update wechat_inbox i set passive_until = null, reply = null from late where i.id = late.id returning i.id
            ), here as (
              update wechat_contact c set desk_until = null from late
              where late.reply = $1 and c.account_id = late.account_id and c.open_id = late.source
            ), again as (
              update wechat_outbox o set state = 'PLANNED', passive_of = null, settled_at = null
              from dead where o.passive_of = dead.id and o.state = 'SENT' returning o.contact_id
            )
            update wechat_contact c set pending = true, due_at = now() from again where c.id = again.contact_id
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
    private final Reminders reminders;
    private final OutboxTurn turn;

    OutboxTable(Pool database, WeChatContacts contacts, Reminders reminders, OutboxTurn turn) {
        this.reminders = reminders;
        this.database = database;
        this.contacts = contacts;
        this.turn = turn;
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

    /**
     * What was put into the answer of a callback that nobody gave, since its instance is gone and WeChat has not asked again. It
     * cannot have arrived, and goes out as anything else.
     */
    Uni<Void> unanswered() {
        return database.preparedQuery(UNANSWERED)
                .execute(Tuple.of(PassiveReplies.TRANSFER))
                .replaceWithVoid();
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
                .chain(() -> claim.form() == MessageForm.REMINDER && how.state() == OutboxState.FAILED
                        ? reminders.refused(transaction, claim.id(), how.code())
                        : Uni.createFrom().voidItem()));
    }

    private String after(String budget, OutboxClaim claim, Settlement how) {
        if (how.exhausted() && claim.costs()) {
            return contacts.stored(MessageBudget.NONE);
        }
        return claim.costs() && how.refunds()
                ? contacts.stored(contacts.budget(budget).refund())
                : budget;
    }

    private Uni<Look> waiting(SqlConnection transaction, Row contact) {
        return transaction
                .preparedQuery(WAITING)
                .execute(Tuple.of(contact.getUUID("id")))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> turn.of(transaction, contact, rows));
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
