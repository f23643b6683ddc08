package dev.yiwen.incident;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.incident.IncidentWords.Telling;
import dev.yiwen.shared.InTurn;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells customers, each once: a row is claimed before the words are said, so that of several instances one says them. What a crash
 * left claimed and unsaid is said by {@link IncidentRounds}.
 */
@Singleton
final class Tellings {
    private static final String CLAIM = """
            insert into incident_told (incident_id, conversation_id, how, sure, with_person, eta, asked_seq)
            select $1, c.id, $3, $4, c.owner in ('queue', 'agent'), $5, $6 from conversation c where c.id = $2
            on conflict do nothing
            """;
    private static final String SAID =
            "update incident_told set seq = $3 where incident_id = $1 and conversation_id = $2";

    private static final String ASKED_AGAIN = """
            update incident_told set again = again + 1, asked_seq = $3, eta = $4
            where incident_id = $1 and conversation_id = $2 and asked_seq < $3
            """;

    private static final String RENEW = """
            update incident_told t set eta = $2 from conversation c
            where t.incident_id = $1 and c.id = t.conversation_id and c.owner <> 'nobody' and t.eta is distinct from $2
            returning t.conversation_id, t.sure
            """;

    private static final String OVER = """
            update incident_told t set recovered_at = now() from conversation c
            where t.incident_id = $1 and c.id = t.conversation_id and c.owner <> 'nobody' and t.recovered_at is null
            returning t.conversation_id
            """;

    private static final String OVER_ELSEWHERE = """
            update incident_told t set recovered_at = now() from conversation c
            where c.customer_id = $1 and t.conversation_id = c.id and t.recovered_at is null and t.incident_id = any ($2)
            returning t.incident_id
            """;

    private final Pool database;
    private final Conversations conversations;
    private final IncidentWords words;

    Tellings(Pool database, Conversations conversations, IncidentWords words) {
        this.database = database;
        this.conversations = conversations;
        this.words = words;
    }

    /** Whoever asked: the notice again, shorter, when they ask again. The same question is never answered twice. */
    Uni<Void> asked(Incident incident, ConversationId id, long seq, boolean sure) {
        return claim(incident, id, "ASKED", sure, seq)
                .chain(first -> first
                        ? say(incident, id, sure, Telling.FIRST)
                        : database.preparedQuery(ASKED_AGAIN)
                                .execute(Tuple.of(incident.id(), id.value(), seq, told(incident)))
                                .chain(rows -> rows.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : append(id, incident, sure, Telling.AGAIN)
                                                .replaceWithVoid()));
    }

    /** Whoever has an open chat. */
    Uni<Void> inOpenChat(Incident incident, ConversationId id, boolean sure) {
        return claim(incident, id, "OPEN", sure, 0)
                .chain(first -> first
                        ? say(incident, id, sure, Telling.FIRST)
                        : Uni.createFrom().voidItem());
    }

    /** What was claimed and never said. */
    Uni<Void> say(Incident incident, ConversationId id, boolean sure, Telling telling) {
        return append(id, incident, sure, telling).chain(message -> said(incident.id(), id, message.seq()));
    }

    Uni<Void> said(UUID incident, ConversationId id, long seq) {
        return database.preparedQuery(SAID)
                .execute(Tuple.of(incident, id.value(), seq))
                .replaceWithVoid();
    }

    /** All who were told another time, and whose chat is open. */
    Uni<Void> renewed(Incident incident) {
        return database.preparedQuery(RENEW)
                .execute(Tuple.of(incident.id(), told(incident)))
                .chain(rows -> InTurn.each(
                        rows, row -> append(conversation(row), incident, row.getBoolean("sure"), Telling.RENEWED)));
    }

    /** All who were told, and whose chat is open. */
    Uni<Void> over(Incident incident) {
        return database.preparedQuery(OVER)
                .execute(Tuple.of(incident.id()))
                .chain(rows -> InTurn.each(
                        rows, row -> conversations.appendNotice(conversation(row), words.recovered(incident))));
    }

    /** A customer whose chat was closed when it was over, in the chat that they have now. */
    Uni<Void> overBefore(Iterable<Incident> over, CustomerId customer, ConversationId now) {
        var byId = Multi.createFrom().iterable(over).collect().asMap(Incident::id);
        return byId.chain(known -> database.preparedQuery(OVER_ELSEWHERE)
                .execute(Tuple.of(customer.value(), known.keySet().toArray(UUID[]::new)))
                .chain(rows -> InTurn.each(
                        rows,
                        row -> conversations.appendNotice(
                                now, words.recovered(Objects.requireNonNull(known.get(row.getUUID("incident_id"))))))));
    }

    private Uni<Boolean> claim(Incident incident, ConversationId id, String how, boolean sure, long seq) {
        return database.preparedQuery(CLAIM)
                .execute(Tuple.of(incident.id(), id.value(), how, sure, told(incident), seq))
                .map(rows -> rows.rowCount() > 0);
    }

    private Uni<Message> append(ConversationId id, Incident incident, boolean sure, Telling telling) {
        return conversations.appendNotice(id, words.notice(incident, sure, telling, Instant.now()));
    }

    private static @Nullable OffsetDateTime told(Incident incident) {
        return IncidentRows.time(incident.etaAt(Instant.now()));
    }

    private static ConversationId conversation(Row row) {
        return ConversationId.of(row.getUUID("conversation_id"));
    }
}
