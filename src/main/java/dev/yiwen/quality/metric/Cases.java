package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The conversations behind a figure, newest first. */
@Singleton
class Cases {
    private static final String LIST = """
            select f.conversation_id, f.opened_at, f.closed_at, f.channel, f.topic, f.region, s.name as agent, f.article, f.product, f.tier, f.waited_ms, f.answered,
              f.handled_ms, f.score, f.repeats, f.followed, %s as hit
            from conversation_fact f left join staff s on s.id = f.agent_id
            where %s and %s and %s
            order by f.hour desc, f.conversation_id desc limit $%d
            """;

    /** Where the index goes on; a condition only where there is one, or all pages before would be read again. */
    private static final String AFTER =
            " and (f.hour, f.conversation_id) < (select hour, conversation_id from conversation_fact where conversation_id = $%d)";

    private final Pool database;

    Cases(Pool database) {
        this.database = database;
    }

    /** Whether a case counts for the numerator of a share, or against it. */
    enum Which {
        ALL,
        HIT,
        MISS
    }

    /**
     * @param hit whether it counts for the numerator
     * @param waitedMs before somebody came, or the customer went; absent when nobody was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(
            ConversationId conversationId,
            Instant openedAt,
            @Nullable Instant closedAt,
            String channel,
            @Nullable String topic,
            @Nullable String region,
            @Nullable String agent,
            @Nullable String article,
            @Nullable String product,
            @Nullable Integer tier,
            @Nullable Long waitedMs,
            boolean answered,
            @Nullable Long handledMs,
            @Nullable Integer score,
            boolean repeats,
            boolean followed,
            boolean hit) {}

    /** @param next what to ask for with {@code after}; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Case> conversations, @Nullable String next) {}

    /** @param way of a journey, {@code BOT>QUEUE}: those that went there from there, one after the other */
    Uni<Page> page(
            Metric metric,
            Asked asked,
            Which which,
            @Nullable String hour,
            @Nullable String way,
            @Nullable String after,
            int size) {
        return list(metric, asked, which, hour, way, place(after), size + 1).map(found -> {
            var shown = found.subList(0, Math.min(size, found.size()));
            return new Page(
                    shown,
                    found.size() > size
                            ? shown.getLast().conversationId().value().toString()
                            : null);
        });
    }

    Uni<List<Case>> all(
            Metric metric, Asked asked, Which which, @Nullable String hour, @Nullable String way, int most) {
        return list(metric, asked, which, hour, way, null, most);
    }

    private Uni<List<Case>> list(
            Metric metric,
            Asked asked,
            Which which,
            @Nullable String hour,
            @Nullable String way,
            @Nullable UUID after,
            int limit) {
        var parameters = asked.parameters();
        var own = which == Which.ALL ? "true" : which == Which.HIT ? metric.hit() : "not (" + metric.hit() + ")";
        if (hour != null) {
            parameters.addString(hour);
            own += " and " + By.HOUR.key(dev.yiwen.shared.HomeZone.id().getId()).replace("(hour", "(f.hour") + " = $"
                    + parameters.size();
        }
        if (way != null) {
            parameters.addString(">" + way + ">");
            own += " and strpos(" + Journey.PATH + ", $" + parameters.size() + ") > 0";
        }
        if (after != null) {
            own += AFTER.formatted(parameters.addUUID(after).size());
        }
        int last = parameters.addInteger(limit).size();
        return database.preparedQuery(LIST.formatted(metric.hit(), asked.facts(), metric.condition(), own, last))
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Cases::of)
                        .toList());
    }

    private static @Nullable UUID place(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "\"after\" is not the end of a page.");
        }
    }

    private static Case of(Row row) {
        var closed = row.getOffsetDateTime("closed_at");
        var score = row.getShort("score");
        return new Case(
                ConversationId.of(row.getUUID("conversation_id")),
                row.getOffsetDateTime("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("channel"),
                row.getString("topic"),
                row.getString("region"),
                row.getString("agent"),
                row.getString("article"),
                row.getString("product"),
                row.getInteger("tier"),
                row.getLong("waited_ms"),
                row.getBoolean("answered"),
                row.getLong("handled_ms"),
                score == null ? null : (int) score,
                row.getBoolean("repeats"),
                row.getBoolean("followed"),
                row.getBoolean("hit"));
    }
}
