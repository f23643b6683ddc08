package dev.yiwen.webhook;

import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Tells what is due. A try is claimed for longer than it can last: an instance that dies meanwhile leaves it to the others, so
 * each is told once or, at worst, again with the same id.
 */
@Singleton
final class WebhookOutbox {
    private static final Logger LOG = Logger.getLogger(WebhookOutbox.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int AT_ONCE = 16;

    private static final String CLAIM = """
            update webhook_delivery d set due_at = now() + $1::float8 * interval '1 second', tries = d.tries + 1
            from webhook_endpoint e
            where e.id = d.endpoint_id and d.id in (
              select w.id from webhook_delivery w join webhook_endpoint p on p.id = w.endpoint_id and p.disabled_at is null
              where w.due_at <= now() order by w.due_at limit $2 for update of w skip locked)
            returning d.id, d.endpoint_id, d.payload, d.tries, e.url, e.secret
            """;

    private static final String DONE = """
            with told as (
              update webhook_delivery set due_at = null, tried_at = now(), delivered_at = now(), status = $2, failure = null,
                took_ms = $3, response = $4 where id = $1 returning endpoint_id
            )
            update webhook_endpoint set failing_since = null
            where id in (select endpoint_id from told) and failing_since is not null
            """;

    private static final String FAILED = """
            with told as (
              update webhook_delivery set tried_at = now(), status = $2, took_ms = $3, response = $4, failure = $5,
                due_at = case when $6::float8 is null then null else now() + $6::float8 * interval '1 second' end
              where id = $1 returning endpoint_id
            )
            update webhook_endpoint e set failing_since = coalesce(e.failing_since, now()),
              disabled_at = case when e.failing_since < now() - $7::float8 * interval '1 second' then coalesce(e.disabled_at, now())
                else e.disabled_at end
            where id in (select endpoint_id from told) returning e.id, e.disabled_at is not null as disabled
            """;

    private final Pool pool;
    private final WebhookSender sender;
    private final WebhookConfig config;
    private final Signals signals;

    WebhookOutbox(Pool pool, WebhookSender sender, WebhookConfig config, Signals signals) {
        this.pool = pool;
        this.sender = sender;
        this.config = config;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        signals.listen("webhook", nothing -> look(), this::look);
        rhythm.every(LOOK, this::round);
    }

    private void look() {
        round().subscribe().with(done -> {}, e -> LOG.warn("Other systems could not be told", e));
    }

    /** Until nothing is due any more. */
    Uni<Void> round() {
        return claimed()
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Multi.createFrom()
                                .iterable(due)
                                .onItem()
                                .transformToUni(this::tell)
                                .merge(AT_ONCE)
                                .collect()
                                .asList()
                                .chain(all ->
                                        all.size() < AT_ONCE ? Uni.createFrom().voidItem() : round()));
    }

    private Uni<List<Due>> claimed() {
        double lease = config.timeout().multipliedBy(3).toMillis() / 1000.0;
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(lease, AT_ONCE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WebhookOutbox::due)
                        .toList());
    }

    private record Due(UUID id, UUID endpoint, String payload, int tries, String url, WebhookSecret secret) {}

    private static Due due(Row row) {
        return new Due(
                row.getUUID("id"),
                row.getUUID("endpoint_id"),
                row.getString("payload"),
                row.getInteger("tries"),
                row.getString("url"),
                new WebhookSecret(row.getBuffer("secret").getBytes()));
    }

    private Uni<Void> tell(Due due) {
        return sender.send(due.url(), "msg_" + due.id(), due.payload(), due.secret())
                .chain(answer -> answer.good() ? done(due, answer) : failed(due, answer))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "What became of delivery %s could not be written down", due.id()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> done(Due due, WebhookSender.Answer answer) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(due.id(), answer.status(), answer.tookMs(), answer.body()))
                .replaceWithVoid();
    }

    private Uni<Void> failed(Due due, WebhookSender.Answer answer) {
        var pause = due.tries() >= config.tries() ? null : pause(due.tries()).toMillis() / 1000.0;
        return pool.preparedQuery(FAILED)
                .execute(Tuple.tuple()
                        .addUUID(due.id())
                        .addInteger(answer.status())
                        .addInteger(answer.tookMs())
                        .addString(answer.body())
                        .addString(answer.failure())
                        .addDouble(pause)
                        .addDouble(config.disabledAfter().toMillis() / 1000.0))
                .invoke(rows -> rows.forEach(it -> {
                    if (it.getBoolean("disabled")) {
                        LOG.warnf("Webhook %s is told nothing more: it has failed for too long", it.getUUID("id"));
                    }
                }))
                .replaceWithVoid();
    }

    private Duration pause(int tries) {
        var pause = config.firstPause();
        for (int i = 1; i < tries && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }

    /** Everything that is too old for the log, told or not. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery(
                        "delete from webhook_delivery where created_at < now() - $1::float8 * interval '1 second'")
                .execute(Tuple.of((double) config.kept().toSeconds()))
                .replaceWithVoid();
    }
}
