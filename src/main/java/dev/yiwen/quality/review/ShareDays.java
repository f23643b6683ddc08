package dev.yiwen.quality.review;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads shares by the day from the facts, and which conversations they are made of. */
@Singleton
public class ShareDays {
    private static final String FROM =
            "from conversation_fact f left join satisfaction_estimate e on e.conversation_id = f.conversation_id";

    private static final String ALL = """
            select (f.hour at time zone '%s')::date as day, f.topic, f.region,
              grouping(f.topic) as of_all_topics, grouping(f.region) as of_all_regions,
              count(*)::integer as n, (count(*) filter (where %s))::integer as hits
            %s where f.hour >= $1 and f.hour < $2 and %s
            group by grouping sets ((1), (1, f.topic), (1, f.region), (1, f.topic, f.region))
            """;

    private static final String ONE = """
            select (f.hour at time zone '%s')::date as day, count(*)::integer as n, (count(*) filter (where %s))::integer as hits
            %s where f.hour >= $1 and f.hour < $2 and %s and ($3 = '' or f.topic = $3) and ($4 = '' or f.region = $4)
            group by 1 order by 1
            """;

    private static final String CASES = """
            select f.conversation_id, f.opened_at, f.channel
            %s where f.hour >= $1 and f.hour < $2 and %s and ($3 = '' or f.topic = $3) and ($4 = '' or f.region = $4)
            order by f.hour desc, f.conversation_id desc limit 200
            """;

    private final Pool database;

    ShareDays(Pool database) {
        this.database = database;
    }

    /** A conversation of which it is true. */
    record Hit(ConversationId conversationId, Instant openedAt, String channel) {}

    /** Of each stream that had any, the days of it on which it had. */
    public Uni<Map<ShareStream, List<ShareDay>>> all(Share share, LocalDate from, LocalDate to) {
        return database.preparedQuery(ALL.formatted(HomeZone.id().getId(), share.hit(), FROM, share.counted()))
                .execute(range(from, to))
                .map(rows -> {
                    var streams = new HashMap<ShareStream, List<ShareDay>>();
                    for (var row : rows) {
                        boolean allTopics = row.getInteger("of_all_topics") == 1;
                        boolean allRegions = row.getInteger("of_all_regions") == 1;
                        var topic = allTopics ? "" : row.getString("topic");
                        var region = allRegions ? "" : row.getString("region");
                        // What is not known is no place of its own.
                        if (topic == null
                                || region == null
                                || topic.isEmpty() != allTopics
                                || region.isEmpty() != allRegions) {
                            continue;
                        }
                        streams.computeIfAbsent(new ShareStream(share, topic, region), key -> new ArrayList<>())
                                .add(new ShareDay(
                                        row.getLocalDate("day"), row.getInteger("n"), row.getInteger("hits")));
                    }
                    return streams;
                });
    }

    Uni<List<ShareDay>> of(ShareStream stream, LocalDate from, LocalDate to) {
        var share = stream.share();
        return database.preparedQuery(ONE.formatted(HomeZone.id().getId(), share.hit(), FROM, share.counted()))
                .execute(range(from, to).addString(stream.topic()).addString(stream.region()))
                .map(rows -> rows.stream()
                        .map(row -> new ShareDay(row.getLocalDate("day"), row.getInteger("n"), row.getInteger("hits")))
                        .toList());
    }

    /** The newest 200. */
    Uni<List<Hit>> hits(ShareStream stream, LocalDate from, LocalDate to) {
        return database.preparedQuery(CASES.formatted(FROM, stream.share().hit()))
                .execute(range(from, to).addString(stream.topic()).addString(stream.region()))
                .map(rows -> rows.stream()
                        .map(row -> new Hit(
                                ConversationId.of(row.getUUID("conversation_id")),
                                row.getOffsetDateTime("opened_at").toInstant(),
                                row.getString("channel")))
                        .toList());
    }

    private static Tuple range(LocalDate from, LocalDate to) {
        return Tuple.of(midnight(from), midnight(to.plusDays(1)));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HomeZone.id()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
