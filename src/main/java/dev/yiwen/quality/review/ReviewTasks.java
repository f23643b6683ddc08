package dev.yiwen.quality.review;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens review tasks. */
@Singleton
public class ReviewTasks {
    private static final String SAME = """
            select id from review_task where ended_at is null and (source = $1 and source_id = $2
              or $1 = 'ALARM' and share = $3 and topic = $4 and region = $5) order by opened_at desc limit 1
            """;

    private static final String OPEN = """
            insert into review_task (id, source, source_id, title, share, topic, region, seen_from, seen_to, seen, above, opened_by)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
            """;

    /** A stream has one open task; one that was ended is opened anew by days after it, and one that was cancelled rests for a month. */
    private static final String UNLESS_KNOWN = """
            where not exists (select from review_task t where t.share = $5 and t.topic = $6 and t.region = $7
              and (t.ended_at is null or t.ended_at >= $13 or t.state = 'CANCELLED' and t.ended_at > now() - interval '30 days'))
            on conflict (share, topic, region) where source = 'RULE' and ended_at is null do nothing
            """;

    private final Pool database;
    private final ShareDays days;
    private final AuditLog log;

    ReviewTasks(Pool database, ShareDays days, AuditLog log) {
        this.database = database;
        this.days = days;
        this.log = log;
    }

    /** By a rule, with what was seen on its days; unless there is one of that stream. */
    public Uni<Void> open(SqlClient open, HighShare found, int above) {
        var stream = found.stream();
        var first = found.days().getFirst().day();
        var opening = new ReviewOpening(
                ReviewOpening.Source.RULE,
                null,
                "",
                stream.share(),
                stream.topic(),
                stream.region(),
                first,
                found.days().getLast().day(),
                null);
        var id = Ids.next();
        return open.preparedQuery(OPEN + UNLESS_KNOWN)
                .execute(values(id, opening, found.days(), above)
                        .addOffsetDateTime(
                                first.atStartOfDay(HomeZone.id()).toInstant().atOffset(ZoneOffset.UTC)))
                .chain(done -> done.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : ReviewHistory.write(open, id, null, ReviewEvent.OPENED, ReviewState.OPEN, ""));
    }

    /** By somebody; again of the same alarm or cluster the same one, and of an alarm that of its share. */
    public Uni<UUID> open(ReviewOpening opening) {
        return database.preparedQuery(SAME)
                .execute(Tuple.of(
                        opening.source().name(),
                        opening.sourceId(),
                        opening.share() == null ? null : opening.share().name(),
                        opening.topic(),
                        opening.region()))
                .chain(same -> same.size() > 0
                        ? Uni.createFrom().item(same.iterator().next().getUUID("id"))
                        : seen(opening).chain(seen -> made(opening, seen)));
    }

    private Uni<List<ShareDay>> seen(ReviewOpening opening) {
        return opening.streams().isEmpty()
                ? Uni.createFrom().item(List.of())
                : days.of(opening.streams().getFirst(), opening.from(), opening.to());
    }

    private Uni<UUID> made(ReviewOpening opening, List<ShareDay> seen) {
        var id = Ids.next();
        return database.withTransaction(open -> open.preparedQuery(OPEN)
                .execute(values(id, opening, seen, null))
                .chain(() -> ReviewHistory.write(
                        open, id, opening.by(), ReviewEvent.OPENED, ReviewState.OPEN, opening.title()))
                .chain(() -> log.append(
                        open,
                        new AuditEvent(
                                AuditKind.REVIEW_OPENED,
                                opening.by() == null ? null : opening.by().value(),
                                "review:" + id,
                                Map.of("source", opening.source().name()))))
                .replaceWith(id));
    }

    private static Tuple values(UUID id, ReviewOpening opening, List<ShareDay> seen, @Nullable Integer above) {
        return Tuple.tuple()
                .addUUID(id)
                .addString(opening.source().name())
                .addUUID(opening.sourceId())
                .addString(opening.title())
                .addString(opening.share() == null ? null : opening.share().name())
                .addString(opening.topic())
                .addString(opening.region())
                .addLocalDate(opening.from())
                .addLocalDate(opening.to())
                .addJsonArray(json(seen))
                .addInteger(above)
                .addUUID(opening.by() == null ? null : opening.by().value());
    }

    static JsonArray json(List<ShareDay> seen) {
        var days = new JsonArray();
        seen.forEach(it -> days.add(new JsonObject()
                .put("day", it.day().toString())
                .put("n", it.n())
                .put("hits", it.hits())));
        return days;
    }
}
