package dev.yiwen.quality.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rules, and what rang by them. */
@Singleton
class AlarmStore {
    private static final String LIST = """
            select a.*, t.name as topic_name, ack.name as acknowledger, c.name as closer
            from alarm a left join topic t on t.id = a.topic left join staff ack on ack.id = a.acknowledged_by
            left join staff c on c.id = a.closed_by
            """;

    /** Again the same: it is told once, and says what it is now. */
    private static final String RING = """
            insert into alarm (id, rule, topic, region, kind, day, count, expected, tail, also)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
            where not exists (select from alarm_mute m where m.rule = $2 and m.topic = $3 and m.region = $4 and m.until > now())
            on conflict (rule, topic, region) where closed_at is null do update
              set day = excluded.day, count = excluded.count, expected = excluded.expected, tail = excluded.tail, also = excluded.also,
                reached_at = now()
            """;

    private final Pool database;

    AlarmStore(Pool database) {
        this.database = database;
    }

    /**
     * A rule as it is set.
     *
     * @param threshold absent of those that are compared with what was to be expected
     * @param least conversations of a day from which on its share says something; of shares alone
     * @param emails to whom what rings is written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setting(
            AlarmRule rule,
            boolean active,
            @Nullable Integer threshold,
            @Nullable Integer least,
            List<String> emails) {}

    Uni<List<Setting>> settings() {
        return database.query("select rule, active, threshold, least, emails from alarm_rule")
                .execute()
                .map(rows -> {
                    var set = StreamSupport.stream(rows.spliterator(), false).toList();
                    return Stream.of(AlarmRule.values())
                            .map(rule -> set.stream()
                                    .filter(row -> row.getString("rule").equals(rule.name()))
                                    .findFirst()
                                    .map(row -> setting(rule, row))
                                    .orElse(new Setting(rule, false, rule.threshold(), least(rule, null), List.of())))
                            .toList();
                });
    }

    private static Setting setting(AlarmRule rule, Row row) {
        var threshold = row.getInteger("threshold");
        return new Setting(
                rule,
                row.getBoolean("active"),
                rule.threshold() == null || threshold != null ? threshold : rule.threshold(),
                least(rule, row.getInteger("least")),
                List.of(row.getArrayOfStrings("emails")));
    }

    private static @Nullable Integer least(AlarmRule rule, @Nullable Integer set) {
        return rule.kind() != AlarmRule.Kind.SHARE || set != null ? set : Integer.valueOf(AlarmRule.LEAST);
    }

    Uni<Void> set(Setting setting, StaffId by) {
        return database.preparedQuery("""
                        insert into alarm_rule (rule, active, threshold, emails, by, least) values ($1, $2, $3, $4, $5, $6)
                        on conflict (rule) do update set active = excluded.active, threshold = excluded.threshold,
                          emails = excluded.emails, by = excluded.by, least = excluded.least, at = now()
                        """)
                .execute(Tuple.of(
                        setting.rule().name(),
                        setting.active(),
                        setting.threshold(),
                        setting.emails().toArray(String[]::new),
                        by.value(),
                        setting.least()))
                // What rang by another threshold rings anew by this one, or is over.
                .chain(() -> closeByItself(
                        "kind = 'THRESHOLD' and rule = $1", setting.rule().name(), database));
    }

    /** Open ones first, then what is over, of 90 days. */
    Uni<List<Alarm>> all() {
        return list("""
                where a.closed_at is null or a.opened_at > now() - interval '90 days'
                order by a.closed_at is not null, a.opened_at desc limit 500
                """);
    }

    Uni<List<Alarm>> open() {
        return list("where a.closed_at is null order by a.opened_at desc");
    }

    private Uni<List<Alarm>> list(String which) {
        return database.query(LIST + which)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AlarmStore::alarm)
                        .toList());
    }

    /** Fails with {@code NOT_FOUND}. */
    Uni<Alarm> one(UUID id) {
        return database.preparedQuery(LIST + "where a.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such alarm.");
                    }
                    return alarm(rows.iterator().next());
                });
    }

    Uni<Void> ring(SqlClient open, Ringing it) {
        return open.preparedQuery(RING)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(it.stream().rule().name())
                        .addString(it.stream().topic())
                        .addString(it.stream().region())
                        .addString(it.kind().name())
                        .addLocalDate(it.day())
                        .addLong(it.count())
                        .addDouble(it.expected())
                        .addDouble(it.tail())
                        .addArrayOfString(
                                it.also().stream().map(AlarmStream::word).toArray(String[]::new)))
                .replaceWithVoid();
    }

    Uni<Alarm> acknowledge(UUID id, StaffId by) {
        return change(
                "acknowledged_at = coalesce(acknowledged_at, now()), acknowledged_by = coalesce(acknowledged_by, $2)",
                id,
                by);
    }

    Uni<Alarm> close(UUID id, StaffId by) {
        return change("closed_at = now(), closed_by = $2", id, by);
    }

    private Uni<Alarm> change(String set, UUID id, StaffId by) {
        return database.preparedQuery("update alarm set " + set + " where id = $1 and closed_at is null")
                .execute(Tuple.of(id, by.value()))
                .chain(() -> one(id));
    }

    /** Undoes a closing; unless it has rung anew meanwhile, which is then the open one. */
    Uni<Alarm> reopen(UUID id) {
        return database.preparedQuery("""
                        update alarm a set closed_at = null, closed_by = null where id = $1 and not exists (
                          select from alarm o where o.rule = a.rule and o.topic = a.topic and o.region = a.region and o.closed_at is null)
                        """).execute(Tuple.of(id)).chain(() -> one(id));
    }

    /** @param until null: it may ring again */
    Uni<Void> mute(Alarm alarm, @Nullable Instant until, StaffId by) {
        var key = Tuple.of(alarm.rule().name(), alarm.topic(), alarm.region());
        return until == null
                ? database.preparedQuery("delete from alarm_mute where rule = $1 and topic = $2 and region = $3")
                        .execute(key)
                        .replaceWithVoid()
                : database.preparedQuery("""
                                insert into alarm_mute (rule, topic, region, until, by) values ($1, $2, $3, $4, $5)
                                on conflict (rule, topic, region) do update set until = excluded.until, by = excluded.by, at = now()
                                """)
                        .execute(key.addOffsetDateTime(until.atOffset(ZoneOffset.UTC))
                                .addUUID(by.value()))
                        .replaceWithVoid();
    }

    /** A threshold that has not been reached for a while: what goes up and down around it rings once. */
    Uni<Void> over(AlarmRule rule) {
        return closeByItself("rule = $1 and reached_at < now() - interval '10 minutes'", rule.name(), database);
    }

    /** Whoever never closed a surge is told of the next one. */
    Uni<Void> forget(SqlClient open, LocalDate before) {
        return closeByItself("kind <> 'THRESHOLD' and day < $1", before, open);
    }

    private static Uni<Void> closeByItself(String which, Object parameter, SqlClient open) {
        return open.preparedQuery("update alarm set closed_at = now() where closed_at is null and " + which)
                .execute(Tuple.of(parameter))
                .replaceWithVoid();
    }

    private static Alarm alarm(Row row) {
        return new Alarm(
                row.getUUID("id"),
                AlarmRule.valueOf(row.getString("rule")),
                row.getString("topic"),
                row.getString("topic_name"),
                row.getString("region"),
                row.getString("kind"),
                row.getLocalDate("day"),
                row.getLong("count"),
                row.getDouble("expected"),
                List.of(row.getArrayOfStrings("also")),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("acknowledged_at")),
                row.getString("acknowledger"),
                instant(row.getOffsetDateTime("closed_at")),
                row.getString("closer"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
