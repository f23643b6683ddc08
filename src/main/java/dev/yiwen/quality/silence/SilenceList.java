package dev.yiwen.quality.silence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.AskedTurns.Missed;
import dev.yiwen.knowledge.AskedTurns.Turn;
import dev.yiwen.knowledge.ReportedGap;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clusters with how they grow, and what is made of one. */
@Singleton
final class SilenceList {
    private static final int WEEKS = 4;
    private static final int LONGEST = 200;

    private static final String ALL = """
            select k.id, k.words, k.gap_id, count(*) as size, max(m.ended_at) as last_at,
              array[%s] as weeks,
              (select jsonb_agg(jsonb_build_object('conversation', x.conversation_id::text, 'seq', x.seq, 'text', x.text) order by x.place)
                from (select * from (select distinct on (s.body ->> 'text') e.conversation_id, e.seq, e.place, s.body ->> 'text' as text
                    from dissatisfaction_member e join message s on s.conversation_id = e.conversation_id and s.seq = e.seq
                    where e.cluster_id = k.id order by s.body ->> 'text', e.place) said
                  order by place limit 3) x) as examples
            from dissatisfaction_cluster k join dissatisfaction_member m on m.cluster_id = k.id
            group by k.id
            """.formatted(weeks());

    private static final String TALKS = """
            select m.conversation_id, m.seq, m.ended_at, c.channel, s.body ->> 'text' as text
            from dissatisfaction_member m join conversation c on c.id = m.conversation_id
              join message s on s.conversation_id = m.conversation_id and s.seq = m.seq
            where m.cluster_id = $1 order by m.place limit 50
            """;
    private static final String GAP = "select gap_id from dissatisfaction_cluster where id = $1";
    private static final String MADE = "update dissatisfaction_cluster set gap_id = $2 where id = $1";

    private final Pool database;
    private final ReportedGap gaps;
    private final AuditLog log;

    SilenceList(Pool database, ReportedGap gaps, AuditLog log) {
        this.database = database;
        this.gaps = gaps;
        this.log = log;
    }

    /**
     * @param weeks how many ended in each of the last four times seven days, the last one last
     * @param growth those of the last week over the mean of the three before; null where those have none
     * @param gap made of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Silent(
            UUID id,
            List<String> words,
            List<Example> examples,
            long size,
            List<Long> weeks,
            @Nullable Double growth,
            @Nullable UUID gap) {}

    record Example(ConversationId conversationId, long seq, String text) {}

    private static String weeks() {
        var counts = new StringBuilder();
        for (int i = WEEKS - 1; i >= 0; i--) {
            counts.append(
                            "count(*) filter (where m.ended_at > now() - interval '%d days' and m.ended_at <= now() - interval '%d days')"
                                    .formatted(7 * i + 7, 7 * i))
                    .append(i == 0 ? "" : ", ");
        }
        return counts.toString();
    }

    /** Those that had most in the last week first. */
    Uni<List<Silent>> all() {
        return database.query(ALL)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream()
                        .map(SilenceList::silent)
                        .sorted((a, b) -> a.weeks().getLast().equals(b.weeks().getLast())
                                ? Long.compare(b.size(), a.size())
                                : Long.compare(b.weeks().getLast(), a.weeks().getLast()))
                        .toList());
    }

    static @Nullable Double growth(List<Long> weeks) {
        double before = weeks.subList(0, weeks.size() - 1).stream()
                .mapToLong(it -> it)
                .average()
                .orElse(0);
        return before == 0 ? null : weeks.getLast() / before;
    }

    /** For editors; again the same one. Fails with {@code NOT_FOUND}. */
    Uni<UUID> gap(UUID id, StaffId by) {
        return database.preparedQuery(GAP)
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such cluster.");
                    }
                    return rows.iterator().next();
                })
                .chain(row -> {
                    @Nullable UUID gap = row.getUUID("gap_id");
                    return gap == null ? made(id, by) : Uni.createFrom().item(gap);
                });
    }

    /** What tells it from the others; fails with {@code NOT_FOUND}. */
    Uni<String> words(UUID id) {
        return database.preparedQuery("select words from dissatisfaction_cluster where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such cluster.");
                    }
                    var words = String.join("、", rows.iterator().next().getArrayOfStrings("words"));
                    return words.substring(0, Math.min(words.length(), LONGEST));
                });
    }

    private Uni<UUID> made(UUID id, StaffId by) {
        return database.preparedQuery(TALKS)
                .execute(Tuple.of(id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream().map(SilenceList::turn).toList())
                .invoke(turns -> {
                    if (turns.isEmpty()) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such cluster.");
                    }
                })
                .chain(gaps::report)
                .call(gap -> database.preparedQuery(MADE).execute(Tuple.of(id, gap)))
                .call(gap -> log.append(new AuditEvent(
                        AuditKind.SILENCE_TO_GAP, by.value(), "gap:" + gap, Map.of("cluster", id.toString()))));
    }

    private static Turn turn(Row row) {
        return new Turn(
                row.getUUID("conversation_id"),
                row.getLong("seq"),
                row.getOffsetDateTime("ended_at").toInstant(),
                row.getString("channel"),
                Masked.text(row.getString("text").strip()),
                Missed.DISSATISFIED,
                List.of());
    }

    private static Silent silent(Row row) {
        var weeks = List.of(row.getArrayOfLongs("weeks"));
        return new Silent(
                row.getUUID("id"),
                List.of(row.getArrayOfStrings("words")),
                examples(row.getJsonArray("examples")),
                row.getLong("size"),
                weeks,
                growth(weeks),
                row.getUUID("gap_id"));
    }

    private static List<Example> examples(@Nullable JsonArray examples) {
        return examples == null
                ? List.of()
                : examples.stream()
                        .map(JsonObject.class::cast)
                        .map(it -> new Example(
                                ConversationId.of(UUID.fromString(it.getString("conversation"))),
                                it.getLong("seq"),
                                Masked.text(it.getString("text", ""))))
                        .toList();
    }
}
