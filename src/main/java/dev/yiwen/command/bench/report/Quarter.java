package dev.yiwen.command.bench.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Ninety days of invented conversations, written as the features would have written them. */
final class Quarter {
    private static final int AGENTS = 60;
    private static final String TOPICS =
            "array['billing','network','plans','sim','roaming','invoices','complaints','broadband']";

    private Quarter() {}

    static void write(Connection connection, ReportLoad.Plan plan) throws SQLException {
        for (var sql : statements(plan)) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> statements(ReportLoad.Plan plan) {
        int n = plan.conversations();
        return List.of(
                "select setseed(0.16)",
                """
                insert into staff (id, login, name, password_hash, roles)
                select md5('agent' || i)::uuid, 'bench-agent-' || i, '坐席' || i, '-', '{AGENT}' from generate_series(1, %d) i
                """.formatted(AGENTS),
                """
                insert into customer (id, name, tier) select md5('customer' || i)::uuid, '访客' || i, i %% 4 from generate_series(1, %d) i
                """.formatted(Math.max(1, n / 3)),
                """
                insert into customer_identity (id, customer_id, kind, external_id, proof)
                select gen_random_uuid(), md5('customer' || i)::uuid, 'PHONE', '+86' || (array['10','21','755','571','28','25','29'])[1 + i %% 7]
                  || (60000000 + i), 'PLATFORM' from generate_series(1, %d) i where i %% 2 = 0
                """.formatted(Math.max(1, n / 3)),
                // Two above four each, among a hundred others.
                """
                insert into topic (id, name) select t, t from unnest(array['service','mobile']) t
                """,
                """
                insert into topic (id, parent, name)
                select t, case when i <= 4 then 'service' else 'mobile' end, t from unnest(%1$s) with ordinality a (t, i)
                """.formatted(TOPICS),
                "insert into topic (id, name) select 'other-' || i, 'other-' || i from generate_series(1, 100) i",
                """
                insert into article (id, slug) select md5(t)::uuid, t || '/a' from unnest(%1$s) t
                """.formatted(TOPICS),
                """
                insert into article_revision
                  (article_id, revision, state, question, phrasings, answer, audience, product, tags, content_hash, author)
                select md5(t)::uuid, 1, 'DRAFT', t, '{}', '请在营业厅或 App 办理。', 'CUSTOMER', 'product-' || i %% 3, '{}', sha256('\\x'), 'bench'
                from unnest(%1$s) with ordinality a (t, i)
                """.formatted(TOPICS),
                """
                insert into conversation (id, customer_id, channel, owner, last_seq, opened_at, closed_at)
                select md5('talk' || i)::uuid, md5('customer' || 1 + (random() * %2$d)::int)::uuid, (array['WEB','WEB','VOICE','WECHAT'])[1 + i %% 4],
                  'nobody', %3$d, at, at + interval '8 minutes'
                from generate_series(1, %1$d) i cross join lateral
                  (select now() - interval '1 hour' - i * interval '90 days' / %1$d as at) t
                """.formatted(n, Math.max(0, n / 3 - 1), plan.messages()),
                """
                insert into message (conversation_id, seq, author, body, at)
                select c.id, s, case when s %% 2 = 1 then 'customer' when s = 2 then 'bot' else 'agent' end,
                  case when s = 2 then jsonb_build_object('kind', 'answer', 'text', '请在营业厅或 App 办理。', 'sources', jsonb_build_array(
                    jsonb_build_object('article', (%2$s)[1 + (hashtext(c.id::text) & 7)] || '/a', 'title', 't', 'revision', 1)))
                  else jsonb_build_object('kind', 'text', 'text', '我想问一下本月的账单为什么比上个月多。') end,
                  c.opened_at + s * interval '20 seconds'
                from conversation c cross join generate_series(1, %1$d) s
                """.formatted(plan.messages(), TOPICS),
                """
                insert into handoff (conversation_id, epoch, reason, priority, requested_at, rank_at, agent_id, assigned_at, ended_at, disposition, group_id)
                select id, 1, '{"code": "WISH_FOR_HUMAN"}', 50, opened_at + interval '1 minute', opened_at,
                  case when r > 0.1 then md5('agent' || 1 + (hashtext(id::text) & 31))::uuid end,
                  case when r > 0.1 then opened_at + interval '1 minute' + r * interval '60 seconds' end, closed_at,
                  case when r > 0.1 then 'resolved' end, case when r > 0.1 then 'group-' || (hashtext(id::text) & 31) / 6 end
                from (select *, random() as r from conversation) c where hashtext(id::text) % 2 = 0
                """,
                """
                insert into satisfaction (conversation_id, score, at)
                select id, 1 + (random() * 4)::int, closed_at from conversation where hashtext(id::text) % 5 = 0
                """,
                "analyze");
    }
}
