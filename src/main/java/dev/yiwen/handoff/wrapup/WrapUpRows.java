package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.queue.StoredJson;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What was drafted, composed and confirmed, a row a conversation. */
@Singleton
class WrapUpRows {
    /** What the agent has confirmed keeps the draft that it was made from. */
    private static final String DRAFTED = """
            insert into wrap_up (conversation_id, draft, by_rules, said) values ($1, $2::text::jsonb, $3, $4)
            on conflict (conversation_id) do update
            set draft = excluded.draft, by_rules = excluded.by_rules, said = excluded.said
            where wrap_up.confirmed_at is null
            """;

    private static final String COMPOSITION = """
            select (composition -> 'note')::text as note from wrap_up
            where conversation_id = $1 and composition ->> 'upTo' = $2
            """;

    private static final String KEEP = """
            insert into wrap_up (conversation_id, draft, said, composition) values ($1, '{}', '', $2::text::jsonb)
            on conflict (conversation_id) do update set composition = excluded.composition
            """;

    /** The first confirmation is measured; a correction later is no slowness. */
    private static final String CONFIRM = """
            insert into wrap_up as w
              (conversation_id, draft, said, begun_at, confirmed_at, confirmed_by, confirmed, category, changed)
            values ($1, '{}', '', $2, now(), $3, $4::text::jsonb, $5, null)
            on conflict (conversation_id) do update
            set begun_at = coalesce(w.begun_at, $2, w.drafted_at), confirmed_at = coalesce(w.confirmed_at, now()),
              confirmed_by = $3, confirmed = excluded.confirmed, category = excluded.category,
              changed = case when w.confirmed_at is null then $6::real else w.changed end
            """;

    private final Pool database;
    private final StoredJson json;

    WrapUpRows(Pool database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    private record Kept(String upTo, WrapUpNote note) {}

    /** @param said the customer's words, without personal data */
    Uni<Void> drafted(ConversationId conversation, WrapUpNote note, @Nullable String byRules, String said) {
        return database.preparedQuery(DRAFTED)
                .execute(Tuple.of(conversation.value(), json.write(note), byRules, said))
                .replaceWithVoid();
    }

    /** What was drafted last; empty when nobody saw a draft. */
    Uni<Optional<WrapUpNote>> draft(ConversationId conversation) {
        return database.preparedQuery(
                        "select draft::text as note from wrap_up where conversation_id = $1 and draft <> '{}'")
                .execute(Tuple.of(conversation.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(this::note));
    }

    /** What a model wrote when it knew the same messages. */
    Uni<Optional<WrapUpNote>> composition(ConversationId conversation, long upTo) {
        return database.preparedQuery(COMPOSITION)
                .execute(Tuple.of(conversation.value(), Long.toString(upTo)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(this::note));
    }

    Uni<Void> keep(ConversationId conversation, long upTo, WrapUpNote note) {
        return database.preparedQuery(KEEP)
                .execute(Tuple.of(conversation.value(), json.write(new Kept(Long.toString(upTo), note))))
                .replaceWithVoid();
    }

    /**
     * @param begunAt when the agent could begin; null: when the draft was first made
     * @param changed null where there was no draft to change
     */
    Uni<Void> confirm(
            ConversationId conversation,
            StaffId agent,
            ConfirmedWrapUp confirmed,
            @Nullable Instant begunAt,
            @Nullable Double changed) {
        return database.preparedQuery(CONFIRM)
                .execute(Tuple.tuple()
                        .addUUID(conversation.value())
                        .addOffsetDateTime(begunAt == null ? null : OffsetDateTime.ofInstant(begunAt, ZoneOffset.UTC))
                        .addUUID(agent.value())
                        .addString(json.write(confirmed))
                        .addString(confirmed.category())
                        .addFloat(changed == null ? null : changed.floatValue()))
                .replaceWithVoid();
    }

    private WrapUpNote note(Row row) {
        return json.read(row.getString("note"), WrapUpNote.class);
    }
}
