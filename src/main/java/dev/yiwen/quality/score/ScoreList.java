package dev.yiwen.quality.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds scored conversations, those that ended last first. */
@Singleton
final class ScoreList {
    private static final String LIST = """
            select s.conversation_id, cu.name as customer, s.version, s.compliance, s.experience, s.risk, s.attitude, s.judged,
              s.closed_at,
              array(select distinct f.criterion from score_finding f where f.conversation_id = s.conversation_id
                and f.outcome = 'BROKEN' and f.counted and ($1 = 'all' or f.who = s.who) order by 1) as broken,
              array(select st.name from conversation_score o join staff st on st.id = o.agent_id
                where o.conversation_id = s.conversation_id order by 1) as agents,
              exists (select from conversation_score o where o.conversation_id = s.conversation_id and o.who = 'bot') as bot
            from conversation_score s join conversation c on c.id = s.conversation_id join customer cu on cu.id = c.customer_id
            where %s and ($6::timestamptz is null or (s.closed_at, s.conversation_id) < ($6, $7::uuid))
            order by s.closed_at desc, s.conversation_id desc limit $8
            """.formatted(ScoreQuery.CONDITION);

    private static final String OVERVIEW = """
            select count(*) as n, avg(s.compliance)::float8 as compliance, avg(s.experience)::float8 as experience,
              avg(s.risk)::float8 as risk, avg(s.attitude)::float8 as attitude, avg(s.judged)::float8 as judged
            from conversation_score s where %s
            """.formatted(ScoreQuery.CONDITION);

    private static final String SCORED = """
            select s.id, s.name from staff s
            where exists (select from conversation_score o where o.agent_id = s.id) order by s.name
            """;

    private final Pool database;

    ScoreList(Pool database) {
        this.database = database;
    }

    /** Means of what could be judged; absent where nothing could. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Means(
            long conversations,
            @Nullable Double compliance,
            @Nullable Double experience,
            @Nullable Double risk,
            @Nullable Double attitude,
            @Nullable Double judged) {}

    /** @param broken keys of criteria */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            ConversationId conversationId,
            @Nullable String customer,
            List<String> agents,
            boolean bot,
            int version,
            @Nullable Integer compliance,
            @Nullable Integer experience,
            @Nullable Integer risk,
            @Nullable Double attitude,
            double judged,
            List<String> broken,
            Instant closedAt) {}

    /** @param next where to go on; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(Means means, List<Line> scores, @Nullable String next) {}

    record Person(StaffId id, String name) {}

    Uni<Page> page(ScoreQuery query, @Nullable StaffId own, @Nullable String after, int size) {
        var place = Place.parse(after);
        var list = query.parameters(own)
                .addOffsetDateTime(place.at())
                .addUUID(place.conversation())
                .addInteger(size + 1);
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(OVERVIEW).execute(query.parameters(own)),
                        database.preparedQuery(LIST).execute(list))
                .asTuple()
                .map(both -> {
                    var found = both.getItem2().stream().map(ScoreList::line).toList();
                    var shown = found.subList(0, Math.min(size, found.size()));
                    return new Page(
                            means(both.getItem1().iterator().next()),
                            shown,
                            found.size() > size ? Place.of(shown.getLast()).toString() : null);
                });
    }

    /** Agents of whom there are scores, by name. */
    Uni<List<Person>> scored() {
        return database.query(SCORED)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new Person(StaffId.of(row.getUUID("id")), row.getString("name")))
                        .toList());
    }

    private record Place(
            @Nullable OffsetDateTime at, @Nullable UUID conversation) {
        static Place of(Line last) {
            return new Place(
                    last.closedAt().atOffset(ZoneOffset.UTC),
                    last.conversationId().value());
        }

        static Place parse(@Nullable String text) {
            if (text == null) {
                return new Place(null, null);
            }
            try {
                var parts = text.split("~", 2);
                return new Place(StorableTime.moment(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new Problem(Problem.Kind.INVALID, "\"after\" is not the end of a page.");
            }
        }

        @Override
        public String toString() {
            return at + "~" + conversation;
        }
    }

    private static Means means(Row row) {
        return new Means(
                row.getLong("n"),
                row.getDouble("compliance"),
                row.getDouble("experience"),
                row.getDouble("risk"),
                row.getDouble("attitude"),
                row.getDouble("judged"));
    }

    private static Line line(Row row) {
        return new Line(
                ConversationId.of(row.getUUID("conversation_id")),
                row.getString("customer"),
                List.of(row.getArrayOfStrings("agents")),
                row.getBoolean("bot"),
                row.getInteger("version"),
                row.getInteger("compliance"),
                row.getInteger("experience"),
                row.getInteger("risk"),
                row.getDouble("attitude"),
                row.getDouble("judged"),
                List.of(row.getArrayOfStrings("broken")),
                row.getOffsetDateTime("closed_at").toInstant());
    }
}
