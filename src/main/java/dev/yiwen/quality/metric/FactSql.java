package dev.yiwen.quality.metric;

/**
 * How facts come from the rows of other features, and sums from facts. Reads what others own, as reports do; writes only its own.
 * {@code $1} is an array of conversations' ids.
 */
final class FactSql {

    /** In whose figures a change of these can be seen: they, and what the same customers, before and now, had about that time. */
    static final String CONCERNED = """
            with changed as (
              select c.id, c.customer_id, c.opened_at, c.closed_at from conversation c where c.id = any($1)
              union all
              select f.conversation_id, f.customer_id, f.opened_at, f.closed_at from conversation_fact f where f.conversation_id = any($1))
            select id from changed
            union
            select f.conversation_id from changed x join conversation_fact f on f.customer_id = x.customer_id
              and coalesce(f.closed_at, now()) > x.opened_at - interval '8 days'
              and f.opened_at < coalesce(x.closed_at, now()) + interval '8 days'
            """;

    /** {@code $2}: 1 puts them on, -1 takes them off. In one order, as all who write several rows do. */
    static final String SUM = """
            insert into figure_hour as r (measure, dimension, hour, member, n, total)
            select m.measure, d.dimension, f.hour, d.member, $2::bigint * sum(m.n), $2::bigint * sum(m.total)
            from conversation_fact f cross join lateral %s cross join lateral %s
            where f.conversation_id = any($1) and (m.n <> 0 or m.total <> 0)
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (measure, dimension, hour, member) do update set n = r.n + excluded.n, total = r.total + excluded.total
            """.formatted(Measure.rows(), Dimension.rows());

    /** All sums of one dimension, where there are none yet. */
    static String sumOfAll(Dimension dimension) {
        return """
            insert into figure_hour (measure, dimension, hour, member, n, total)
            select m.measure, '%s', f.hour, %s, sum(m.n), sum(m.total)
            from conversation_fact f cross join lateral %s
            where m.n <> 0 or m.total <> 0 group by 1, 3, 4
            """.formatted(dimension, dimension.member(), Measure.rows());
    }

    /** A conversation in which a customer has said nothing, and that is no call, is no contact. */
    static final String GONE = """
            delete from conversation_fact f where f.conversation_id = any($1)
              and not exists (select from conversation c where c.id = f.conversation_id and (c.channel = 'VOICE'
                or exists (select from message m where m.conversation_id = c.id and m.author = 'customer')))
            """;

    private static final String LEGS = """
            left join lateral (
              select count(h.agent_id) as served, (array_agg(h.agent_id order by h.epoch desc) filter (where h.agent_id is not null))[1] as agent_id,
                (array_agg(h.group_id order by h.epoch desc) filter (where h.group_id is not null))[1] as group_id,
                (array_agg(h.disposition order by h.epoch desc) filter (where h.disposition is not null))[1] as disposition,
                (array_agg(h.category order by h.epoch desc) filter (where h.category is not null))[1] as category,
                bool_or(h.reason ->> 'code' = 'LEGAL_OR_COMPLAINT') as complains,
                count(*) filter (where h.reason ->> 'code' = 'UNANSWERED') as unanswered,
                sum(extract(epoch from h.ended_at - h.assigned_at) * 1000) filter (where h.assigned_at is not null) as handled,
                sum(s.ms) as shared
              from handoff h
              left join lateral (
                select sum(extract(epoch from p.till - p.at) * 1000 / p.k) as ms from (
                  select e.at, lead(e.at) over (order by e.at) as till,
                    (select count(*) from handoff o where o.agent_id = h.agent_id and o.requested_at < h.ended_at
                       and o.requested_at > h.assigned_at - interval '1 day' and o.assigned_at <= e.at
                       and coalesce(o.ended_at, h.ended_at) > e.at) as k
                  from (
                    select distinct at from (
                      select h.assigned_at as at union all select h.ended_at
                      union all
                      select unnest(array[o.assigned_at, o.ended_at]) from handoff o
                      where o.agent_id = h.agent_id and o.requested_at < h.ended_at
                        and o.requested_at > h.assigned_at - interval '1 day' and o.assigned_at is not null) b
                    where b.at between h.assigned_at and h.ended_at) e) p
                where p.till is not null and p.k > 0) s on h.assigned_at is not null and h.ended_at is not null
              where h.conversation_id = c.id) l on true
            left join lateral (
              select h.requested_at, h.assigned_at, h.ended_at from handoff h
              where h.conversation_id = c.id order by h.epoch limit 1) first on true
            """;

    private static final String SAID = """
            left join lateral (
              select count(*) filter (where t.kind = 'answer') as covered,
                count(*) filter (where t.kind = 'clarify' and t.next is distinct from 'answer') as missed,
                count(*) as turns, (array_agg(t.source order by t.seq desc) filter (where t.source ->> 'article' <> ''))[1] as source
              from (
                select m.seq, m.body ->> 'kind' as kind, lead(m.body ->> 'kind') over (order by m.seq) as next,
                  m.body #> '{sources,0}' as source
                from message m where m.conversation_id = c.id and m.author = 'bot') t) bot on true
            left join lateral (
              select count(*) as replies, sum(extract(epoch from t.at - t.asked) * 1000) as ms from (
                select m.at, m.author, lag(m.author) over w as before, lag(m.at) over w as last,
                  max(m.at) filter (where m.author = 'customer' and m.starts) over w as asked
                from (
                  select m.seq, m.at, m.author, lag(m.author) over (order by m.seq) is distinct from m.author as starts
                  from message m where m.conversation_id = c.id and m.author in ('customer', 'agent')) m
                window w as (order by m.seq)) t
              where t.author = 'agent' and t.before = 'customer' and t.asked >= first.assigned_at) said on true
            left join lateral (
              select (array_agg(helpful order by seq desc))[1] as helpful from feedback where conversation_id = c.id) fb on true
            """;

    private static final String TICKETS = """
            left join lateral (
              select bool_or(t.kind = 'COMPLAINT') as complaint, sum(d.due) as due, sum(d.kept) as kept,
                count(*) filter (where t.merged_into is null) as tickets,
                (extract(epoch from max((select min(e.at) from ticket_event e where e.ticket_id = t.id and e.what = 'RESOLVED') - t.opened_at)
                  filter (where t.merged_into is null)) * 1000)::bigint as open_ms,
                sum((select count(distinct e.staff_id) from ticket_event e where e.ticket_id = t.id and e.what in ('TAKEN', 'ASSIGNED', 'RESOLVED')
                  and not exists (select from handoff h where h.conversation_id = c.id and h.agent_id = e.staff_id))) as others,
                bool_or(exists (select from ticket_event e where e.ticket_id = t.id and e.what = 'REOPENED'
                  and e.at < coalesce(c.closed_at, now()) + interval '7 days')) as reopened
              from ticket t
              left join lateral (
                select count(*) as due, count(*) filter (where not x.broken) as kept from (
                  select exists (select from ticket_event e where e.ticket_id = t.id and e.what = 'OVERDUE' and e.step = s.step) as broken,
                    exists (select from ticket_event e where e.ticket_id = t.id
                      and (e.what = 'RESOLVED' or (e.what = 'STEP_MET' and e.step = s.step))) as met
                  from ticket_step s where s.ticket_id = t.id) x
                where x.broken or x.met) d on t.merged_into is null
              where t.conversation_id = c.id) tk on true
            """;

    /** {@code $2}: the company's zone. */
    static final String COMPUTE = """
            insert into conversation_fact as f (conversation_id, customer_id, hour, opened_at, closed_at, channel, topic, region, agent_id,
              group_id, tier, article, product, goes_with, complaint, asked, covered, helpful, waited_ms, answered, abandoned, bot_ms, handled_ms, shared_ms, transfers,
              replies, reply_ms, disposition, score, deadlines, kept, reopened, nodes, tickets, ticket_ms, ripens_at, ripe)
            select c.id, c.customer_id, date_trunc('hour', c.opened_at, $2), c.opened_at, c.closed_at, c.channel,
              coalesce(named.id, word.topic), r.region, l.agent_id, l.group_id, u.tier, bot.source ->> 'article', about.product, c.goes_with,
              coalesce(l.complains, false) or coalesce(tk.complaint, false),
              bot.covered + bot.missed + coalesce(l.unanswered, 0), bot.covered, fb.helpful,
              (extract(epoch from coalesce(first.assigned_at, first.ended_at, first.requested_at) - first.requested_at) * 1000)::bigint,
              first.assigned_at is not null, first.assigned_at is null and first.ended_at is not null,
              case when bot.turns > 0 then
                (extract(epoch from coalesce(first.requested_at, c.closed_at) - c.opened_at) * 1000)::bigint end,
              l.handled::bigint, l.shared::bigint, greatest(coalesce(l.served, 0) - 1, 0), said.replies, coalesce(said.ms, 0)::bigint,
              l.disposition, sa.score, coalesce(tk.due, 0), coalesce(tk.kept, 0), coalesce(tk.reopened, false),
              (bot.turns > 0)::int + coalesce(l.served, 0) + coalesce(tk.others, 0), coalesce(tk.tickets, 0), tk.open_ms,
              case when c.closed_at > now() - interval '7 days' then c.closed_at + interval '7 days' end,
              c.closed_at is not null and c.closed_at <= now() - interval '7 days'
            from conversation c join customer u on u.id = c.customer_id
            %s %s %s
            left join lateral (
              select nullif(v.product, '') as product from article a join article_revision v on v.article_id = a.id
              where a.slug = bot.source ->> 'article' and v.revision = (bot.source ->> 'revision')::integer) about on true
            left join wrap_up w on w.conversation_id = c.id and w.confirmed_at is not null
            cross join lateral (select coalesce(w.category, l.category, nullif(split_part(bot.source ->> 'article', '/', 1), '')) as topic) word
            left join lateral (select t.id from topic t where word.topic = any (t.words) or word.topic = t.id order by t.id limit 1) named on true
            left join satisfaction sa on sa.conversation_id = c.id
            left join customer_region r on r.customer_id = c.customer_id
            where c.id = any($1)
              and (c.channel = 'VOICE' or exists (select from message m where m.conversation_id = c.id and m.author = 'customer'))
            on conflict (conversation_id) do update set customer_id = excluded.customer_id, hour = excluded.hour,
              opened_at = excluded.opened_at, closed_at = excluded.closed_at, channel = excluded.channel, topic = excluded.topic,
              region = excluded.region, agent_id = excluded.agent_id, group_id = excluded.group_id, tier = excluded.tier,
              article = excluded.article, product = excluded.product, goes_with = excluded.goes_with, complaint = excluded.complaint,
              asked = excluded.asked, covered = excluded.covered, helpful = excluded.helpful, waited_ms = excluded.waited_ms,
              answered = excluded.answered, abandoned = excluded.abandoned, bot_ms = excluded.bot_ms, handled_ms = excluded.handled_ms,
              shared_ms = excluded.shared_ms, transfers = excluded.transfers, replies = excluded.replies, reply_ms = excluded.reply_ms,
              disposition = excluded.disposition, score = excluded.score, deadlines = excluded.deadlines, kept = excluded.kept,
              reopened = excluded.reopened, nodes = excluded.nodes, tickets = excluded.tickets, ticket_ms = excluded.ticket_ms, ripens_at = excluded.ripens_at, ripe = excluded.ripe
            """.formatted(LEGS, SAID, TICKETS);

    /** The same matter is the same customer and the same topic; a call beside a chat is the same contact. */
    static final String LINK = """
            update conversation_fact f set repeats = b.any_before, repeats_complaint = b.complaint_before, followed = a.any_after
            from conversation_fact g
            cross join lateral (
              select count(*) > 0 as any_before, coalesce(bool_or(o.complaint), false) as complaint_before from conversation_fact o
              where o.customer_id = g.customer_id and o.topic = g.topic
                and (o.opened_at, o.conversation_id) < (g.opened_at, g.conversation_id)
                and coalesce(o.closed_at, g.opened_at) >= g.opened_at - interval '7 days'
                and o.goes_with is distinct from g.conversation_id and g.goes_with is distinct from o.conversation_id) b
            cross join lateral (
              select count(*) > 0 as any_after from conversation_fact o
              where o.customer_id = g.customer_id and o.topic = g.topic
                and (o.opened_at, o.conversation_id) > (g.opened_at, g.conversation_id)
                and o.opened_at <= coalesce(g.closed_at, o.opened_at) + interval '7 days'
                and o.goes_with is distinct from g.conversation_id and g.goes_with is distinct from o.conversation_id) a
            where g.conversation_id = f.conversation_id and f.conversation_id = any($1)
              and (f.repeats, f.repeats_complaint, f.followed) is distinct from (b.any_before, b.complaint_before, a.any_after)
            """;

    private FactSql() {}
}
