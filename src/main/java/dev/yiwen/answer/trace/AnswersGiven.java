package dev.yiwen.answer.trace;

import dev.yiwen.knowledge.ArticleCounts;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts what came of answers: a report over other features' rows. */
@Singleton
final class AnswersGiven implements ArticleCounts {
    /**
     * Each article of each answer, with what the customer thought of it. A wish for a human is laid to the last answer before it, and
     * not when it came of a question that nothing answers, of danger, or of a call.
     */
    private static final String COUNT = """
            with given as (
              select t.trace, m.conversation_id, t.in_reply_to, m.seq, m.at, f.helpful,
                source ->> 'article' as slug, (source ->> 'revision')::integer as revision
              from turn_trace t
              join message m on m.conversation_id = t.conversation_id and m.seq = t.seq
                and m.author = 'bot' and m.body ->> 'kind' = 'answer'
              cross join jsonb_array_elements(m.body -> 'sources') as source
              left join feedback f on f.conversation_id = m.conversation_id and f.seq = m.seq
              where t.at >= ($1::date)::timestamp at time zone $2
                and t.at < ($1::date + 1)::timestamp at time zone $2
            ), judged as (
              select slug, revision, helpful,
                exists (
                  select from (
                    select p.body from message p
                    where p.conversation_id = given.conversation_id and p.seq < given.in_reply_to and p.author = 'bot'
                    order by p.seq desc limit 1) before
                  join message c on c.conversation_id = given.conversation_id and c.seq = given.in_reply_to
                  where before.body ->> 'kind' = 'clarify'
                    and (before.body -> 'options' ? (c.body ->> 'text') or trace #>> '{understood,as}' = 'choice')) as tapped,
                helpful is distinct from true and exists (
                  select from handoff h
                  where h.conversation_id = given.conversation_id and h.requested_at >= given.at
                    and h.requested_at < given.at + interval '1 hour'
                    and h.reason ->> 'code' not in ('UNANSWERED', 'URGENT', 'CALL')
                    and not exists (
                      select from message a
                      where a.conversation_id = given.conversation_id and a.seq > given.seq and a.author = 'bot'
                        and a.at < h.requested_at and a.body ->> 'kind' in ('answer', 'clarify'))) as handed_over
              from given
            ), counted as (
              select slug, revision, count(*) as shown, count(*) filter (where tapped) as tapped,
                count(*) filter (where helpful) as helpful, count(*) filter (where not helpful) as not_helpful,
                count(*) filter (where handed_over) as handed_over
              from judged group by 1, 2
            )
            select slug, revision, measure, n::integer from counted
            cross join lateral (values ('SHOWN', shown), ('TAPPED', tapped), ('HELPFUL', helpful),
              ('NOT_HELPFUL', not_helpful), ('HANDED_OVER', handed_over)) as each(measure, n)
            where n > 0""";

    private final Pool database;
    private final Traces traces;

    AnswersGiven(Pool database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public Uni<List<Count>> on(LocalDate day) {
        return traces.written()
                .chain(() -> database.preparedQuery(COUNT)
                        .execute(Tuple.of(day, HomeZone.id().getId())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Count(
                                row.getString("slug"),
                                row.getInteger("revision"),
                                Measure.valueOf(row.getString("measure")),
                                row.getInteger("n")))
                        .toList());
    }
}
