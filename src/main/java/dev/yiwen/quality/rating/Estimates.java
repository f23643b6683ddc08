package dev.yiwen.quality.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is known of the satisfaction of customers who did not rate. */
@Singleton
final class Estimates {
    private static final String EACH = """
            with r as (
              select e.conversation_id, e.agent_id, e.closed_at as at, s.score, s.comment, e.dissatisfied, e.likely, e.worst
              from satisfaction_estimate e left join satisfaction s on s.conversation_id = e.conversation_id)
            """;

    private static final String COUNT = EACH + """
            select count(*) filter (where score is not null) as rated,
              count(*) filter (where score is null and dissatisfied is not null) as estimated,
              count(*) filter (where score is null and dissatisfied is null) as unknown,
              coalesce(avg(dissatisfied) filter (where score is null), 0)::float8 as share,
              coalesce(sqrt(sum(dissatisfied * (1 - dissatisfied)) filter (where score is null))
                / nullif(count(dissatisfied) filter (where score is null), 0), 0)::float8 as deviation,
              count(dissatisfied) filter (where score <= 2) as low,
              count(*) filter (where score <= 2 and likely = 'DISSATISFIED') as low_found,
              count(dissatisfied) filter (where score >= 4) as high,
              count(*) filter (where score >= 4 and likely = 'DISSATISFIED') as high_found
            from r where %s
            """.formatted(RatingFilter.CONDITION);

    private static final String LIST = EACH + """
            select r.conversation_id, cu.name as customer, r.agent_id, s.name as agent, r.dissatisfied, r.at,
              (select jsonb_agg(jsonb_build_object('seq', m.seq, 'text', m.body ->> 'text') order by w.place)
               from unnest(r.worst) with ordinality as w (seq, place)
               join message m on m.conversation_id = r.conversation_id and m.seq = w.seq) as quotes
            from r join conversation c on c.id = r.conversation_id join customer cu on cu.id = c.customer_id
            left join staff s on s.id = r.agent_id
            where r.score is null and r.likely = 'DISSATISFIED' and %s
            order by r.dissatisfied desc, r.at desc limit 20
            """.formatted(RatingFilter.CONDITION);

    private static final double WIDTH_OF_95 = 1.96;

    private final Pool database;

    Estimates(Pool database) {
        this.database = database;
    }

    /**
     * @param rated how many conversations were rated
     * @param estimated how many were not, of which words tell something
     * @param unknown of how many nothing is known
     * @param dissatisfied expected share of those that were estimated
     * @param error half the width of its 95 % interval, as far as chance goes
     * @param low how the estimate does where customers gave 1 or 2
     * @param high where they gave 4 or 5
     * @param conversations twenty that were not rated, the most likely dissatisfied first
     */
    record Answer(
            long rated,
            long estimated,
            long unknown,
            double dissatisfied,
            double error,
            Checked low,
            Checked high,
            List<Suspected> conversations) {}

    /** @param called how many of them are called dissatisfied */
    record Checked(long rated, long called) {}

    /** @param quotes the customer's words it rests on, without personal data */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suspected(
            ConversationId conversationId,
            @Nullable String customer,
            Rating.@Nullable Person agent,
            double dissatisfied,
            List<Quote> quotes,
            Instant at) {}

    record Quote(long seq, String text) {}

    /** By the end of conversations; scores and words of the filter say nothing here. */
    Uni<Answer> of(RatingFilter filter) {
        var parameters = filter.withAnyRating().parameters();
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(COUNT).execute(parameters),
                        database.preparedQuery(LIST).execute(parameters))
                .asTuple()
                .map(both -> answer(
                        both.getItem1().iterator().next(),
                        StreamSupport.stream(both.getItem2().spliterator(), false)
                                .map(Estimates::suspected)
                                .toList()));
    }

    private static Answer answer(Row row, List<Suspected> conversations) {
        return new Answer(
                row.getLong("rated"),
                row.getLong("estimated"),
                row.getLong("unknown"),
                row.getDouble("share"),
                WIDTH_OF_95 * row.getDouble("deviation"),
                new Checked(row.getLong("low"), row.getLong("low_found")),
                new Checked(row.getLong("high"), row.getLong("high_found")),
                conversations);
    }

    private static Suspected suspected(Row row) {
        var agent = row.getUUID("agent_id");
        var quotes = row.getJsonArray("quotes");
        return new Suspected(
                ConversationId.of(row.getUUID("conversation_id")),
                row.getString("customer"),
                agent == null ? null : new Rating.Person(StaffId.of(agent), row.getString("agent")),
                row.getFloat("dissatisfied"),
                quotes == null
                        ? List.of()
                        : quotes.stream()
                                .map(JsonObject.class::cast)
                                .map(it -> new Quote(it.getLong("seq"), Masked.text(it.getString("text"))))
                                .toList(),
                row.getOffsetDateTime("at").toInstant());
    }
}
