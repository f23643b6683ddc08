package dev.yiwen.quality.alarm;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.shared.Letter;
import dev.yiwen.shared.Mail;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes of what has rung to the addresses of its rule, once. What is not taken is tried again each minute of an hour. */
@Singleton
class AlarmMail {
    private static final Logger LOG = Logger.getLogger(AlarmMail.class);
    private static final String UNSENT =
            "where a.closed_at is null and a.mailed_at is null and a.opened_at > now() - interval '1 hour'";

    private final Pool database;
    private final AlarmStore store;
    private final Mail mail;
    private final PublicAddress address;
    private final Messages messages;

    AlarmMail(Pool database, AlarmStore store, Mail mail, PublicAddress address, Messages messages) {
        this.database = database;
        this.store = store;
        this.mail = mail;
        this.address = address;
        this.messages = messages;
    }

    boolean configured() {
        return mail.configured();
    }

    Uni<Void> send(List<AlarmStore.Setting> settings) {
        if (!mail.configured() || settings.stream().allMatch(it -> it.emails().isEmpty())) {
            return Uni.createFrom().voidItem();
        }
        return store.list(UNSENT)
                .onItem()
                .transformToMulti(it -> Multi.createFrom().iterable(it))
                .onItem()
                .transformToUniAndConcatenate(it -> send(it, settings))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(Alarm alarm, List<AlarmStore.Setting> settings) {
        var to = settings.stream()
                .filter(it -> it.rule() == alarm.rule())
                .flatMap(it -> it.emails().stream())
                .toList();
        if (to.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return mail.send(letter(alarm, to))
                .chain(() -> database.preparedQuery("update alarm set mailed_at = now() where id = $1")
                        .execute(Tuple.of(alarm.id())))
                .replaceWithVoid()
                .onFailure()
                .invoke(e -> LOG.warnf("An alarm was not mailed: %s", e.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private Letter letter(Alarm alarm, List<String> to) {
        var language = Locale.SIMPLIFIED_CHINESE;
        var facts = Map.of(
                "rule",
                        messages.text(
                                language, "quality.alarm." + alarm.rule().name().toLowerCase(Locale.ROOT), Map.of()),
                "where", where(alarm),
                "count", Long.toString(alarm.count()),
                "expected", alarm.expected() == null ? "" : "%.1f".formatted(alarm.expected()),
                "day", alarm.day().toString(),
                "page", address.configured().map(home -> home + "/alarms").orElse("/alarms"));
        return new Letter(
                to,
                messages.text(language, "quality.alarm.subject", facts),
                messages.text(
                        language, alarm.expected() == null ? "quality.alarm.threshold" : "quality.alarm.surge", facts),
                List.of());
    }

    private static String where(Alarm alarm) {
        var topic = alarm.topicName() == null ? alarm.topic() : alarm.topicName();
        return List.of(topic, alarm.region()).stream()
                .filter(it -> !it.isEmpty())
                .reduce("", (a, b) -> a + " · " + b);
    }
}
