package dev.yiwen.answer.trace;

import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads turns page by page. A page begins where the one before ended, however many turns came meanwhile. */
@Singleton
final class RecentTraces {
    /** Turns of one batch share their time at most to the microsecond; the key tells them apart. */
    private static final String LIST = """
            select conversation_id, in_reply_to, seq, at, trace ->> 'question' as question,
              trace ->> 'decision' as decision, (trace ->> 'confidence')::double precision as confidence,
              trace #>> '{candidates,0,title}' as title,
              (select m.body ->> 'text' from message m
                where m.conversation_id = t.conversation_id and m.seq = t.in_reply_to and m.author = 'customer') as asked
            from turn_trace t
            where ($1::text is null or trace ->> 'decision' = $1)
              and (at, conversation_id, in_reply_to) < ($2, $3, $4)
              and ($6::text is null or trace ->> 'question' ilike $6 or trace #>> '{candidates,0,title}' ilike $6)
              and at >= $7 and at < $8
              and ($11::uuid is null or conversation_id = $11)
              and coalesce((trace ->> 'confidence')::double precision, 0) between $9 and $10
            order by at desc, conversation_id desc, in_reply_to desc
            limit $5""";

    private static final int LONGEST_QUESTION = 300;

    private final Pool database;
    private final Traces traces;

    RecentTraces(Pool database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    /**
     * @param seq names the turn: the message that came of it, or the one that it was to answer
     * @param discarded whether somebody else had taken over, so that nothing was said
     * @param question as the customer asked, personal data masked; what was searched for where the message is gone
     * @param article title of the article found first, or null
     */
    record Line(
            UUID conversation,
            long seq,
            boolean discarded,
            Instant at,
            @Nullable String question,
            @Nullable String decision,
            double confidence,
            @Nullable String article) {}

    /** @param next where the next page begins, or null after the last */
    record Page(List<Line> items, @Nullable String next) {}

    /** Where a page begins. */
    record Place(Instant at, UUID conversation, long inReplyTo) {
        private static final Place END =
                new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), Long.MAX_VALUE);

        static Place parse(String text) {
            String[] parts = text.split("~");
            try {
                return new Place(
                        StorableTime.moment(parts[0]).toInstant(), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new Problem(Problem.Kind.INVALID, "after is not the end of a page");
            }
        }

        static Place of(Row row) {
            return new Place(
                    row.getOffsetDateTime("at").toInstant(),
                    row.getUUID("conversation_id"),
                    row.getLong("in_reply_to"));
        }

        String text() {
            return at + "~" + conversation + "~" + inReplyTo;
        }
    }

    Uni<Page> list(TraceFilter filter, Optional<Place> after, int size) {
        var from = after.orElse(Place.END);
        var values = Tuple.tuple()
                .addString(filter.decision())
                .addOffsetDateTime(utc(from.at()))
                .addUUID(from.conversation())
                .addLong(from.inReplyTo())
                .addInteger(size + 1)
                .addString(filter.pattern())
                .addOffsetDateTime(utc(filter.from()))
                .addOffsetDateTime(utc(filter.until()))
                .addDouble(filter.atLeast())
                .addDouble(filter.atMost())
                .addUUID(filter.conversation());
        return traces.written()
                .chain(() -> database.preparedQuery(LIST).execute(values))
                .map(rows ->
                        page(StreamSupport.stream(rows.spliterator(), false).toList(), size));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Page page(List<Row> rows, int size) {
        var shown = rows.stream().limit(size).toList();
        return new Page(
                shown.stream().map(RecentTraces::line).toList(),
                rows.size() > size ? Place.of(shown.getLast()).text() : null);
    }

    /** Rows of before traces held tokens may still hold what a customer wrote. */
    private static @Nullable String question(Row row) {
        @Nullable String asked = row.getString("asked");
        return Masked.beginning(asked == null ? row.getString("question") : asked, LONGEST_QUESTION);
    }

    private static Line line(Row row) {
        @Nullable Long seq = row.getLong("seq");
        @Nullable Double confidence = row.getDouble("confidence");
        return new Line(
                row.getUUID("conversation_id"),
                seq == null ? row.getLong("in_reply_to") : seq,
                seq == null,
                row.getOffsetDateTime("at").toInstant(),
                question(row),
                row.getString("decision"),
                confidence == null ? 0 : confidence,
                row.getString("title"));
    }
}
