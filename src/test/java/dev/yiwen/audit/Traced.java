package dev.yiwen.audit;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes customers of whom every table has something, with a mark of their own in every text, and looks for the mark. */
@Singleton
public class Traced {
    private static final List<String> SEED = List.of(
            "update customer set tags = array[$4] where id = $1",
            "insert into customer_tag_change (customer_id, by, added, removed) values ($1, $3, array[$4], '{}')",
            """
            insert into message (conversation_id, seq, author, body, client_message_id) values
            ($2, 1, 'customer', jsonb_build_object('kind', 'text', 'text', $4), $4),
            ($2, 2, 'bot', jsonb_build_object('kind', 'smalltalk', 'text', $4, 'options', '[]'::jsonb), null)""",
            "insert into conversation_read (conversation_id, side, seq) values ($2, 'customer', 2)",
            """
            insert into customer_presence (conversation_id, seen_at, page, device) values ($2, now(), $4, $4)""",
            "insert into turn_trace (conversation_id, in_reply_to, seq, trace) values ($2, 1, 2, jsonb_build_object('q', $4))",
            """
            insert into suggestion (id, conversation_id, key, kind, article_id, article, title, revision, audience, text)
            select $2, $2, 'k', 'answer', id, slug, $4, 1, 'CUSTOMER', $4 from article limit 1""",
            "insert into knowledge_gap (id) values (gen_random_uuid())",
            """
            insert into gap_question (conversation_id, in_reply_to, gap_id, words, missed, channel, replies, asked_at, typical)
            select $2, 1, id, $4, 'LEFT', 'WEB', array[$4], now(), true from knowledge_gap limit 1""",
            """
            insert into golden_question (id, said, expect, must_pass, origin, created_by)
            values (gen_random_uuid(), '{"turns": ["转人工"]}', 'human', false, 'CONVERSATION', 'Lin')""",
            """
            insert into golden_origin (question_id, conversation_id, seq)
            select q.id, $2, 2 from golden_question q
            where not exists (select from golden_origin o where o.question_id = q.id) limit 1""",
            """
            insert into clarified_question (conversation_id, seq, article_id, words, asked_at)
            select $2, 1, id, $4, now() from article limit 1""",
            "insert into past_reply (conversation_id, context, response, digest) values ($2, $4, $4, $4)",
            "insert into past_case (conversation_id, problem, done, outcome) values ($2, $4, $4, 'resolved')",
            """
            insert into procedure_run (conversation_id, article_id, revision, confidence)
            select $2, id, 1, 0.5 from article limit 1""",
            """
            insert into procedure_tick (conversation_id, article_id, step, done, said_by, seq)
            select $2, id, 1, true, 'customer', 1 from article limit 1""",
            "insert into cause_finding (conversation_id, asked, symptom, seq) values ($2, $4, $4, 1)",
            "insert into graph_case (conversation_id, cause, symptoms) values ($2, $4, array[$4])",
            "insert into suggestion_set (conversation_id, for_seq, suggestions, confidences) values ($2, 1, array[$2], array[0.5])",
            "insert into talk_mood (conversation_id, seq, anger) values ($2, 1, 0.5)",
            "insert into warning_acknowledged (suggestion_id, staff_id) values ($2, $3)",
            "insert into suggestion_use (suggestion_id, staff_id, how) values ($2, $3, 'copy')",
            "insert into feedback (conversation_id, seq, helpful) values ($2, 2, true)",
            "insert into satisfaction (conversation_id, agent_id, score, comment) values ($2, $3, 2, $4)",
            """
            insert into satisfaction_estimate (conversation_id, dissatisfied, likely, worst, closed_at)
            values ($2, 0.5, 'DISSATISFIED', array[1], now())""",
            """
            insert into conversation_score (conversation_id, who, version, judged, closed_at, last_seq)
            values ($2, 'all', 0, 1, now(), 2)""",
            """
            insert into score_finding (conversation_id, who, criterion, outcome, points, seqs)
            values ($2, ($3::uuid)::text, 'greeting', 'BROKEN', 5, array[2])""",
            """
            insert into score_appeal (id, conversation_id, who, criterion, agent_id, word)
            values ($2, $2, ($3::uuid)::text, 'greeting', $3::uuid, $4)""",
            """
            insert into dissatisfaction_cluster (id, words) values ('0199a000-0000-7000-8000-000000000001', array['退款'])
            on conflict do nothing""",
            """
            insert into dissatisfaction_member (conversation_id, cluster_id, seq, ended_at, place)
            values ($2, '0199a000-0000-7000-8000-000000000001', 1, now(), 0)""",
            "insert into calibration_week (week) values ('2020-01-06') on conflict do nothing",
            """
            insert into calibration_case (id, week, conversation_id, who, criterion, kind)
            values ($2, '2020-01-06', $2, 'bot', 'greeting', 'RANDOM')""",
            "insert into calibration_judgement (case_id, conversation_id, staff_id, verdict) values ($2, $2, $3, 1)",
            """
            insert into call (call_id, conversation_id, number, state) values ($4, $2, $4, 'ended')""",
            "insert into call_event (conversation_id, id, kind, at, detail) values ($2, $4, 'transferred', now(), $4)",
            """
            insert into call_tone (conversation_id, speaker, rate, loudness, at, usual_rate, usual_loudness)
            values ($2, 'customer', 4, -30, now(), 4, -30)""",
            """
            insert into handoff (conversation_id, epoch, reason, priority, requested_at, rank_at, packet, summary, notes,
              ended_at, agent_id)
            values ($2, 1, jsonb_build_object('t', $4), 0, now(), now(), jsonb_build_object('t', $4), $4, $4, now(), $3)""",
            """
            insert into wrap_up (conversation_id, draft, said, composition, confirmed, confirmed_by, confirmed_at)
            values ($2, jsonb_build_object('problem', $4), $4, jsonb_build_object('note', $4), jsonb_build_object('problem', $4),
              $3, now())""",
            "insert into whisper (id, conversation_id, after_seq, staff_id, text) values ($2, $2, 1, $3, $4)",
            "insert into internal_note (id, conversation_id, after_seq, staff_id, text) values ($2, $2, 1, $3, $4)",
            "insert into model_conversation (conversation_id, tokens) values ($2, 5)",
            """
            insert into ticket (id, kind, title, details, customer_id, conversation_id, contact, opened_by)
            values ($2, 'OTHER', $4, $4, $1, $2, $4, $3)""",
            """
            insert into incident (id, level, cause, regions, products, words, not_words, articles, banner, drill, declared_by,
              recovered_at, ended_at)
            values ('018f0000-0000-7000-8000-0000000000ac', 2, '擦除', '{}', '{}', '{擦除的事}', '{}', '{}', false, true, '擦除', now(), now())
            on conflict do nothing""",
            """
            insert into incident_told (incident_id, conversation_id, how, sure, with_person)
            values ('018f0000-0000-7000-8000-0000000000ac', $2, 'ASKED', true, false)""",
            "insert into incident_ticket (incident_id, ticket_id) values ('018f0000-0000-7000-8000-0000000000ac', $2)",
            "insert into ticket_step (ticket_id, step, warn_at, due_at) values ($2, 'RESPOND', now(), now())",
            "insert into ticket_event (ticket_id, what, staff_id, words) values ($2, 'NOTED', $3, $4)",
            """
            insert into conversation_file (id, conversation_id, sent_as, name, media_type, size, stored_at, sent, bare)
            values ($2, $2, $4, $4, 'text/plain', 6, now(), true, true)""",
            "insert into file_content (id, content) values ($2, convert_to($4, 'UTF8'))",
            """
            insert into wechat_account (id, kind, name, app_id, secret, token, created_by)
            values ('018f0000-0000-7000-8000-0000000000aa', 'MP', '擦除', 'wxerasure0000000', '', '', $3) on conflict do nothing""",
            """
            insert into wechat_contact (id, account_id, open_id, customer_id, came_from, options)
            values (gen_random_uuid(), '018f0000-0000-7000-8000-0000000000aa', $4, $1, $4, array[$4])""",
            "insert into wechat_leg (conversation_id, contact_id) select $2, id from wechat_contact where open_id = $4",
            """
            insert into wechat_inbox (account_id, source, dedup, body, handled_at)
            values ('018f0000-0000-7000-8000-0000000000aa', $4, $4, $4, now())""",
            """
            insert into wechat_outbox (id, contact_id, conversation_id, seq, part, voice, text, state)
            select $2, id, $2, 2, 0, 'BOT', $4, 'SENT' from wechat_contact where open_id = $4""",
            """
            insert into customer_identity (id, customer_id, kind, external_id, proof) values (gen_random_uuid(), $1, 'SOCIAL', $4, 'PLATFORM')""",
            "insert into phone_code (customer_id, number, code_hash, expires_at) values ($1, $4, 'x', now() + interval '1 day')",
            "insert into phone_proof (id, customer_id, number) values (gen_random_uuid(), $1, $4)",
            """
            insert into customer_merge (id, survivor, absorbed, members, moved, proof, reason, merged_by)
            values (gen_random_uuid(), $1, $1, array[$1], '{}', 'AGENT', $4, $3)""",
            "insert into mention (id, source, external_id, conversation_id, thread, url, seq) values ($2, 'weibo', $4, $2, $4, $4, 1)",
            """
            insert into wechat_template (id, account_id, template_id, name, fields, created_by)
            values ('018f0000-0000-7000-8000-0000000000ab', '018f0000-0000-7000-8000-0000000000aa', '擦除', '擦除', '[]', $3)
            on conflict do nothing""",
            "insert into wechat_consent (template, customer_id, remaining) values ('018f0000-0000-7000-8000-0000000000ab', $1, 1)",
            """
            insert into outside_feedback (id, source, external_id, customer_id, conversation_id, text, said_at)
            values (gen_random_uuid(), 'ivr', $4, $1, $2, $4, now())""",
            """
            insert into conversation_fact (conversation_id, customer_id, hour, opened_at, channel, region, complaint, asked, covered, answered,
              abandoned, transfers, replies, reply_ms, deadlines, kept, reopened, ripe)
            values ($2, $1, date_trunc('hour', now()), now(), 'WEB', '广东省', false, 0, 0, false, false, 0, 0, 0, 0, 0, false, false)
            on conflict (conversation_id) do update set region = excluded.region""",
            "insert into fact_due (conversation_id) values ($2)",
            """
            insert into customer_region (customer_id, region, source) values ($1, '广东省', 'PROFILE')
            on conflict (customer_id) do update set region = excluded.region, source = excluded.source""",
            "insert into rate_limit (kind, subject, paid_until) values ('upload', ($1)::text, now())",
            "update conversation set subject = $4, last_seq = 2 where id = $2");

    private static final String COLUMNS = """
            select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
            where c.relkind = 'r' and c.relname not in ('passage', 'flyway_schema_history')
            group by c.relname order by c.relname
            """;

    private final Pool database;
    private final People people;
    private final Conversations conversations;

    Traced(Pool database, People people, Conversations conversations) {
        this.database = database;
        this.people = people;
        this.conversations = conversations;
    }

    /** @param mark a word that stands in every text of them and nowhere else */
    public record One(CustomerId customer, UUID conversation, String mark) {}

    public One customer() {
        var mark = "痕迹" + Ids.next();
        var customer = people.member(mark, 0);
        var conversation = conversations
                .openOrResume(customer, Channel.WEB)
                .await()
                .indefinitely()
                .id()
                .value();
        var staff = people.staff(Role.AGENT).id().value();
        for (var statement : SEED) {
            // Every statement takes the same four, whichever it needs.
            run(
                    "with given as (select $1::uuid, $2::uuid, $3::uuid, $4::text) " + typed(statement),
                    Tuple.of(customer.value(), conversation, staff, mark));
        }
        return new One(customer, conversation, mark);
    }

    /** The tables in which the word stands, anywhere in a row. */
    public List<String> tablesWith(String word) {
        var found = new ArrayList<String>();
        for (var table : run(COLUMNS, Tuple.tuple())) {
            var name = table.getString("name");
            var columns = table.getString("columns");
            var rows = run("""
                    select 1 from %s t where strpos(
                      case when '%1$s' = 'file_content' then encode((to_jsonb(t) ->> 'content')::bytea, 'escape')
                      else to_jsonb(t)::text end, $1) > 0 limit 1
                    """.formatted(name), Tuple.of(name.equals("file_content") ? escaped(word) : word));
            if (columns != null && rows.size() > 0) {
                found.add(name);
            }
        }
        return found;
    }

    public void age(UUID conversation, int days) {
        run("""
                update conversation set owner = 'nobody', agent_id = null, closed_at = now() - $2 * interval '1 day',
                  turn_seq = null, turn_due = null
                where id = $1
                """, Tuple.of(conversation, days));
    }

    public io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> run(String sql, Tuple values) {
        return database.preparedQuery(sql).execute(values).await().indefinitely();
    }

    private static String typed(String statement) {
        return statement
                .replace("$1", "$1::uuid")
                .replace("$2", "$2::uuid")
                .replace("$3", "$3::uuid")
                .replace("$4", "$4::text");
    }

    /** As encode(…, 'escape') writes what is no ASCII. */
    private static String escaped(String word) {
        var text = new StringBuilder();
        for (byte b : word.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            text.append(b < 0 ? "\\%03o".formatted(b & 0xff) : String.valueOf((char) b));
        }
        return text.toString();
    }
}
