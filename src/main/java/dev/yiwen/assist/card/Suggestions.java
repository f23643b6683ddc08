package dev.yiwen.assist.card;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Source;
import dev.yiwen.conversation.TalkSigns;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cards that were shown and what became of them. Each change is signalled on the topic {@code assist}. */
@Singleton
public final class Suggestions {
    public static final String TOPIC = TalkSigns.TOPIC;
    /** In the details of a card that was noticed to have been said. */
    public static final String NOTICED = "noticed";

    /**
     * The newest set of each lane, the lanes in the order of importance; what answers less likely than not, but for the best, comes
     * after all of them.
     */
    private static final String CURRENT = """
            select latest.for_seq, latest.change, shown.confidence, s.*,
              exists (select from suggestion_use where suggestion_id = s.id and how = 'said' and noticed) as noticed
            from (select distinct on (lane) * from suggestion_set where conversation_id = $1
              order by lane, for_seq desc) latest
            left join unnest(latest.suggestions, latest.confidences)
              with ordinality as shown (id, confidence, place)
              on not exists (select from suggestion_use where suggestion_id = shown.id and how = 'dismiss')
            left join suggestion s on s.id = shown.id
            order by latest.lane = 'ANSWER' and shown.place > 1 and shown.confidence < .5,
              array_position(array['INCIDENT', 'WATCH', 'STEP', 'CAUSE', 'ANSWER', 'FACT', 'CASE'], latest.lane), shown.place
            """;

    private final Pool database;

    Suggestions(Pool database) {
        this.database = database;
    }

    /** What agents see of a conversation now. */
    public Uni<SuggestionSet> current(ConversationId conversation) {
        return database.preparedQuery(CURRENT)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> set(conversation, rows));
    }

    /** The keys of the cards that were dismissed in a conversation. */
    public Uni<Set<String>> dismissed(ConversationId conversation) {
        return database.preparedQuery("""
                        select distinct s.key from suggestion s join suggestion_use u on u.suggestion_id = s.id
                        where s.conversation_id = $1 and u.how = 'dismiss'
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> stream(rows).map(row -> row.getString("key")).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Stores what a lane shows from now on, in the place of what it showed before.
     *
     * @param forSeq number of the message that they are about; a set for an earlier message than the newest is never shown
     * @param cards the best first; none when nothing fits
     */
    public Uni<Void> show(ConversationId conversation, long forSeq, Lane lane, List<Card> cards) {
        return database.withTransaction(transaction -> lock(transaction, conversation, lane)
                .chain(() -> replace(transaction, conversation, forSeq, lane, cards)));
    }

    /** Until the end of the transaction nobody else changes that lane. */
    static Uni<Void> lock(SqlClient transaction, ConversationId conversation, Lane lane) {
        return transaction
                .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("suggestion " + lane + " " + conversation.value()))
                .replaceWithVoid();
    }

    /** Under the lane's lock. */
    static Uni<Void> replace(
            SqlClient transaction, ConversationId conversation, long forSeq, Lane lane, List<Card> cards) {
        return Multi.createFrom()
                .iterable(cards)
                .onItem()
                .transformToUniAndConcatenate(card -> store(transaction, conversation, card))
                .collect()
                .asList()
                .chain(shown -> store(transaction, conversation, forSeq, lane, shown))
                .chain(() -> signal(transaction, conversation));
    }

    /**
     * A message no longer says what a lane's cards leaned on: what the lane showed before it is shown again. Nothing where the
     * message had brought no cards.
     */
    public Uni<Void> takeBack(ConversationId conversation, long forSeq, Lane lane) {
        return database.withTransaction(transaction -> lock(transaction, conversation, lane)
                .chain(() ->
                        transaction.preparedQuery("""
                        with before as (
                          select suggestions, confidences from suggestion_set
                          where conversation_id = $1 and lane = $2 and for_seq < $3 order by for_seq desc limit 1)
                        update suggestion_set set suggestions = coalesce((select suggestions from before), '{}'),
                          confidences = coalesce((select confidences from before), '{}'), change = nextval('suggestion_change')
                        where conversation_id = $1 and lane = $2 and for_seq = $3
                        """).execute(Tuple.of(conversation.value(), lane.name(), forSeq)))
                .chain(changed ->
                        changed.rowCount() == 0 ? Uni.createFrom().voidItem() : signal(transaction, conversation)));
    }

    /** What was quoted in the last sixteen hours: of each article and agent the newest. */
    public Uni<List<QuotedCard>> quotedToday() {
        return database.query("""
                        select distinct on (u.staff_id, s.article_id) u.staff_id, s.article_id, s.article, s.title, s.revision
                        from suggestion_use u join suggestion s on s.id = u.suggestion_id
                        where u.how in ('insert', 'copy', 'said') and s.article_id is not null
                          and u.at > now() - interval '16 hours'
                        order by u.staff_id, s.article_id, u.at desc
                        """)
                .execute()
                .map(rows -> stream(rows)
                        .map(row -> new QuotedCard(
                                StaffId.of(row.getUUID("staff_id")),
                                ArticleId.of(row.getUUID("article_id")),
                                new Source(
                                        row.getString("article"), row.getString("title"), row.getInteger("revision"))))
                        .toList());
    }

    /** Fails with {@code NOT_FOUND}. */
    public Uni<ConversationId> conversationOf(SuggestionId id) {
        return database.preparedQuery("select conversation_id from suggestion where id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such suggestion.");
                    }
                    return ConversationId.of(rows.iterator().next().getUUID("conversation_id"));
                });
    }

    public Uni<Void> use(SuggestionId id, ConversationId conversation, StaffId by, Use how) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("""
                        insert into suggestion_use (suggestion_id, staff_id, how) values ($1, $2, $3)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(id.value(), by.value(), how.wire()))
                .chain(() -> how == Use.UNSAID
                        ? takeBack(transaction, id)
                        : Uni.createFrom().voidItem())
                .chain(() -> signal(transaction, conversation)));
    }

    /** Nobody pressed anything: the agent's words carried it. What was used before, or taken back, stays as it is. */
    public Uni<Void> noticeSaid(SuggestionId id, ConversationId conversation, StaffId by) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("""
                        insert into suggestion_use (suggestion_id, staff_id, how, noticed)
                        select $1, $2, 'said', true
                        where not exists (select from suggestion_use where suggestion_id = $1 and how <> 'copy')
                        on conflict do nothing
                        """)
                .execute(Tuple.of(id.value(), by.value()))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : signal(transaction, conversation)));
    }

    /** It counts as used no longer, and is not noticed again. */
    private static Uni<Void> takeBack(SqlClient transaction, SuggestionId id) {
        return transaction
                .preparedQuery("delete from suggestion_use where suggestion_id = $1 and how = 'said' and noticed")
                .execute(Tuple.of(id.value()))
                .replaceWithVoid();
    }

    /** One thing that a card says becomes another, unless somebody has used the card already. */
    public Uni<Void> reword(ConversationId conversation, String key, String detail, String text) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("""
                        update suggestion s set details = details || jsonb_build_object($3::text, $4::text)
                        where conversation_id = $1 and key = $2
                          and not exists (select from suggestion_use where suggestion_id = s.id)
                        """)
                .execute(Tuple.of(conversation.value(), key, detail, text))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : signal(transaction, conversation)));
    }

    private record Shown(UUID id, double confidence) {}

    /** What a card says may have grown since it was shown first: a step done, a figure that came late. */
    private static Uni<Shown> store(SqlClient transaction, ConversationId conversation, Card card) {
        var source = Optional.ofNullable(card.source());
        var article = Optional.ofNullable(card.article());
        return transaction
                .preparedQuery("""
                        insert into suggestion (id, conversation_id, key, kind, article_id, article, title, revision, audience,
                          text, details)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                        on conflict (conversation_id, key) do update
                          set title = excluded.title, text = excluded.text, details = excluded.details
                        returning id
                        """)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addUUID(conversation.value())
                        .addString(card.key())
                        .addString(card.kind().name().toLowerCase(Locale.ROOT))
                        .addValue(article.map(ArticleId::value).orElse(null))
                        .addValue(source.map(Source::article).orElse(null))
                        .addString(card.title())
                        .addValue(source.map(Source::revision).orElse(null))
                        .addString(card.audience().name())
                        .addString(card.text())
                        .addJsonObject(card.details()))
                .map(rows -> new Shown(rows.iterator().next().getUUID("id"), card.confidence()));
    }

    private static Uni<Void> store(
            SqlClient transaction, ConversationId conversation, long forSeq, Lane lane, List<Shown> shown) {
        return transaction
                .preparedQuery("""
                        insert into suggestion_set (conversation_id, lane, for_seq, suggestions, confidences)
                        values ($1, $2, $3, $4, $5)
                        on conflict (conversation_id, lane, for_seq) do update
                          set suggestions = excluded.suggestions, confidences = excluded.confidences,
                            change = nextval('suggestion_change')
                        """)
                .execute(Tuple.of(
                        conversation.value(),
                        lane.name(),
                        forSeq,
                        shown.stream().map(Shown::id).toArray(UUID[]::new),
                        shown.stream().map(Shown::confidence).toArray(Double[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> signal(SqlClient transaction, ConversationId conversation) {
        return transaction
                .preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(TOPIC, conversation.value().toString()))
                .replaceWithVoid();
    }

    private static SuggestionSet set(ConversationId conversation, Iterable<Row> rows) {
        return new SuggestionSet(
                conversation,
                stream(rows).mapToLong(it -> it.getLong("for_seq")).max().orElse(0),
                stream(rows)
                        .filter(it -> it.getUUID("id") != null)
                        .map(Suggestions::suggestion)
                        .toList(),
                stream(rows).mapToLong(it -> it.getLong("change")).max().orElse(0));
    }

    private static Suggestion suggestion(Row row) {
        var article = row.getString("article");
        return new Suggestion(
                SuggestionId.of(row.getUUID("id")),
                Card.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("text"),
                article == null ? null : new Source(article, row.getString("title"), row.getInteger("revision")),
                Audience.valueOf(row.getString("audience")),
                row.getDouble("confidence"),
                details(row));
    }

    private static Map<String, Object> details(Row row) {
        var details = Optional.ofNullable(row.getJsonObject("details")).orElseGet(JsonObject::new);
        return (row.getBoolean("noticed") ? details.copy().put(NOTICED, true) : details).getMap();
    }

    /** As it was stored, to be shown again. */
    static Card card(Row row) {
        var article = row.getString("article");
        var id = row.getUUID("article_id");
        return new Card(
                row.getString("key"),
                Card.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("text"),
                article == null ? null : new Source(article, row.getString("title"), row.getInteger("revision")),
                id == null ? null : ArticleId.of(id),
                Audience.valueOf(row.getString("audience")),
                row.getDouble("confidence"),
                Optional.ofNullable(row.getJsonObject("details")).orElseGet(JsonObject::new));
    }

    private static Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
