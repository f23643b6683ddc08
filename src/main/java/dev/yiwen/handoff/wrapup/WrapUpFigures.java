package dev.yiwen.handoff.wrapup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How long agents take for the record of a conversation, and how much of its draft they change. */
@Singleton
public final class WrapUpFigures {
    /** Who goes home in the middle of one says nothing about how long it takes. */
    private static final String BY_DAY = """
            select (confirmed_at at time zone $1)::date as day, count(*) as confirmed,
              percentile_cont(0.5) within group (order by extract(epoch from confirmed_at - begun_at)::float8)
                filter (where begun_at is not null and confirmed_at - begun_at < interval '1 hour') as seconds,
              percentile_cont(0.5) within group (order by changed::float8) filter (where changed is not null) as changed
            from wrap_up
            where confirmed_at >= ((now() at time zone $1)::date - $2::int) at time zone $1
            group by day order by day desc
            """;

    private final Pool database;
    private final LearntCategories learnt;

    WrapUpFigures(Pool database, LearntCategories learnt) {
        this.database = database;
        this.learnt = learnt;
    }

    /**
     * Of one day where the company lives.
     *
     * @param seconds median from hang-up, or for a chat from the draft, to the confirmation; null when none was timed
     * @param changed median share of the draft's characters that agents changed, 0 to 1; null when none had a draft
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Day(
            LocalDate day,
            long confirmed,
            @Nullable Double seconds,
            @Nullable Double changed) {}

    /**
     * @param filed wrap-ups with a category, ever
     * @param enough so many and categories are learnt from them
     */
    public record Figures(List<Day> days, long filed, int enough) {
        public Figures {
            days = List.copyOf(days);
        }
    }

    /** The newest day first; days without a wrap-up are left out. */
    public Uni<Figures> last(int days) {
        return Uni.combine()
                .all()
                .unis(byDay(days), learnt.confirmed())
                .with((each, filed) -> new Figures(each, filed, LearntCategories.ENOUGH));
    }

    private Uni<List<Day>> byDay(int days) {
        return database.preparedQuery(BY_DAY)
                .execute(Tuple.of(HomeZone.id().getId(), days - 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WrapUpFigures::day)
                        .toList());
    }

    private static Day day(Row row) {
        return new Day(
                row.getLocalDate("day"), row.getLong("confirmed"), row.getDouble("seconds"), row.getDouble("changed"));
    }
}
