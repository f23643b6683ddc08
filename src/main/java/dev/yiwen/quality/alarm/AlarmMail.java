package dev.yiwen.quality.alarm;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.shared.InTurn;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Letter;
import dev.yiwen.shared.Mail;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Writes of what has rung to each address of its rule, once. An address that is not taken keeps nobody from theirs, and is tried again
 * each minute of an hour.
 */
@Singleton
class AlarmMail {
    private static final Logger LOG = Logger.getLogger(AlarmMail.class);
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private static final String UNSENT = """
            select a.id, a.rule, a.day, a.count, a.expected, a.region, coalesce(n.name, a.topic) as topic,
              array(select unnest(r.emails) except select unnest(a.mailed)) as to
            from alarm a join alarm_rule r on r.rule = a.rule left join topic_name n on n.topic = a.topic
            where a.closed_at is null and a.opened_at > now() - interval '1 hour' and not r.emails <@ a.mailed
            order by a.opened_at
            """;

    private static final String SENT = "update alarm set mailed = mailed || $2::text where id = $1";

    private final Pool database;
    private final Mail mail;
    private final PublicAddress address;
    private final Messages messages;

    AlarmMail(Pool database, Mail mail, PublicAddress address, Messages messages) {
        this.database = database;
        this.mail = mail;
        this.address = address;
        this.messages = messages;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm, Leader leader) {
        rhythm.every(OFTEN, () -> leader.alone("alarm-mail", this::round));
    }

    boolean configured() {
        return mail.configured();
    }

    Uni<Void> round() {
        return mail.configured()
                ? database.query(UNSENT).execute().chain(alarms -> InTurn.each(alarms, this::send))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> send(Row alarm) {
        return InTurn.each(
                List.of(alarm.getArrayOfStrings("to")),
                to -> mail.send(letter(alarm, to))
                        .chain(() -> database.preparedQuery(SENT).execute(Tuple.of(alarm.getUUID("id"), to)))
                        .onFailure()
                        .invoke(e -> LOG.warnf("An alarm was not mailed: %s", e.toString()))
                        .onFailure()
                        .recoverWithNull());
    }

    private Letter letter(Row alarm, String to) {
        var language = Locale.SIMPLIFIED_CHINESE;
        var expected = alarm.getDouble("expected");
        var rule = messages.text(
                language, "quality.alarm." + alarm.getString("rule").toLowerCase(Locale.ROOT), Map.of());
        var where = Stream.of(alarm.getString("topic"), alarm.getString("region"))
                .filter(it -> !it.isEmpty())
                .map(it -> " · " + it)
                .collect(Collectors.joining());
        var facts = Map.of(
                "rule",
                rule,
                "where",
                where,
                "count",
                alarm.getLong("count").toString(),
                "expected",
                expected == null ? "" : "%.1f".formatted(expected),
                "day",
                alarm.getLocalDate("day").toString(),
                "page",
                address.configured().map(home -> home + "/alarms").orElse("/alarms"));
        return new Letter(
                List.of(to),
                messages.text(language, "quality.alarm.subject", facts),
                messages.text(language, expected == null ? "quality.alarm.threshold" : "quality.alarm.surge", facts),
                List.of());
    }
}
