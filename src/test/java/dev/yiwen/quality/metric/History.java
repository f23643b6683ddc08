package dev.yiwen.quality.metric;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what happened once, as the features would have written it. */
@Singleton
public class History {
    private final Pool database;
    private final People people;

    History(Pool database, People people) {
        this.database = database;
        this.people = people;
    }

    public UUID customer() {
        return people.member("访客" + Ids.next(), 0).value();
    }

    /** Asked about that and answered by the bot; over after ten minutes. */
    public UUID chat(UUID customer, @Nullable String topic, Instant at) {
        return chat(customer, topic, at, at.plus(Duration.ofMinutes(10)));
    }

    public UUID chat(UUID customer, @Nullable String topic, Instant at, Instant end) {
        var id = Ids.next();
        run("""
                insert into conversation (id, customer_id, channel, owner, last_seq, opened_at, closed_at)
                values ($1, $2, 'WEB', 'nobody', 2, $3, $4)
                """, Tuple.of(id, customer, at.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC)));
        said(id, 1, "customer", "text", null, at.plusSeconds(1));
        said(id, 2, "bot", topic == null ? "clarify" : "answer", topic, at.plusSeconds(2));
        return id;
    }

    void said(UUID conversation, long seq, String author, String kind, @Nullable String topic, Instant at) {
        run(
                """
                insert into message (conversation_id, seq, author, body, at) values ($1, $2, $3, jsonb_build_object('kind', $4::text, 'text', '话')
                  || case $4::text
                    when 'answer' then jsonb_build_object('confidence', 0.9, 'related', '[]'::jsonb, 'sources', jsonb_build_array(
                      jsonb_build_object('article', $5::text || '/a', 'title', 't', 'revision', 1)))
                    when 'clarify' then '{"options": [], "confidence": 0.2}' else '{}' end, $6)
                """,
                Tuple.tuple()
                        .addUUID(conversation)
                        .addLong(seq)
                        .addString(author)
                        .addString(kind)
                        .addString(topic)
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)));
    }

    /** Wished for a human; without an agent nobody came until it ended. */
    public void handoff(
            UUID conversation,
            int epoch,
            Instant asked,
            @Nullable Staff agent,
            @Nullable Instant came,
            @Nullable Instant end) {
        run(
                """
                insert into handoff (conversation_id, epoch, reason, priority, requested_at, rank_at, agent_id, assigned_at, ended_at)
                values ($1, $2, '{"code": "WISH_FOR_HUMAN"}', 50, $3, $3, $4, $5, $6)
                """,
                Tuple.tuple()
                        .addUUID(conversation)
                        .addInteger(epoch)
                        .addOffsetDateTime(asked.atOffset(ZoneOffset.UTC))
                        .addUUID(agent == null ? null : agent.id().value())
                        .addOffsetDateTime(came == null ? null : came.atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(end == null ? null : end.atOffset(ZoneOffset.UTC)));
    }

    public void rated(UUID conversation, int score) {
        run(
                "insert into satisfaction (conversation_id, score) values ($1, $2) on conflict (conversation_id) do update set score = excluded.score",
                Tuple.of(conversation, (short) score));
    }

    void run(String sql, Tuple parameters) {
        database.preparedQuery(sql).execute(parameters).await().indefinitely();
    }
}
