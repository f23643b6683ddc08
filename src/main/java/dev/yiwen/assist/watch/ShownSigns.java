package dev.yiwen.assist.watch;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.TalkSign;
import dev.yiwen.conversation.TalkSigns;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What stands on agents' cards, for those who look after all of them. */
@Singleton
final class ShownSigns implements TalkSigns {
    private static final int LONGEST = 160;

    /** A grave one that the agent dismissed stays until a supervisor has taken note of it. */
    private static final String CARDS = """
            select latest.conversation_id, s.id, s.kind, s.title, s.text, s.details, s.made_at, by.name as acknowledged_by
            from (select distinct on (conversation_id, lane) * from suggestion_set
              where conversation_id = any($1) and lane in ('WATCH', 'STEP')
              order by conversation_id, lane, for_seq desc) latest
            cross join lateral unnest(latest.suggestions) with ordinality as shown (id, place)
            join suggestion s on s.id = shown.id
            left join warning_acknowledged a on a.suggestion_id = s.id
            left join staff by on by.id = a.staff_id
            where not exists (select from suggestion_use u where u.suggestion_id = s.id and u.how = 'dismiss')
              or s.details ->> 'severity' = 'grave' and a.suggestion_id is null
            order by latest.conversation_id, s.made_at desc, shown.place
            """;

    private static final String MOODS = """
            select of.id as conversation_id, m.anger::float8 as anger, m.voice::float8 as voice
            from unnest($1::uuid[]) as of (id)
            cross join lateral (
              select * from talk_mood where conversation_id = of.id order by seq desc limit 12) m
            order by of.id, m.seq
            """;

    private final Pool database;

    ShownSigns(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<Map<ConversationId, TalkSign>> of(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var ids = Tuple.of(conversations.stream().map(ConversationId::value).toArray(UUID[]::new));
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(CARDS).execute(ids).map(ShownSigns::byConversation),
                        database.preparedQuery(MOODS).execute(ids).map(ShownSigns::byConversation))
                .with(ShownSigns::signs);
    }

    private static Map<ConversationId, List<Row>> byConversation(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(row -> ConversationId.of(row.getUUID("conversation_id"))));
    }

    private static Map<ConversationId, TalkSign> signs(
            Map<ConversationId, List<Row>> cards, Map<ConversationId, List<Row>> moods) {
        var signs = new HashMap<ConversationId, TalkSign>();
        moods.forEach((id, rows) -> signs.put(id, sign(cards.getOrDefault(id, List.of()), rows)));
        cards.forEach((id, rows) -> signs.putIfAbsent(id, sign(rows, List.of())));
        return signs;
    }

    private static TalkSign sign(List<Row> cards, List<Row> moods) {
        return new TalkSign(
                moods.stream()
                        .map(row -> new TalkSign.Mood(row.getDouble("anger"), row.getDouble("voice")))
                        .toList(),
                cards.stream()
                        .filter(row -> "step".equals(row.getString("kind")))
                        .flatMap(row -> step(row).stream())
                        .findFirst()
                        .orElse(null),
                cards.stream()
                        .filter(row -> "warning".equals(row.getString("kind")))
                        .map(ShownSigns::alert)
                        .toList());
    }

    private static TalkSign.Alert alert(Row row) {
        var details = details(row);
        return new TalkSign.Alert(
                row.getUUID("id"),
                details.getString("warning", ""),
                WarningCards.isGrave(details),
                beginning(details.getString("said")),
                beginning(details.getString("should")),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getString("acknowledged_by"));
    }

    /** Empty while the agent is asked which procedure it is. */
    private static Optional<TalkSign.Step> step(Row row) {
        var details = details(row);
        var steps = objects(details.getJsonArray("steps", new JsonArray()));
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var next = details.getInteger("next");
        return Optional.of(new TalkSign.Step(
                row.getString("title"),
                (int) steps.stream().filter(it -> it.getBoolean("done", false)).count(),
                steps.size(),
                next,
                steps.stream()
                        .filter(it -> Objects.equals(it.getInteger("n"), next))
                        .map(it -> it.getString("stage"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                row.getString("text")));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream()
                .map(it -> it instanceof Map<?, ?> map ? JsonObject.mapFrom(map) : (JsonObject) it)
                .toList();
    }

    private static JsonObject details(Row row) {
        return Optional.ofNullable(row.getJsonObject("details")).orElseGet(JsonObject::new);
    }

    private static String beginning(@Nullable String text) {
        return Optional.ofNullable(Masked.beginning(text, LONGEST)).orElse("");
    }
}
