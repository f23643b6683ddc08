package dev.yiwen.channel.voice;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** The calls, and the conversations that they became. */
@Singleton
final class CallTable {
    private final Pool database;

    CallTable(Pool database) {
        this.database = database;
    }

    /**
     * Telephony systems number their calls anew after a restart: an id that rings after its call has ended is another call's.
     * The same number at once is the same call, whose events overtook one another.
     */
    Uni<Void> endEarlier(String callId, String number) {
        return database.preparedQuery("""
                        update call set call_id = call_id || '#' || conversation_id
                        where call_id = $1 and state = 'ended' and conversation_id is not null
                          and (number <> $2 or ended_at < now() - interval '30 seconds')
                        """).execute(Tuple.of(callId, number)).replaceWithVoid();
    }

    Uni<Optional<CallRow>> find(String callId) {
        return database.preparedQuery("select call_id, conversation_id, state from call where call_id = $1")
                .execute(Tuple.of(callId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(row(rows.iterator().next())));
    }

    /** Fails with {@code NOT_FOUND} for a call that never rang. */
    Uni<ConversationId> conversationOf(String callId) {
        return find(callId)
                .map(known -> known.flatMap(CallRow::conversation)
                        .orElseThrow(() -> new Problem(
                                Problem.Kind.NOT_FOUND, "There is no such call: it must ring before anything else.")));
    }

    /**
     * Whether opening this call is now up to the caller. Who claims and dies leaves it to others after five seconds.
     *
     * @param began now where it was not told
     */
    Uni<Boolean> claim(String callId, String number, CallMoment began) {
        return database.preparedQuery("""
                        insert into call (call_id, number, state, began_at)
                        values ($1, $2, 'ringing', coalesce($3::timestamptz, now()))
                        on conflict (call_id) do update set claimed_at = now()
                          where call.conversation_id is null and call.claimed_at < now() - interval '5 seconds'
                        returning call_id
                        """)
                .execute(Tuple.of(callId, number, began.time()))
                .map(rows -> rows.size() == 1);
    }

    Uni<CallRow> opened(String callId, ConversationId conversation) {
        return database.preparedQuery("update call set conversation_id = $2 where call_id = $1")
                .execute(Tuple.of(callId, conversation.value()))
                .replaceWith(new CallRow(callId, Optional.of(conversation), CallRow.State.RINGING));
    }

    /** A call that has ended stays ended. */
    Uni<Void> answered(String callId) {
        return database.preparedQuery("""
                        update call set state = 'answered', answered_at = now()
                        where call_id = $1 and state = 'ringing'
                        """).execute(Tuple.of(callId)).replaceWithVoid();
    }

    Uni<Void> ended(String callId) {
        return database.preparedQuery("""
                        update call set state = 'ended', ended_at = now()
                        where call_id = $1 and state <> 'ended'
                        """).execute(Tuple.of(callId)).replaceWithVoid();
    }

    private static CallRow row(Row row) {
        return new CallRow(
                row.getString("call_id"),
                Optional.ofNullable(row.getUUID("conversation_id")).map(ConversationId::of),
                CallRow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
