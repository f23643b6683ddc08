package dev.yiwen.knowledge.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Checks from the rows that customers are answered from what is live and nothing else, and that nothing was done by half. All of it
 * must be nothing whatever happened: a server killed, two editors at once.
 */
@Singleton
public final class KnowledgeHealth {
    private static final int SHOWN = 5;

    /** What is due may be on its way for a moment. */
    private static final String CHECKS = """
            with found as (
              select 'live-twice' as name, article_id as id from article_revision
              where state = 'PUBLISHED' group by article_id having count(*) > 1
              union all
              select 'live-at-once', a.article_id from article_revision a join article_revision b
                on b.article_id = a.article_id and b.revision > a.revision
              where a.live_from < coalesce(b.live_to, 'infinity') and b.live_from < coalesce(a.live_to, 'infinity')
              union all
              select 'live-unsearchable', r.article_id from article_revision r
              where r.state = 'PUBLISHED' and not exists (
                select from passage p where p.article_id = r.article_id and p.revision = r.revision)
              union all
              select 'searchable-not-live', p.article_id from (select distinct article_id, revision from passage) p
              where not exists (select from article_revision r
                where r.article_id = p.article_id and r.revision = p.revision and r.state = 'PUBLISHED')
              union all
              select 'drafts-twice', article_id from article_revision
              where state in ('DRAFT', 'IN_REVIEW', 'APPROVED') group by article_id having count(*) > 1
              union all
              select 'overdue', article_id from article_revision
              where state = 'SCHEDULED' and goes_live_at < now() - interval '30 seconds'
              union all
              select 'set-by-half', s.article_id from publish_set_article s join publish_set p on p.id = s.set_id
              where p.state = 'PUBLISHED' and not exists (
                select from article_revision r
                where r.article_id = s.article_id and r.revision = s.revision and r.live_from is not null)
              union all
              select 'import-by-half', i.batch_id from import_item i join import_batch b on b.id = i.batch_id
              where b.state = 'PREVIEW' and i.revision is not null
                or b.state = 'APPLIED' and i.draft is not null and i.revision is null
            )
            select n.name, count(f.id) as count,
              coalesce((array_agg(distinct f.id) filter (where f.id is not null))[:$1], '{}') as examples
            from unnest($2::text[]) with ordinality as n (name, place) left join found f on f.name = n.name
            group by n.name, n.place order by n.place
            """;

    static final List<String> NAMES = List.of(
            "live-twice",
            "live-at-once",
            "live-unsearchable",
            "searchable-not-live",
            "drafts-twice",
            "overdue",
            "set-by-half",
            "import-by-half");

    private final Pool pool;

    KnowledgeHealth(Pool pool) {
        this.pool = pool;
    }

    /**
     * One thing that must not be.
     *
     * @param examples articles, or imports, at most five
     */
    public record Check(String name, long count, List<UUID> examples) {
        public Check {
            examples = List.copyOf(examples);
        }
    }

    public Uni<List<Check>> check() {
        return checks(pool, SHOWN);
    }

    static Uni<List<Check>> checks(SqlClient client, int shown) {
        return client.preparedQuery(CHECKS)
                .execute(Tuple.of(shown, NAMES.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KnowledgeHealth::check)
                        .toList());
    }

    private static Check check(Row row) {
        return new Check(row.getString("name"), row.getLong("count"), Arrays.asList(row.getArrayOfUUIDs("examples")));
    }
}
