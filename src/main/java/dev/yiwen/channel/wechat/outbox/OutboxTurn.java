package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.callback.PassiveReplies;
import dev.yiwen.channel.wechat.inbox.WeChatContacts;
import dev.yiwen.channel.wechat.outbox.OutboxTable.Look;
import dev.yiwen.channel.wechat.quota.MessageBudget;
import dev.yiwen.channel.wechat.quota.NextMessage;
import dev.yiwen.channel.wechat.quota.QuotaPlanner;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.channel.wechat.quota.WaitingBubble;
import dev.yiwen.channel.wechat.subscribe.Reminders;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.file.FileId;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
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
 * What becomes of a customer's waiting messages when it is their turn: the answer to a callback, a message of its own, a reminder,
 * or nothing yet.
 */
@Singleton
final class OutboxTurn {
    /** The oldest callback of that customer's that still waits for its answer. */
    private static final String WAITING_CALLBACK = """
            select id from wechat_inbox
            where account_id = $1 and source = $2 and passive_until > now() + interval '100 milliseconds' and reply is null
            order by id limit 1 for update
            """;

    /** What follows is sent later, so that it does not overtake the answer. */
    private static final String ANSWER = """
            with merged as (
              update wechat_outbox set state = 'MERGED', carried_by = $1, settled_at = now() where id = any($3)
            ), answered as (
              update wechat_outbox set state = 'SENT', text = $2, passive_of = $4, settled_at = now() where id = $1
            ), replied as (
              update wechat_inbox set reply = $2 where id = $4
            ), later as (
              update wechat_contact set due_at = now() + interval '1 second' where id = $5
            )
            select pg_notify($6, $4::text)
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

    private final WeChatContacts contacts;
    private final Reminders reminders;
    private final QuotaPlanner planner;

    OutboxTurn(WeChatContacts contacts, Reminders reminders, Messages messages) {
        this.contacts = contacts;
        this.reminders = reminders;
        this.planner = new QuotaPlanner(messages.text("wechat.more"));
    }

    /**
     * @param contact locked
     * @param rows what waits for them, in its order
     */
    Uni<Look> of(SqlConnection transaction, Row contact, List<Row> rows) {
        if (rows.isEmpty()) {
            return rest(transaction, contact);
        }
        var head = rows.getFirst();
        if (passively(contact, head)) {
            return transaction
                    .preparedQuery(WAITING_CALLBACK)
                    .execute(Tuple.of(contact.getUUID("account_id"), contact.getString("open_id")))
                    .chain(found -> first(found)
                            .map(callback -> answer(transaction, contact, callback.getLong("id"), rows))
                            .orElseGet(() -> send(transaction, contact, rows)));
        }
        return send(transaction, contact, rows);
    }

    private static boolean passively(Row contact, Row head) {
        return "MP".equals(contact.getString("kind"))
                && head.getString("state").equals("PLANNED")
                && form(head) == MessageForm.TEXT;
    }

    /** In the callback's own answer, which is taken from nothing. */
    private Uni<Look> answer(SqlConnection transaction, Row contact, long callback, List<Row> rows) {
        var head = rows.getFirst();
        var waiting = together(rows);
        var now = Instant.now();
        var bubbles = waiting.stream().map(OutboxTurn::bubble).toList();
        return switch (planner.next(budget(contact).after(Trigger.MESSAGE, now), bubbles, now)) {
            case NextMessage.Rest it -> send(transaction, contact, rows);
            case NextMessage.Hold it -> send(transaction, contact, rows);
            case NextMessage.Say say ->
                transaction
                        .preparedQuery(ANSWER)
                        .execute(Tuple.tuple()
                                .addUUID(head.getUUID("id"))
                                .addString(say.text())
                                .addArrayOfUUID(ids(waiting.subList(1, say.bubbles())))
                                .addLong(callback)
                                .addUUID(contact.getUUID("id"))
                                .addString(PassiveReplies.REPLIED))
                        .replaceWith(new Look.Settled());
        };
    }

    private Uni<Look> send(SqlConnection transaction, Row contact, List<Row> rows) {
        var head = rows.getFirst();
        if (head.getString("state").equals("SENDING")) {
            return "KF".equals(contact.getString("kind"))
                    ? begin(transaction, contact, head, head.getString("text"), List.of(), budget(contact))
                    : unknown(transaction, head);
        }
        if (head.getString("event_code") != null) {
            return begin(transaction, contact, head, head.getString("text"), List.of(), budget(contact));
        }
        switch (form(head)) {
            case REMINDER -> {
                return begin(transaction, contact, head, head.getString("text"), List.of(), budget(contact));
            }
            case MENU -> {
                // Asked now or never: without a code of WeCom's it needs one of those that are left.
                return begin(
                        transaction,
                        contact,
                        head,
                        head.getString("text"),
                        List.of(),
                        budget(contact).spend());
            }
            case TEXT, IMAGE, FILE -> {}
        }
        // WeCom may have it under its id, though nobody heard: what is sent again is the same to the letter.
        boolean again = "KF".equals(contact.getString("kind")) && head.getInteger("tries") > 0;
        var waiting = again ? List.of(head) : together(rows);
        var bubbles = waiting.stream().map(OutboxTurn::bubble).toList();
        return switch (planner.next(budget(contact), bubbles, Instant.now())) {
            case NextMessage.Rest it -> rest(transaction, contact);
            case NextMessage.Hold it -> held(transaction, contact, rows);
            case NextMessage.Say say ->
                begin(
                        transaction,
                        contact,
                        head,
                        form(head) == MessageForm.TEXT && !again ? say.text() : head.getString("text"),
                        waiting.subList(1, say.bubbles()),
                        budget(contact).spend());
        };
    }

    /** A person's answer that waits is told of where the customer has consented to it; the bot's is not worth a consent. */
    private Uni<Look> held(SqlConnection transaction, Row contact, List<Row> rows) {
        var person = rows.stream()
                .filter(it -> bubble(it).voice() == WaitingBubble.Voice.PERSON)
                .findFirst();
        if ("KF".equals(contact.getString("kind")) || person.isEmpty()) {
            return rest(transaction, contact);
        }
        return reminders
                .plan(
                        transaction,
                        new Reminders.Waiting(
                                contact.getUUID("account_id"),
                                contact.getUUID("id"),
                                contact.getUUID("customer_id"),
                                person.get().getUUID("id"),
                                person.get().getString("text")))
                .chain(planned -> planned ? Uni.createFrom().item(new Look.Settled()) : rest(transaction, contact));
    }

    /** What one message may be made of: texts that follow one another, or one picture. */
    private static List<Row> together(List<Row> rows) {
        return form(rows.getFirst()) == MessageForm.TEXT
                ? rows.stream()
                        .takeWhile(it -> it.getString("state").equals("PLANNED")
                                && it.getString("event_code") == null
                                && form(it) == MessageForm.TEXT)
                        .toList()
                : List.of(rows.getFirst());
    }

    private static MessageForm form(Row row) {
        return MessageForm.valueOf(row.getString("form"));
    }

    private static UUID[] ids(List<Row> rows) {
        return rows.stream().map(it -> it.getUUID("id")).toArray(UUID[]::new);
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
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.tuple()
                        .addUUID(head.getUUID("id"))
                        .addString(text)
                        .addArrayOfUUID(ids(others)))
                .map(rows -> rows.iterator().next().getInteger("tries"))
                .call(() -> transaction
                        .preparedQuery(LEASE)
                        .execute(Tuple.of(contact.getUUID("id"), contacts.stored(after))))
                .map(tries -> new Look.Send(new OutboxClaim(
                        head.getUUID("id"),
                        head.getUUID("sent_as") == null ? head.getUUID("id") : head.getUUID("sent_as"),
                        contact.getUUID("id"),
                        contact.getUUID("account_id"),
                        contact.getString("open_id"),
                        form(head),
                        text,
                        head.getString("event_code"),
                        head.getUUID("conversation_id") == null
                                ? null
                                : ConversationId.of(head.getUUID("conversation_id")),
                        head.getUUID("file_id") == null ? null : FileId.of(head.getUUID("file_id")),
                        paid(contact, head, after),
                        tries)));
    }

    /** Now, or when it was begun by an instance that is gone. */
    private boolean paid(Row contact, Row head, MessageBudget after) {
        boolean again = head.getString("state").equals("SENDING")
                && head.getString("event_code") == null
                && (form(head) == MessageForm.TEXT
                        || form(head) == MessageForm.IMAGE
                        || form(head) == MessageForm.FILE);
        return again || !after.equals(budget(contact));
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
