package dev.yiwen.quality.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableTime;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds customers' ratings, newest first. */
@Singleton
final class Ratings {
    private static final int BEST = 5;

    private static final String LIST = """
            select r.conversation_id, cu.name as customer, r.agent_id, s.name as agent, r.score, r.comment, r.at
            from satisfaction r join conversation c on c.id = r.conversation_id join customer cu on cu.id = c.customer_id
            left join staff s on s.id = r.agent_id
            where %s and ($7::timestamptz is null or (r.at, r.conversation_id) < ($7, $8::uuid))
            order by r.at desc, r.conversation_id desc limit $9
            """.formatted(RatingFilter.CONDITION);

    private static final String COUNT =
            "select r.score, count(*) as n from satisfaction r where " + RatingFilter.CONDITION + " group by r.score";

    private static final String RATED = """
            select distinct s.id, s.name from satisfaction r join staff s on s.id = r.agent_id order by s.name
            """;

    private final Pool database;

    Ratings(Pool database) {
        this.database = database;
    }

    /** @param next where to go on; null at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Rating> ratings, @Nullable String next) {}

    /**
     * @param average 0 when there is none
     * @param scores how many gave 1 to 5, in this order
     */
    record Overview(long ratings, double average, List<Long> scores) {}

    /** @param after {@link Page#next} of the page before; fails with {@code INVALID} when it is none */
    Uni<Page> page(RatingFilter filter, @Nullable String after, int size) {
        return list(filter, Place.parse(after), size + 1).map(found -> {
            var shown = found.subList(0, Math.min(size, found.size()));
            return new Page(
                    shown, found.size() > size ? Place.of(shown.getLast()).toString() : null);
        });
    }

    Uni<List<Rating>> all(RatingFilter filter, int most) {
        return list(filter, Place.START, most);
    }

    Uni<Overview> overview(RatingFilter filter) {
        return database.preparedQuery(COUNT).execute(filter.parameters()).map(Ratings::overview);
    }

    /** The agents of whom there are ratings, by name. */
    Uni<List<Rating.Person>> rated() {
        return database.query(RATED)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Rating.Person(StaffId.of(row.getUUID("id")), row.getString("name")))
                        .toList());
    }

    private Uni<List<Rating>> list(RatingFilter filter, Place after, int limit) {
        Tuple parameters = filter.parameters();
        parameters.addOffsetDateTime(after.at()).addUUID(after.conversation()).addInteger(limit);
        return database.preparedQuery(LIST)
                .execute(parameters)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Ratings::rating)
                        .toList());
    }

    /** The last rating shown. */
    private record Place(
            @Nullable OffsetDateTime at, @Nullable UUID conversation) {
        static final Place START = new Place(null, null);

        static Place of(Rating last) {
            return new Place(
                    last.at().atOffset(java.time.ZoneOffset.UTC),
                    last.conversationId().value());
        }

        static Place parse(@Nullable String text) {
            if (text == null) {
                return START;
            }
            try {
                var parts = text.split("~", 2);
                return new Place(StorableTime.moment(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new Problem(Problem.Kind.INVALID, "\"after\" is not the end of a page.");
            }
        }

        @Override
        public String toString() {
            return at + "~" + conversation;
        }
    }

    private static Overview overview(RowSet<Row> rows) {
        var scores = new ArrayList<Long>(List.of(0L, 0L, 0L, 0L, 0L));
        rows.forEach(row -> scores.set(row.getShort("score") - 1, row.getLong("n")));
        long ratings = 0;
        long sum = 0;
        for (int score = 1; score <= BEST; score++) {
            ratings += scores.get(score - 1);
            sum += score * scores.get(score - 1);
        }
        return new Overview(ratings, ratings == 0 ? 0 : (double) sum / ratings, List.copyOf(scores));
    }

    private static Rating rating(Row row) {
        var agent = row.getUUID("agent_id");
        @Nullable String comment = row.getString("comment");
        return new Rating(
                ConversationId.of(row.getUUID("conversation_id")),
                row.getString("customer"),
                agent == null ? null : new Rating.Person(StaffId.of(agent), row.getString("agent")),
                row.getShort("score"),
                comment == null ? null : Masked.text(comment),
                row.getOffsetDateTime("at").toInstant());
    }
}
