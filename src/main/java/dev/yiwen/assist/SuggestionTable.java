package dev.yiwen.assist;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The suggestions that were shown and what became of them. Each change is signalled on the topic {@code assist}. */
@Singleton
final class SuggestionTable {
    static final String TOPIC = "assist";

    private final Pool database;

    SuggestionTable(Pool database) {
        this.database = database;
    }

    /** What agents see of a conversation now. */
    Uni<SuggestionSet> current(ConversationId conversation) {
        return database.preparedQuery("""
                        select latest.for_seq, shown.confidence, s.*
                        from (select * from suggestion_set where conversation_id = $1 order by for_seq desc limit 1) latest
                        left join unnest(latest.suggestions, latest.confidences)
                          with ordinality as shown (id, confidence, place)
                          on not exists (select from suggestion_use
                            where suggestion_id = shown.id and how = 'dismiss')
                        left join suggestion s on s.id = shown.id
                        order by shown.place
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> set(conversation, rows));
    }

    /** The articles whose cards were dismissed in a conversation. */
    Uni<Set<ArticleId>> dismissed(ConversationId conversation) {
        return database.preparedQuery("""
                        select distinct s.article_id from suggestion s join suggestion_use u on u.suggestion_id = s.id
                        where s.conversation_id = $1 and u.how = 'dismiss'
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> stream(rows)
                        .map(row -> ArticleId.of(row.getUUID("article_id")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Stores what is shown for a message, in the place of what was shown for it before. */
    Uni<Void> show(Message message, List<Card> cards) {
        return database.withTransaction(transaction -> Multi.createFrom()
                .iterable(cards)
                .onItem()
                .transformToUniAndConcatenate(card -> store(transaction, message.conversation(), card))
                .collect()
                .asList()
                .chain(shown -> store(transaction, message, shown)));
    }

    Uni<ConversationId> conversationOf(SuggestionId id) {
        return database.preparedQuery("select conversation_id from suggestion where id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such suggestion.");
                    }
                    return ConversationId.of(rows.iterator().next().getUUID("conversation_id"));
                });
    }

    Uni<Void> use(SuggestionId id, ConversationId conversation, StaffId by, Use how) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("""
                        insert into suggestion_use (suggestion_id, staff_id, how) values ($1, $2, $3)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(id.value(), by.value(), how.wire()))
                .chain(() -> signal(transaction, conversation)));
    }

    private record Shown(UUID id, double confidence) {}

    private static Uni<Shown> store(SqlClient transaction, ConversationId conversation, Card card) {
        return transaction
                .preparedQuery("""
                        insert into suggestion
                          (id, conversation_id, kind, article_id, article, title, revision, audience, text)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                        on conflict (conversation_id, article_id, revision)
                          do update set conversation_id = excluded.conversation_id
                        returning id
                        """)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addUUID(conversation.value())
                        .addString(card.kind().name().toLowerCase(Locale.ROOT))
                        .addUUID(card.article().value())
                        .addString(card.source().article())
                        .addString(card.source().title())
                        .addInteger(card.source().revision())
                        .addString(card.audience().name())
                        .addString(card.text()))
                .map(rows -> new Shown(rows.iterator().next().getUUID("id"), card.confidence()));
    }

    private static Uni<Void> store(SqlClient transaction, Message message, List<Shown> shown) {
        return transaction
                .preparedQuery("""
                        insert into suggestion_set (conversation_id, for_seq, suggestions, confidences, latency_ms)
                        values ($1, $2, $3, $4, greatest(0, extract(epoch from clock_timestamp() - $5) * 1000)::integer)
                        on conflict (conversation_id, for_seq) do update
                          set suggestions = excluded.suggestions, confidences = excluded.confidences
                        """)
                .execute(Tuple.of(
                        message.conversation().value(),
                        message.seq(),
                        shown.stream().map(Shown::id).toArray(UUID[]::new),
                        shown.stream().map(Shown::confidence).toArray(Double[]::new),
                        message.at().atOffset(ZoneOffset.UTC)))
                .chain(() -> signal(transaction, message.conversation()));
    }

    private static Uni<Void> signal(SqlClient transaction, ConversationId conversation) {
        return transaction
                .preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(TOPIC, conversation.value().toString()))
                .replaceWithVoid();
    }

    private static SuggestionSet set(ConversationId conversation, Iterable<Row> rows) {
        var forSeq = stream(rows).findFirst().map(it -> it.getLong("for_seq")).orElse(0L);
        return new SuggestionSet(
                conversation,
                forSeq,
                stream(rows)
                        .filter(it -> it.getUUID("id") != null)
                        .map(SuggestionTable::suggestion)
                        .toList());
    }

    private static Suggestion suggestion(Row row) {
        return new Suggestion(
                SuggestionId.of(row.getUUID("id")),
                Card.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("text"),
                new Source(row.getString("article"), row.getString("title"), row.getInteger("revision")),
                Audience.valueOf(row.getString("audience")),
                row.getDouble("confidence"));
    }

    private static java.util.stream.Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
