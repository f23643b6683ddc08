package dev.yiwen.assist;

import dev.yiwen.knowledge.ArticleCounts;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts what agents did with the cards that they got. */
@Singleton
final class SuggestionCounts implements ArticleCounts {
    /**
     * What was put into the reply is edited when the agent's next words are not in the card, marks of Markdown, blanks and links'
     * addresses aside. What was copied may have gone anywhere, and what is spoken is in nobody's words.
     */
    private static final String COUNT = """
            with given as (
              select s.article, s.revision, s.text, s.conversation_id, c.channel, u.used, u.dismissed, u.inserted_at, u.by
              from suggestion s
              cross join lateral (
                select coalesce(bool_or(how in ('insert', 'copy', 'said')), false) as used,
                  coalesce(bool_or(how = 'dismiss'), false) as dismissed,
                  min(at) filter (where how = 'insert') as inserted_at,
                  (array_agg(staff_id order by at) filter (where how = 'insert'))[1] as by
                from suggestion_use where suggestion_id = s.id) u
              join conversation c on c.id = s.conversation_id
              where s.article is not null and s.made_at >= ($1::date)::timestamp at time zone $2
                and s.made_at < ($1::date + 1)::timestamp at time zone $2
            ), judged as (
              select article, revision, used, dismissed and not used as dismissed,
                channel <> 'VOICE' and exists (
                  select from (
                    select m.body ->> 'text' as words from message m
                    where m.conversation_id = given.conversation_id and m.author = 'agent' and m.staff_id = given.by
                      and m.at >= given.inserted_at and m.at < given.inserted_at + interval '10 minutes'
                    order by m.seq limit 1) sent
                  where position(regexp_replace(sent.words, $3, '', 'g') in
                    regexp_replace(regexp_replace(given.text, '\\]\\([^)]*\\)', '', 'g'), $3, '', 'g')) = 0) as edited
              from given
            ), counted as (
              select article, revision, count(*) as suggested, count(*) filter (where used) as used,
                count(*) filter (where edited) as edited, count(*) filter (where dismissed) as dismissed
              from judged group by 1, 2
            )
            select article, revision, measure, n::integer from counted
            cross join lateral (values ('SUGGESTED', suggested), ('USED', used), ('EDITED', edited), ('DISMISSED', dismissed))
              as each(measure, n)
            where n > 0""";

    /** Blanks, and the marks of ASCII, which are Markdown's too. */
    private static final String MARKS = "[\\s!-/:-@\\[-`{-~]+";

    private final Pool database;

    SuggestionCounts(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<List<Count>> on(LocalDate day) {
        return database.preparedQuery(COUNT)
                .execute(Tuple.of(day, HomeZone.id().getId(), MARKS))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Count(
                                row.getString("article"),
                                row.getInteger("revision"),
                                Measure.valueOf(row.getString("measure")),
                                row.getInteger("n")))
                        .toList());
    }
}
