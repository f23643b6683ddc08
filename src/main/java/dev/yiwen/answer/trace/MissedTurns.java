package dev.yiwen.answer.trace;

import dev.yiwen.knowledge.AskedTurns;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads from traces, messages and verdicts what customers asked in vain: a report over other features' rows. */
@Singleton
final class MissedTurns implements AskedTurns {
    /** A wish for a human that follows an answer is no verdict on it when much was said between. */
    private static final String MISSED = """
            with turn as (
              select t.conversation_id, t.in_reply_to, t.at, c.channel, t.trace ->> 'decision' as decision,
                t.trace #>> '{triage,handoff,code}' as handoff,
                (select m.body ->> 'text' from message m
                  where m.conversation_id = t.conversation_id and m.seq = t.in_reply_to and m.author = 'customer') as asked,
                (select f.helpful from feedback f
                  where f.conversation_id = t.conversation_id and f.seq = t.seq) as helpful,
                (select n.trace from turn_trace n
                  where n.conversation_id = t.conversation_id and n.in_reply_to > t.in_reply_to
                  order by n.in_reply_to limit 1) as next
              from turn_trace t join conversation c on c.id = t.conversation_id
              where t.at >= $1 and t.at < $2 and t.trace -> 'candidates' <> '[]'::jsonb
            )
            select *, array(
                select m.body ->> 'text' from message m
                where m.conversation_id = turn.conversation_id and m.seq > turn.in_reply_to and m.author = 'agent'
                order by m.seq limit 5) as replies,
              case
                when decision = 'handoff' then 'NOT_FOUND'
                when decision = 'clarify' and next is not null then 'NOT_FOUND'
                when decision = 'clarify' then 'LEFT'
                when helpful = false then 'NOT_HELPFUL'
                else 'LED_TO_HUMAN'
              end as missed
            from turn
            where asked is not null and (
              decision = 'handoff' and handoff = 'UNANSWERED'
              or decision = 'clarify' and coalesce(next ->> 'decision', '') <> 'answer'
              or decision = 'answer' and (helpful = false
                or next #>> '{triage,handoff,code}' in ('WISH_FOR_HUMAN', 'REPEATED_QUESTION', 'LEGAL_OR_COMPLAINT')
                  and helpful is distinct from true))
            order by at limit $3""";

    /** All of them in one look at the messages. */
    private static final String ANSWERED = """
            select w.slug, count(*) as answered
            from message m
            cross join jsonb_array_elements(m.body -> 'sources') as source
            join unnest($1::text[], $2::timestamptz[]) as w(slug, since)
              on w.slug = source ->> 'article' and m.at >= w.since
            where m.author = 'bot' and m.at >= $3
              and not exists (select from feedback f
                where f.conversation_id = m.conversation_id and f.seq = m.seq and not f.helpful)
            group by 1""";

    private static final String COVERAGE = """
            select (at at time zone $2)::date as day, count(*) as asked,
              count(*) filter (where trace ->> 'decision' = 'answer') as answered
            from turn_trace
            where at >= $1 and trace -> 'candidates' <> '[]'::jsonb
              and (trace ->> 'decision' in ('answer', 'clarify')
                or trace ->> 'decision' = 'handoff' and trace #>> '{triage,handoff,code}' = 'UNANSWERED')
            group by 1 order by 1""";

    private static final String RECENT = """
            select asked, count(*) as times from (
              select t.at, (select m.body ->> 'text' from message m
                  where m.conversation_id = t.conversation_id and m.seq = t.in_reply_to and m.author = 'customer') as asked
              from turn_trace t
              where t.at >= now() - interval '90 days' and t.trace -> 'candidates' <> '[]'::jsonb
                and t.trace #>> '{understood,as}' = 'plain') turn
            where asked is not null and length(asked) between 2 and 200
            group by asked order by max(at) desc, asked offset $1 limit $2""";

    /** What is longer is a story, which needs a person rather than an article. */
    private static final int LONGEST = 200;

    private static final int LONGEST_REPLY = 1000;

    private final Pool database;
    private final Traces traces;

    MissedTurns(Pool database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public Uni<List<Turn>> missed(Instant from, Instant until, int limit) {
        return traces.written()
                .chain(() -> database.preparedQuery(MISSED).execute(Tuple.of(utc(from), utc(until), limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .flatMap(row -> turn(row).stream())
                        .toList());
    }

    @Override
    public Uni<Recent> recent(int skip, int limit) {
        return traces.written()
                .chain(() -> database.preparedQuery(RECENT).execute(Tuple.of(skip, limit)))
                .map(rows -> new Recent(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Wording(row.getString("asked").strip(), row.getLong("times")))
                                .filter(it -> Masked.text(it.words()).equals(it.words()))
                                .toList(),
                        rows.size() == limit));
    }

    @Override
    public Uni<Map<String, Long>> answered(Map<String, Instant> since) {
        if (since.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var slugs = List.copyOf(since.keySet());
        var times = slugs.stream()
                .map(it -> utc(since.getOrDefault(it, Instant.EPOCH)))
                .toList();
        var values = Tuple.tuple()
                .addArrayOfString(slugs.toArray(String[]::new))
                .addArrayOfOffsetDateTime(times.toArray(OffsetDateTime[]::new))
                .addOffsetDateTime(Collections.min(times));
        return database.preparedQuery(ANSWERED)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("slug"), row -> row.getLong("answered"))));
    }

    @Override
    public Uni<List<Coverage>> coverage(LocalDate from) {
        var start = from.atStartOfDay(HomeZone.id()).toInstant();
        return traces.written()
                .chain(() -> database.preparedQuery(COVERAGE)
                        .execute(Tuple.of(utc(start), HomeZone.id().getId())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new Coverage(row.getLocalDate("day"), row.getLong("asked"), row.getLong("answered")))
                        .toList());
    }

    /** Empty for what names an order, a number or a person: it concerns that customer alone. */
    private static Optional<Turn> turn(Row row) {
        var words = row.getString("asked").strip();
        if (words.length() > LONGEST || words.isEmpty() || !Masked.text(words).equals(words)) {
            return Optional.empty();
        }
        return Optional.of(new Turn(
                row.getUUID("conversation_id"),
                row.getLong("in_reply_to"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("channel"),
                words,
                Missed.valueOf(row.getString("missed")),
                Stream.of(row.getArrayOfStrings("replies"))
                        .map(MissedTurns::reply)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static Optional<String> reply(@Nullable String text) {
        return Optional.ofNullable(Masked.beginning(text, LONGEST_REPLY));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
