package dev.yiwen.webhook;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is due. A try is claimed for longer than it can last: an instance that dies meanwhile leaves it to the others, so
 * each is told once or, at worst, again with the same id.
 */
@Singleton
final class WebhookOutbox {
    private static final Logger LOG = Logger.getLogger(WebhookOutbox.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int AT_ONCE = 16;
    /** Robots that were told too much in a minute take nothing for some. */
    private static final Duration REST = Duration.ofMinutes(2);

    private static final String CLAIM = """
            update webhook_delivery d set due_at = now() + $1::float8 * interval '1 second', tries = d.tries + 1
            from webhook_endpoint e
            where e.id = d.endpoint_id and d.id in (
              select w.id from webhook_delivery w join webhook_endpoint p on p.id = w.endpoint_id and p.disabled_at is null
              where w.due_at <= now() order by w.due_at limit $2 for update of w skip locked)
            returning d.id, d.payload, d.tries, e.url, e.format, e.secret,
              (select n.name from topic_name n where n.topic = d.payload::jsonb #>> '{data,topic}') as topic
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
    private final RobotWords words;
    private final WebhookConfig config;
    private final Signals signals;

    WebhookOutbox(Pool pool, WebhookSender sender, RobotWords words, WebhookConfig config, Signals signals) {
        this.pool = pool;
        this.sender = sender;
        this.words = words;
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

    private record Due(
            UUID id,
            String payload,
            int tries,
            String url,
            WebhookFormat format,
            WebhookSecret secret,
            @Nullable String topic) {}

    private static Due due(Row row) {
        return new Due(
                row.getUUID("id"),
                row.getString("payload"),
                row.getInteger("tries"),
                row.getString("url"),
                WebhookFormat.valueOf(row.getString("format")),
                new WebhookSecret(row.getBuffer("secret").getBytes()),
                row.getString("topic"));
    }

    private Uni<Void> tell(Due due) {
        return told("msg_" + due.id(), due)
                .chain(answer -> answer.good() ? done(due, answer) : failed(due, answer))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "What became of delivery %s could not be written down", due.id()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<WebhookSender.Answer> told(String id, Due due) {
        var now = Instant.now();
        return due.format() == WebhookFormat.JSON
                ? sender.send(Post.signed(due.url(), id, due.payload(), due.secret(), now))
                : sender.send(Post.toRobot(
                                due.format(), due.url(), words.of(due.payload(), due.topic()), due.secret(), now))
                        .map(WebhookSender.Answer::ofRobot);
    }

    /** Now, and only this once. Fails with {@code NOT_FOUND}. */
    Uni<WebhookSender.Answer> test(UUID endpoint) {
        return pool.preparedQuery("select url, format, secret from webhook_endpoint where id = $1")
                .execute(Tuple.of(endpoint))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such webhook.");
                    }
                    return rows.iterator().next();
                })
                .chain(row -> {
                    var payload = new JsonObject()
                            .put("type", RobotWords.TEST)
                            .put("timestamp", Instant.now().toString())
                            .put("data", new JsonObject())
                            .encode();
                    var id = Ids.next();
                    return told(
                            "msg_" + id,
                            new Due(
                                    id,
                                    payload,
                                    1,
                                    row.getString("url"),
                                    WebhookFormat.valueOf(row.getString("format")),
                                    new WebhookSecret(row.getBuffer("secret").getBytes()),
                                    null));
                });
    }

    private Uni<Void> done(Due due, WebhookSender.Answer answer) {
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(due.id(), answer.status(), answer.tookMs(), answer.body()))
                .replaceWithVoid();
    }

    private Uni<Void> failed(Due due, WebhookSender.Answer answer) {
        var pause = due.tries() >= config.tries()
                ? null
                : pause(due.tries(), answer).toMillis() / 1000.0;
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

    private Duration pause(int tries, WebhookSender.Answer answer) {
        var pause = answer.tooMany() && REST.compareTo(config.firstPause()) > 0 ? REST : config.firstPause();
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
