package dev.yiwen.command.example;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Source;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes invented conversations as the features would have written them. All that is written can be told by its names and ids. */
final class ExampleRows {
    /** What the host application's ids of all invented customers begin with. */
    static final String CUSTOMERS = "example-data:";

    static final UUID INCIDENT = id("incident");
    private static final Duration COMPLAINT_DUE = Duration.ofHours(24);
    private static final List<String> AGENT_NAMES = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑");

    private static final String STAFF = """
            insert into staff (id, login, name, password_hash, roles, active, must_change_password)
            values ($1, $2, $3, '', '{AGENT}', false, true) on conflict (id) do nothing
            """;
    private static final String CUSTOMER = """
            insert into customer (id, external_id, name, tags, tier, created_at) values ($1, $2, $3, '{示例数据}', $4, $5)
            """;
    private static final String REGION = """
            insert into customer_region (customer_id, region, source) values ($1, $2, 'PROFILE')
            """;
    private static final String TALK = """
            insert into conversation (id, customer_id, channel, owner, epoch, last_seq, opened_at, closed_at)
            values ($1, $2, $3, 'nobody', $4, $5, $6, $7)
            """;
    private static final String MESSAGE = """
            insert into message (conversation_id, seq, author, staff_id, body, at) values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String HANDOFF = """
            insert into handoff (conversation_id, epoch, reason, priority, requested_at, rank_at, agent_id, assigned_at, ended_at,
              disposition, category)
            values ($1, 1, $2, 50, $3, $3, $4, $5, $6, $7, $8)
            """;
    private static final String RATING = """
            insert into satisfaction (conversation_id, agent_id, score, comment, at) values ($1, $2, $3, nullif($4, ''), $5)
            """;
    private static final String VERDICT =
            "insert into feedback (conversation_id, seq, helpful, at) values ($1, 2, $2, $3)";
    private static final String TICKET = """
            with t as (
              insert into ticket (id, kind, title, details, state, customer_id, conversation_id, opened_at, resolved_at, resolution)
              values ($1, 'COMPLAINT', $2, '示例数据', 'RESOLVED', $3, $4, $5, $6, '已回复客户') returning id),
            s as (
              insert into ticket_step (ticket_id, step, warn_at, due_at, met_at, overdue_at)
              select id, 'first', $7::timestamptz - interval '15 minutes', $7,
                $6, case when $6::timestamptz > $7::timestamptz then $7::timestamptz end from t)
            insert into ticket_event (ticket_id, at, what, step)
            select $1, at, what, 'first' from (values ($6::timestamptz, 'RESOLVED'), ($7::timestamptz, 'OVERDUE')) e (at, what)
            where what = 'RESOLVED' or $6::timestamptz > $7::timestamptz
            """;
    private static final String OUTAGE = """
            with i as (
              insert into incident (id, level, cause, regions, products, words, not_words, articles, banner, drill, declared_at, declared_by,
                recovered_at, ended_at, swept)
              values ($1, 1, '示例：广东部分地区基站故障', '{广东省}', '{}', '{没信号,上不了网}', '{}', '{}', true, false, $2, '示例数据', $3, $3, 1)
              returning id)
            insert into incident_event (incident_id, kind, at, by)
            select id, kind, at, '示例数据' from i, (values ('DECLARED', $2::timestamptz), ('RECOVERED', $3::timestamptz)) e (kind, at)
            """;

    private final ExampleQuarter quarter;

    ExampleRows(ExampleQuarter quarter) {
        this.quarter = quarter;
    }

    static UUID agent(int number) {
        return id("agent " + number);
    }

    private static UUID customer(int number) {
        return id("customer " + number);
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(("yiwen example data " + of).getBytes(StandardCharsets.UTF_8));
    }

    /** In one transaction: all or nothing. */
    Uni<Void> write(
            Pool database,
            List<ExampleTalk> talks,
            Instant outageFrom,
            Instant outageTo,
            int batch,
            Runnable progress) {
        return database.withTransaction(open -> batch(open, STAFF, staff())
                .chain(() -> batch(open, CUSTOMER, customers(talks.getFirst().opened())))
                .chain(() -> batch(open, REGION, regions()))
                .chain(() -> open.preparedQuery(OUTAGE).execute(Tuple.of(INCIDENT, at(outageFrom), at(outageTo))))
                .chain(() -> Multi.createFrom()
                        .range(0, talks.size())
                        .group()
                        .intoLists()
                        .of(batch)
                        .onItem()
                        .transformToUniAndConcatenate(
                                some -> talks(open, talks, some).invoke(progress))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private static List<Tuple> staff() {
        return IntStream.range(0, ExampleQuarter.AGENTS)
                .mapToObj(i -> Tuple.of(agent(i), "example-agent-" + (i + 1), "示例坐席" + AGENT_NAMES.get(i)))
                .toList();
    }

    private List<Tuple> customers(Instant since) {
        return IntStream.range(0, quarter.customers())
                .mapToObj(i -> Tuple.of(
                        customer(i),
                        CUSTOMERS + i,
                        "示例客户%04d".formatted(i + 1),
                        i % 20 == 0 ? 2 : i % 5 == 0 ? 1 : 0,
                        at(since)))
                .toList();
    }

    private List<Tuple> regions() {
        return IntStream.range(0, quarter.customers())
                .mapToObj(i -> Tuple.of(customer(i), ExampleQuarter.region(i)))
                .toList();
    }

    private Uni<Void> talks(SqlConnection open, List<ExampleTalk> all, List<Integer> some) {
        var talks = new ArrayList<Tuple>();
        var messages = new ArrayList<Tuple>();
        var handoffs = new ArrayList<Tuple>();
        var ratings = new ArrayList<Tuple>();
        var verdicts = new ArrayList<Tuple>();
        var tickets = new ArrayList<Tuple>();
        for (int number : some) {
            var it = all.get(number);
            var id = id("conversation " + number);
            var served = it.served();
            var agent = served == null || served.agent() == null ? null : agent(served.agent());
            talks.add(Tuple.tuple()
                    .addUUID(id)
                    .addUUID(customer(it.customer()))
                    .addString(it.channel())
                    .addInteger(served == null ? 0 : 1)
                    .addLong((long) it.lines().size())
                    .addOffsetDateTime(at(it.opened()))
                    .addOffsetDateTime(at(it.closed())));
            for (int i = 0; i < it.lines().size(); i++) {
                messages.add(message(id, i + 1, it, agent));
            }
            if (served != null) {
                handoffs.add(handoff(id, it, served, agent));
            }
            var rated = it.rated();
            if (rated != null) {
                ratings.add(Tuple.of(id, agent, rated.score(), rated.comment(), at(it.closed())));
            }
            if (it.helpful() != null) {
                verdicts.add(Tuple.of(id, it.helpful(), at(it.closed())));
            }
            if (it.complaint()) {
                tickets.add(ticket(number, id, it));
            }
        }
        return batch(open, TALK, talks)
                .chain(() -> batch(open, MESSAGE, messages))
                .chain(() -> batch(open, HANDOFF, handoffs))
                .chain(() -> batch(open, RATING, ratings))
                .chain(() -> batch(open, VERDICT, verdicts))
                .chain(() -> batch(open, TICKET, tickets));
    }

    private static Tuple message(UUID talk, int seq, ExampleTalk it, @org.jspecify.annotations.Nullable UUID agent) {
        var line = it.lines().get(seq - 1);
        boolean bot = line.author().equals("bot");
        var article = it.article();
        Body body = bot
                ? new Body.Answer(
                        line.text(),
                        List.of(new Source(article.slug(), article.question(), article.revision())),
                        .9,
                        List.of())
                : new Body.Text(line.text());
        return Tuple.tuple()
                .addUUID(talk)
                .addLong((long) seq)
                .addString(line.author())
                .addUUID(line.author().equals("agent") ? agent : null)
                .addValue(Json.decodeValue(Json.encode(body)))
                .addOffsetDateTime(at(line.at()));
    }

    private static Tuple handoff(
            UUID talk, ExampleTalk it, ExampleTalk.Served served, @org.jspecify.annotations.Nullable UUID agent) {
        var reason = new JsonObject()
                .put("code", served.reason())
                .put("words", "示例数据")
                .put("evidence", new JsonArray());
        var assigned = served.assigned();
        return Tuple.tuple()
                .addUUID(talk)
                .addValue(reason)
                .addOffsetDateTime(at(served.requested()))
                .addUUID(agent)
                .addOffsetDateTime(assigned == null ? null : at(assigned))
                .addOffsetDateTime(at(it.closed()))
                .addString(agent == null ? null : served.disposition())
                .addString(agent == null ? null : it.article().topic());
    }

    private static Tuple ticket(int number, UUID talk, ExampleTalk it) {
        var due = it.opened().plus(COMPLAINT_DUE);
        // One in seven is late.
        var resolved = number % 7 == 0 ? due.plus(Duration.ofHours(5)) : due.minus(Duration.ofHours(6));
        return Tuple.tuple()
                .addUUID(id("ticket " + number))
                .addString("示例投诉：" + it.article().question())
                .addUUID(customer(it.customer()))
                .addUUID(talk)
                .addOffsetDateTime(at(it.opened()))
                .addOffsetDateTime(at(resolved))
                .addOffsetDateTime(at(due));
    }

    private static Uni<Void> batch(SqlConnection open, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : open.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
